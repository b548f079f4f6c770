/**
 * Reads a product file of any known shop into drafts, one product at a time. The rows of a product may lie anywhere in
 * the file; only products under way are held. A product with a refused row is refused whole, and the others go on.
 */
import type { Locale } from '../../../platform/values/shapes.ts'
import { hasControls, isDamaged } from './columns.ts'
import { type CsvFile, type CsvOptions, openCsv, type Row } from './csv.ts'
import { detectFormat } from './detect.ts'
import type { ImportFormat, ProductDraft } from './draft.ts'
import type { FormatReader, OpenFormat, ReadOptions } from './format.ts'
import { openOwn } from './own.ts'
import { fileRefused, type Problem, problemOf } from './problems.ts'
import { newReport, type Report } from './report.ts'
import { openShopify } from './shopify.ts'
import type { Source } from './source.ts'
import { openWooCommerce } from './woocommerce.ts'

export type Outcome =
  | { kind: 'read'; draft: ProductDraft; rows: Row[]; problems: Problem[] }
  | { kind: 'refused'; rows: Row[]; problems: Problem[] }

export type ProductFile = Pick<CsvFile, 'encoding' | 'delimiter' | 'header' | 'headerRow'> & {
  format: ImportFormat
  rowCount: number
  /** Columns that hold values and are not imported. */
  problems: Problem[]
  /** Each product once, when its last row has been read. Warnings come with a draft, errors with a refusal. */
  products(): AsyncIterable<Outcome>
}

export type ReadProductsOptions = Omit<CsvOptions, 'locale'> & {
  /** Detected from the headers when absent. */
  format?: ImportFormat
  currency?: string
  /** YYYY-MM-DD, in the organisation's time zone. */
  today: string
  locale?: Locale
}

const openers: Record<ImportFormat, OpenFormat> = {
  shopify: openShopify,
  woocommerce: openWooCommerce,
  stoa: openOwn,
}

/** @throws AppError invalid or too_large when the file as a whole cannot be read; its code is a ProblemCode. */
export async function readProducts(source: Source, options: ReadProductsOptions): Promise<ProductFile> {
  const read: ReadOptions = { currency: 'EUR', locale: 'en', ...options }
  const csv = await openCsv(source, options)
  const format = options.format ?? detectFormat(csv.header)
  if (format === null) throw fileRefused('invalid', 'unknown_format', {}, read.locale)
  const reader = openers[format](csv.header, read)
  if (reader.duplicate)
    throw fileRefused('invalid', 'duplicate_column', { column: reader.duplicate }, read.locale)
  if (reader.missing) throw fileRefused('invalid', 'missing_column', { column: reader.missing }, read.locale)

  const plan = await planOf(csv, reader)
  const { encoding, delimiter, header, headerRow } = csv
  return {
    encoding,
    delimiter,
    header,
    headerRow,
    format,
    rowCount: plan.rowCount,
    problems: ignoredColumns(csv, plan, read.locale),
    products: () => products(csv, reader, plan, read),
  }
}

type Plan = {
  rowCount: number
  /** By product, the number of its last row: when it has been read the product is complete. */
  lastRow: Map<string, number>
  /** How many rows have a value in each column that nobody reads. */
  unread: Map<number, number>
}

async function planOf(csv: CsvFile, reader: FormatReader): Promise<Plan> {
  const plan: Plan = { rowCount: 0, lastRow: new Map(), unread: new Map() }
  const unclaimed = csv.header.flatMap((_, at) => (reader.claimed.has(at) ? [] : [at]))
  const lastOfRef = new Map<string, number>()
  for await (const row of csv.rows()) {
    plan.rowCount++
    lastOfRef.set(reader.refOf(row), row.number)
    for (const at of unclaimed) if (row.cells[at]?.trim()) plan.unread.set(at, (plan.unread.get(at) ?? 0) + 1)
  }
  for (const [ref, last] of lastOfRef) {
    const key = reader.keyOf(ref)
    plan.lastRow.set(key, Math.max(last, plan.lastRow.get(key) ?? 0))
  }
  return plan
}

function ignoredColumns(csv: CsvFile, plan: Plan, locale: Locale): Problem[] {
  const inOrder = [...plan.unread].toSorted(([a], [b]) => a - b)
  return inOrder.map(([at, count]) => {
    const column = csv.header[at] || `#${at + 1}`
    return problemOf(
      { row: csv.headerRow, column, value: column },
      'column_ignored',
      { column, count },
      locale,
    )
  })
}

async function* products(
  csv: CsvFile,
  reader: FormatReader,
  plan: Plan,
  options: ReadOptions,
): AsyncIterable<Outcome> {
  const open = new Map<string, Row[]>()
  const skuRows = new Map<string, number>()
  for await (const row of csv.rows()) {
    const key = reader.keyOf(reader.refOf(row))
    const rows = open.get(key) ?? []
    rows.push(row)
    if (plan.lastRow.get(key) !== row.number) {
      open.set(key, rows)
      continue
    }
    open.delete(key)
    yield outcomeOf(rows, csv, reader, skuRows, options)
  }
}

function outcomeOf(
  rows: Row[],
  csv: CsvFile,
  reader: FormatReader,
  skuRows: Map<string, number>,
  options: ReadOptions,
): Outcome {
  const report = newReport(csv.header, options.locale)
  const isWhole = rows.map((row) => isWellFormed(row, csv.header, report)).every(Boolean)
  // The cells of a ragged row stand under the wrong headers; what they seem to say is no help.
  const draft = isWhole ? reader.assemble(rows, report) : null
  if (draft && !report.hasErrors()) claimSkus(draft, rows, reader.skuAt, skuRows, report)
  const problems = report.problems.toSorted((a, b) => a.row - b.row)
  if (draft === null || report.hasErrors()) return { kind: 'refused', rows, problems }
  for (const variant of draft.variants) skuRows.set(variant.sku, variant.row)
  return { kind: 'read', draft, rows, problems }
}

function isWellFormed(row: Row, header: readonly string[], report: Report): boolean {
  // Spreadsheets add empty cells behind the last column.
  const surplus = row.cells.slice(header.length).some((cell) => cell.trim() !== '')
  if (row.cells.length < header.length || surplus) {
    report.note(row, null, 'ragged_row', { cells: row.cells.length, columns: header.length })
    return false
  }
  for (const [at, cell] of row.cells.entries()) {
    if (isDamaged(cell)) report.note(row, at, 'damaged_text')
    else if (hasControls(cell)) report.note(row, at, 'control_characters')
  }
  return true
}

/** The first product to be accepted keeps its SKUs; a later one with the same is refused. */
function claimSkus(
  draft: ProductDraft,
  rows: Row[],
  skuAt: number | null,
  skuRows: Map<string, number>,
  report: Report,
): void {
  const own = new Map<string, number>()
  for (const { sku, row: number, isSkuDerived } of draft.variants) {
    const taken = own.get(sku) ?? skuRows.get(sku)
    own.set(sku, number)
    const row = taken === undefined ? undefined : rows.find((candidate) => candidate.number === number)
    if (row) report.note(row, isSkuDerived ? null : skuAt, 'duplicate_sku', { sku, row: taken ?? 0 })
  }
}
