/** Reads messages as they are written into what `message.ts` fills. Browsers never need it: they are given messages that were read. */
import type { Message, Node } from './message.ts'

/** Reads one message; throws a SyntaxError that names the message and what is wrong. */
export function parseMessage(source: string): Node[] {
  let at = 0
  const fail = (what: string): never => {
    throw new SyntaxError(`${what} at ${at} in message "${source}"`)
  }
  const word = (): string => {
    const [found = ''] = /^\s*[=\w]*\s*/.exec(source.slice(at)) ?? []
    at += found.length
    return found.trim() || fail('A name is missing')
  }
  const expect = (sign: string) => (source[at] === sign ? at++ : fail(`"${sign}" is missing`))

  const nodes = (inside: 'plural' | 'select' | null): Node[] => {
    const out: Node[] = []
    let text = ''
    const flush = () => {
      if (text) out.push(text)
      text = ''
    }
    while (at < source.length && source[at] !== '}') {
      const sign = source[at]!
      if (sign === '{') {
        flush()
        out.push(place(inside))
      } else if (sign === '#' && inside === 'plural') {
        flush()
        out.push(0)
        at++
      } else {
        text += sign
        at++
      }
    }
    flush()
    return out
  }

  const place = (inside: 'plural' | 'select' | null): Node => {
    expect('{')
    const name = word()
    if (source[at] === '}') {
      at++
      return [name]
    }
    expect(',')
    const kind = word()
    if (kind !== 'plural' && kind !== 'select') return fail(`"${kind}" is not known`)
    expect(',')
    const options: Record<string, Node[]> = {}
    while (source[at] !== '}') {
      if (at >= source.length) fail('A closing brace is missing')
      const option = word()
      expect('{')
      // A choice within a plural still counts with the plural's number.
      options[option] = nodes(kind === 'plural' ? 'plural' : inside)
      expect('}')
      at += /^\s*/.exec(source.slice(at))![0].length
    }
    if (!options.other) fail('The option "other" is missing')
    expect('}')
    return [name, kind, options]
  }

  const all = nodes(null)
  if (at < source.length) fail('A closing brace is too many')
  return all
}

/** A message without places stays the text it is. */
export const compileMessage = (source: string): Message =>
  source.includes('{') ? parseMessage(source) : source

/** The places a message has, sorted, for comparing its translations. */
export function placesOf(source: string): string[] {
  const names = new Set<string>()
  const visit = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (typeof node === 'string' || node === 0) continue
      const [name, , options] = node
      names.add(name)
      for (const option of Object.values(options ?? {})) visit(option)
    }
  }
  visit(parseMessage(source))
  return [...names].toSorted()
}
