/**
 * The mails the program knows how to write. A template brings its wording (message keys, which an organisation may
 * replace by its own) and, from the data, the values and parts that the wording names in braces.
 */
import type { MessageKey } from '../i18n/keys.ts'
import type { MailBlock } from './blocks.ts'
import type { House } from './house.ts'

export type Filling = {
  /** What `{name}` stands for within a sentence. */
  values: Record<string, string>
  /** What a paragraph that is only `{name}` stands for: a button, the lines of an order. */
  parts?: Record<string, readonly MailBlock[]>
}

export type MailTemplate<Data = unknown> = {
  /** `order.confirmation` */
  name: string
  /** When it is sent and to whom, for those who edit it. */
  purpose: MessageKey
  subject: MessageKey
  /** Paragraphs, parted by an empty line; `# ` begins a heading. */
  body: MessageKey
  /** Parts without which the mail would be of no use; an organisation's own wording must have them. */
  needs?: readonly string[]
  /** It carries a way into somebody's account: nobody but the recipient may read it, and it is not kept once sent. */
  isConfidential?: boolean
  fill: (data: Data, house: House) => Filling
  /** Invented data, for previews. */
  sample: (house: House) => Data
}

// The built pages and the server's sources are two copies of this file, and must know the same templates.
const key = Symbol.for('stoa.mailTemplates')
const shared = globalThis as unknown as Record<symbol, Map<string, MailTemplate> | undefined>
const known = (shared[key] ??= new Map())

/** Declares a template and makes it known to previews and to the list of templates. */
export function defineTemplate<Data>(template: MailTemplate<Data>): MailTemplate<Data> {
  // Its sample and its filling belong together; the list need not know of what they are made.
  known.set(template.name, template as unknown as MailTemplate<unknown>)
  return template
}

export const findTemplate = (name: string): MailTemplate | null => known.get(name) ?? null

export const allTemplates = (): MailTemplate[] =>
  [...known.values()].toSorted((a, b) => a.name.localeCompare(b.name))
