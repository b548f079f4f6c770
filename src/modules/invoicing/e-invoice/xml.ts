/** XML as text: elements in the order in which they are written, empty ones left out. Pure. */

export type Node = string
type Attributes = Readonly<Record<string, string>>
export type Content = Node | null | undefined | false | readonly Content[]

/** What XML 1.0 has a sign for; the others may not even be escaped. */
const isPossible = (sign: string): boolean =>
  sign >= ' ' ? sign < '\ufffe' || sign > '\uffff' : /[\t\n\r]/.test(sign)

export const escapeText = (text: string): string =>
  Array.from(text)
    .filter(isPossible)
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const join = (content: Content): string =>
  Array.isArray(content) ? content.map(join).join('') : typeof content === 'string' ? content : ''

/** An element around others; nothing when there is nothing in it. */
export function element(name: string, ...content: readonly Content[]): Node {
  const inner = join(content)
  return inner === '' ? '' : `<${name}>${inner}</${name}>`
}

/** An element around text; nothing without a text. */
export function leaf(name: string, text: string | null | undefined, attributes: Attributes = {}): Node {
  if (text === null || text === undefined || text === '') return ''
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(value)}"`)
  return `<${name}${written.join('')}>${escapeText(text)}</${name}>`
}

export const documentXml = (name: string, attributes: Attributes, ...content: readonly Content[]): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(value)}"`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name}${written.join('')}>${join(content)}</${name}>\n`
}
