/** Lists inside one cell of our CSV: `name=value; name=value`, with a backslash before a sign that is only text. */
import { localeCodes, type Locale, type Translated } from '../../../platform/values/shapes.ts'
import type { AttributeValue, DraftText, ImageDraft } from './draft.ts'

/** Breaks at unescaped separators; the parts keep their backslashes. */
function splitCell(text: string, separator: string): string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '\\') part += character + (text[++at] ?? '')
    else if (character === separator) {
      parts.push(part)
      part = ''
    } else part += character
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== '')
}

const escapeText = (text: string, signs: RegExp): string => text.replace(signs, '\\$&')
const unescapeText = (text: string): string => text.replace(/\\([\s\S])/g, '$1')

export const writeList = (values: string[]): string =>
  values.map((value) => escapeText(value, /[\\,]/g)).join(', ')
export const readList = (text: string): string[] => splitCell(text, ',').map(unescapeText)

export const writePath = (names: string[]): string =>
  names.map((name) => escapeText(name, /[\\>]/g)).join(' > ')
export const readPath = (text: string): string[] => splitCell(text, '>').map(unescapeText)

/** Both as written, backslashes and all. */
export type Pair = { name: string; value: string }

export function readPairs(text: string): { pairs: Pair[]; bad: string | null } {
  const pairs: Pair[] = []
  let bad: string | null = null
  for (const part of splitCell(text, ';')) {
    const match = /^((?:[^\\=]|\\[\s\S])+)=([\s\S]*)$/.exec(part)
    const name = match?.[1]?.trim() ?? ''
    if (match && name !== '') pairs.push({ name, value: (match[2] ?? '').trim() })
    else bad ??= part.slice(0, 60)
  }
  return { pairs, bad }
}

const pairText = (name: string, value: string) => `${name}=${value}`
const escapeName = (name: string) => escapeText(name, /[\\;=.]/g)
const escapeValue = (value: string) => escapeText(value, /[\\;]/g)

/** Pairs, not a record: the order of options is part of them. */
export const writeOptions = (options: [name: string, value: string][]): string =>
  options.map(([name, value]) => pairText(escapeName(name), escapeValue(value))).join('; ')

export function readOptions(text: string): { pairs: [name: string, value: string][]; bad: string | null } {
  const { pairs, bad } = readPairs(text)
  return { pairs: pairs.map(({ name, value }) => [unescapeText(name), unescapeText(value)]), bad }
}

/** Numbers and yes or no are written bare; a text that looks like one stands in quotation marks. */
export function writeAttributes(attributes: Record<string, AttributeValue>): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => {
      if (typeof value === 'string') return [pairText(escapeName(name), plainValue(value))]
      if (typeof value !== 'object') return [pairText(escapeName(name), String(value))]
      return translations(value).map(([locale, text]) =>
        pairText(`${escapeName(name)}.${locale}`, escapeValue(text)),
      )
    })
    .join('; ')
}

// Only what comes out again as it went in is a number: not 007, not twenty digits.
const isNumber = (text: string) => Number.isFinite(Number(text)) && String(Number(text)) === text
const looksTyped = (text: string) =>
  text === 'true' || text === 'false' || text.startsWith('"') || isNumber(text)
const plainValue = (value: string) => (looksTyped(value) ? `"${escapeValue(value)}"` : escapeValue(value))

export function attributesOf(pairs: Pair[]): Record<string, AttributeValue> {
  const found = new Map<string, AttributeValue>()
  for (const { name, value } of pairs) {
    const localized = /^((?:[^\\]|\\[\s\S])+)\.(el|en)$/.exec(name)
    const key = unescapeText(localized?.[1] ?? name)
    const earlier = found.get(key)
    if (!localized) found.set(key, typedValue(value))
    else
      found.set(key, {
        ...(typeof earlier === 'object' ? earlier : {}),
        [localized[2] as Locale]: unescapeText(value),
      })
  }
  return Object.fromEntries(found)
}

function typedValue(value: string): AttributeValue {
  if (value === 'true' || value === 'false') return value === 'true'
  if (isNumber(value)) return Number(value)
  return unescapeText(/^"[\s\S]*"$/.test(value) ? value.slice(1, -1) : value)
}

const translations = (text: Translated): [Locale, string][] =>
  localeCodes.flatMap((locale) =>
    text[locale] === undefined ? [] : [[locale, text[locale]] as [Locale, string]],
  )

/** One image a line: its address, then its texts, such as `https://… ; alt.el=Φιάλη; alt.en=Bottle`. */
export function writeImages(images: ImageDraft[]): string {
  return images.map(({ url, alt }) => [escapeText(url, /[\\;,]/g), ...altPairs(alt)].join('; ')).join('\n')
}

const escapeLine = (text: string) => escapeValue(text).replaceAll('\n', '\\\n')

function altPairs(alt: DraftText): string[] {
  if (typeof alt === 'string') return alt === '' ? [] : [pairText('alt', escapeLine(alt))]
  return translations(alt).map(([locale, text]) => pairText(`alt.${locale}`, escapeLine(text)))
}

/** Also read: several addresses in a line, parted by blanks or commas, as people type them. */
export function readImages(text: string): { images: ImageDraft[]; bad: string | null } {
  const images: ImageDraft[] = []
  let bad: string | null = null
  for (const part of splitCell(text, '\n').flatMap((line) => splitCell(line, ';'))) {
    const alt = /^alt(?:\.(el|en))?=([\s\S]*)$/.exec(part)
    const last = images.at(-1)
    if (!alt)
      images.push(
        ...part
          .split(/(?<![\s,\\])[\s,]+(?=https?:\/\/)/i)
          .map((url) => ({ url: unescapeText(url), alt: '' })),
      )
    else if (!last) bad ??= part.slice(0, 60)
    else last.alt = joined(last.alt, alt[1] as Locale | undefined, unescapeText(alt[2] ?? '').trim())
  }
  return { images, bad }
}

const joined = (before: DraftText, locale: Locale | undefined, text: string): DraftText =>
  locale === undefined ? text : { ...(typeof before === 'object' ? before : {}), [locale]: text }
