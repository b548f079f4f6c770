/** Reads the cells of one format's columns as text, money, numbers and flags, noting what cannot be read. */
import { cellOf, type Columns } from './columns.ts'
import type { Row } from './csv.ts'
import { type Read, readGrams, readMoney, readQuantity, readWhole, type WeightUnit } from './numbers.ts'
import type { ProblemCode } from './problem-texts.ts'
import type { Params } from './problems.ts'
import type { Report } from './report.ts'

/** Everywhere: undefined when there is no such column, null (or '') when the cell is blank or was refused. */
export type Fields<F extends string> = ReturnType<typeof fieldsOf<F>>

const yes = ['true', '1', 'yes', 'ναι', 'αληθησ', 'αληθεσ']
const no = ['false', '0', 'no', 'οχι', 'ψευδησ', 'ψευδεσ']

/** Greek capitals have no accents and one sigma, so neither counts. */
const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ς', 'σ')

export function fieldsOf<F extends string>(columns: Columns<F>, report: Report, currency: string) {
  const raw = (row: Row, field: F) => cellOf(columns, row, field)
  const note = (row: Row, field: F | null, code: ProblemCode, params?: Params) =>
    report.note(row, field === null ? null : (columns.index.get(field) ?? null), code, params)

  function value<T>(row: Row, field: F, parse: (text: string) => Read<T>): T | null | undefined {
    const text = raw(row, field)
    if (text === undefined || text === '') return text === '' ? null : undefined
    const result = parse(text)
    if (result.ok) return result.value
    note(row, field, result.code, result.params)
    return null
  }

  function count(row: Row, field: F): number | null | undefined {
    const whole = value(row, field, readWhole)
    if (whole === null || whole === undefined || whole >= 0) return whole
    note(row, field, 'negative_number')
    return null
  }

  return {
    has: (field: F) => columns.index.has(field),
    raw,
    note,
    value,
    text(row: Row, field: F, limit: number): string | undefined {
      const text = raw(row, field)
      if (text !== undefined && text.length > limit)
        note(row, field, 'too_long', { limit, count: text.length })
      return text
    },
    /** An SKU or barcode; one that a spreadsheet turned into 5.2E+12 has lost its digits. */
    code(row: Row, field: F, limit: number): string | undefined {
      const text = raw(row, field)
      if (text !== undefined && text.length > limit)
        note(row, field, 'too_long', { limit, count: text.length })
      if (text !== undefined && /^\d(?:[.,]\d+)?E\+\d+$/i.test(text)) note(row, field, 'shortened_code')
      return text
    },
    money: (row: Row, field: F) => value(row, field, (text) => readMoney(text, currency)),
    whole: (row: Row, field: F) => value(row, field, readWhole),
    /** A whole number of zero or above. */
    count,
    quantity: (row: Row, field: F) => value(row, field, readQuantity),
    grams: (row: Row, field: F, unit: WeightUnit) => value(row, field, (text) => readGrams(text, unit)),
    flag(row: Row, field: F): boolean | null | undefined {
      const cell = raw(row, field)
      if (cell === undefined || cell === '') return cell === '' ? null : undefined
      const text = folded(cell)
      if (yes.includes(text)) return true
      if (no.includes(text)) return false
      note(row, field, 'bad_flag')
      return null
    },
    /** Oversold stock of another shop starts at zero here. */
    stock(row: Row, field: F): number | null | undefined {
      const whole = value(row, field, readWhole)
      if (whole === null || whole === undefined || whole >= 0) return whole
      note(row, field, 'negative_stock')
      return 0
    },
  }
}

/** Without the properties that are undefined: absent says "leave the stored value alone". */
export function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T
}
