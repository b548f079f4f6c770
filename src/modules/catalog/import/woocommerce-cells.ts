/** The small languages inside WooCommerce's cells: lists, category paths, types, flags of more than two values. */
import type { Row } from './csv.ts'
import type { ProductStatus, VatClass } from '../values.ts'
import type { Fields } from './fields.ts'
import type { WooField } from './woocommerce-columns.ts'

type F = Fields<WooField>

/** `a, b\, c` is the two values "a" and "b, c". */
export const listOf = (text: string): string[] =>
  text
    .split(/(?<!\\),/)
    .map((part) => plainText(part.replaceAll('\\,', ',')).trim())
    .filter((part) => part !== '')

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** WordPress keeps names with a few HTML entities in them; a name is plain text. */
export const plainText = (text: string): string =>
  text.replace(
    /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,6})|#x([\da-f]{1,5}));/gi,
    (whole, name, decimal, hex) => {
      if (name) return named[String(name).toLowerCase()] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : whole
    },
  )

/** The exporter writes a line break as \n, and a real \n as \\n. */
export const withBreaks = (text: string): string =>
  text.replace(/\\\\n|\\n/g, (escape) => (escape.length === 3 ? '\\n' : '\n'))

const nowhere = ['uncategorized', 'uncategorised', 'χωρίς κατηγορία', 'αταξινόμητα']

/** The deepest category, and the names of those that are not above it. */
export function categoryOf(text: string): { path: string[]; others: string[] } {
  const paths = listOf(text)
    .map((path) => path.split('>').map((part) => part.trim()))
    .map((path) => path.filter((part) => part !== ''))
    .filter((path) => path.length > 0 && !nowhere.includes(path.join('>').toLowerCase()))
  const path = paths.reduce<string[]>((best, next) => (next.length > best.length ? next : best), [])
  const isAbove = (other: string[]) => other.every((name, at) => name === path[at])
  return { path, others: paths.filter((other) => !isAbove(other)).map((other) => other.at(-1) ?? '') }
}

/** 1 is published, 0 private, -1 a draft, 2 waiting for review; blank is what a new product gets. */
export function statusOf(row: Row, fields: F): ProductStatus | undefined {
  const published = fields.raw(row, 'published')?.toLowerCase()
  if (published === undefined) return undefined
  if (published === '-1' || published === '2' || published === 'false') return 'draft'
  if (published === '0' || fields.raw(row, 'visibility')?.toLowerCase() === 'hidden') {
    fields.note(row, published === '0' ? 'published' : 'visibility', 'hidden_as_draft')
    return 'draft'
  }
  if (published !== '' && published !== '1' && published !== 'true') {
    fields.note(row, 'published', 'bad_status', { allowed: '1, 0, -1, 2' })
  }
  return 'published'
}

const taxClasses = new Map<string, VatClass>([
  ['', 'standard'],
  ['standard', 'standard'],
  ['reduced-rate', 'reduced'],
  ['super-reduced-rate', 'superReduced'],
  ['super-reduced', 'superReduced'],
  ['zero-rate', 'zero'],
])

/** `none` and `shipping` leave the goods themselves untaxed. */
export function vatClassOf(row: Row, fields: F): VatClass | undefined {
  const status = fields.raw(row, 'taxStatus')?.toLowerCase()
  if (status === 'none' || status === 'shipping') return 'zero'
  const text = fields.raw(row, 'taxClass')?.toLowerCase()
  if (text === undefined) return undefined
  const vatClass = taxClasses.get(text)
  if (!vatClass) fields.note(row, 'taxClass', 'vat_class_unknown')
  return vatClass
}
