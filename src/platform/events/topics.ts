/** Which events a listener asked for: an entity in the plural (`orders`), or one record of it (`availability:<id>`). */

export type Topic = { name: string; id: string | null }

export type Topics = readonly Topic[] | 'all'

/** `orders,order-parts,availability:<id>`; an absent or empty list asks for everything one may hear. */
export function readTopics(list: string | undefined): Topics {
  const names = (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  if (names.length === 0) return 'all'
  return names.map((name) => {
    const [topic, id] = name.split(':')
    return { name: plain(topic!), id: id ?? null }
  })
}

export function isAbout(topics: Topics, event: { entity: string; entityId: string }): boolean {
  if (topics === 'all') return true
  const entity = plain(event.entity)
  return topics.some(
    ({ name, id }) =>
      (name === entity || name === pluralOf(entity)) && (id === null || id === event.entityId),
  )
}

/** `orderPart` and `order-part` are the same thing. */
const plain = (name: string) => name.replaceAll(/[-_]/g, '').toLowerCase()

function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  if (/(s|x|z|ch|sh)$/.test(noun)) return `${noun}es`
  return `${noun}s`
}
