/** A template's words: paragraphs with `{names}`, filled without ever reading the values themselves as wording. */
import { type FieldError, invalid } from '../http/app-error.ts'
import type { MailBlock, MailContent } from './blocks.ts'
import type { House } from './house.ts'
import type { Filling, MailTemplate } from './template.ts'

export type Wording = { subject: string; body: string }

export const longestSubject = 200
export const longestBody = 10_000

/** The built-in words in the house's language. */
export const builtInWording = (
  { subject, body }: Pick<MailTemplate, 'subject' | 'body'>,
  { t }: House,
): Wording => ({
  subject: t(subject),
  body: t(body),
})

/** The filling, with the names that every mail has: `{greeting}`, `{name}`, `{organization}`, `{site}`. */
export function withCommon(
  { values, parts = {} }: Filling,
  house: House,
  recipient: string | null,
): Required<Filling> {
  const { t } = house
  return {
    values: {
      greeting: recipient ? t('mail.greeting', { name: recipient }) : t('mail.greetingPlain'),
      name: recipient ?? '',
      organization: house.name,
      site: house.site,
      ...values,
    },
    parts,
  }
}

export function compose(wording: Wording, { values, parts }: Required<Filling>): MailContent {
  const blocks = paragraphsOf(wording.body).flatMap((paragraph): readonly MailBlock[] => {
    const part = /^\{(\w+)\}$/.exec(paragraph)?.[1]
    if (part && Object.hasOwn(parts, part)) return parts[part]!
    const isHeading = paragraph.startsWith('# ')
    const text = fill(isHeading ? paragraph.slice(2) : paragraph, values).trim()
    return text ? [{ kind: isHeading ? 'heading' : 'text', text }] : []
  })
  const texts = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []))
  return {
    // A line break in a subject would begin another header.
    subject: fill(wording.subject, values).replaceAll(/\s+/g, ' ').trim().slice(0, longestSubject),
    // The first paragraph is the greeting.
    preview: (texts[1] ?? texts[0] ?? '').slice(0, 140),
    blocks,
  }
}

/** Refuses words of an organisation's own that name what the mail has not, or leave out what it needs. */
export function requireFitting(
  template: Pick<MailTemplate, 'needs'>,
  wording: Wording,
  { values, parts }: Required<Filling>,
): void {
  const errors: FieldError[] = []
  const check = (pointer: string, text: string, names: readonly string[]) => {
    const unknown = namesIn(text).filter((name) => !names.includes(name))
    for (const name of unknown) {
      errors.push({
        pointer,
        message: `This mail has no {${name}}. It has ${names.map((n) => `{${n}}`).join(', ')}.`,
      })
    }
  }
  check('/subject', wording.subject, Object.keys(values))
  for (const paragraph of paragraphsOf(wording.body)) {
    const isPart = /^\{\w+\}$/.test(paragraph)
    check('/body', paragraph, [...Object.keys(values), ...(isPart ? Object.keys(parts) : [])])
  }
  const missing = (template.needs ?? []).filter((name) => !paragraphsOf(wording.body).includes(`{${name}}`))
  for (const name of missing) {
    errors.push({ pointer: '/body', message: `The mail needs {${name}} as a paragraph of its own.` })
  }
  if (errors.length > 0) throw invalid(errors[0]!.message, { errors })
}

const paragraphsOf = (body: string): string[] =>
  body
    .replaceAll('\r', '')
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)

const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)

const fill = (text: string, values: Record<string, string>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  )
