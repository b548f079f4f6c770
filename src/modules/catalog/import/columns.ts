/** Finds a format's columns by their headers and reads cells by field, cleaned of what no text should hold. */
import type { Row } from './csv.ts'
import { fromSafeCell } from './formulas.ts'

/** For each field the headers it may have, first choice first, in small letters. */
export type Aliases<F extends string> = Record<F, readonly string[]>

export type Columns<F extends string> = {
  header: readonly string[]
  index: ReadonlyMap<F, number>
  /** Which columns the format reads or knowingly leaves aside; the rest are reported. */
  claimed: Set<number>
  /** A column that two headers claim, if any. */
  duplicate: string | null
}

export const sameHeader = (header: string) => header.toLowerCase()

export function findColumns<F extends string>(
  header: readonly string[],
  aliases: Aliases<F>,
  aside: readonly string[] = [],
): Columns<F> {
  const names = header.map(sameHeader)
  const index = new Map<F, number>()
  const claimed = new Set<number>()
  let duplicate: string | null = null
  for (const field of Object.keys(aliases) as F[]) {
    const name = aliases[field].find((alias) => names.includes(alias))
    if (name === undefined) continue
    const at = names.indexOf(name)
    if (names.indexOf(name, at + 1) >= 0) duplicate ??= header[at] ?? null
    index.set(field, at)
    claimed.add(at)
  }
  for (const [at, name] of names.entries()) if (aside.includes(name)) claimed.add(at)
  return { header, index, claimed, duplicate }
}

/** The cell's text, '' when blank, undefined when the file has no such column. */
export function cellOf<F extends string>(columns: Columns<F>, row: Row, field: F): string | undefined {
  const at = columns.index.get(field)
  return at === undefined ? undefined : cleanCell(row.cells[at] ?? '')
}

// Tabs and line breaks are text; zero bytes are refused elsewhere; the rest is what old databases leave behind.
const controls = /(?![\t\n\r\0])\p{Cc}/gu

// Nearly every cell of a file is blank or one of these, and a file has millions.
const isClean = /^[^\P{ASCII}\p{Cc} '](?:[^\P{ASCII}\p{Cc}]*[^\P{ASCII}\p{Cc} ])?$/u

export function cleanCell(raw: string): string {
  if (raw === '' || isClean.test(raw)) return raw
  return fromSafeCell(raw).replace(controls, '').trim().normalize('NFC')
}

export const hasControls = (raw: string): boolean => raw !== '' && raw.search(controls) >= 0

/** A zero byte, or what a decoder leaves where bytes were no text. */
export const isDamaged = (raw: string): boolean => raw.includes('\0') || raw.includes('\ufffd')
