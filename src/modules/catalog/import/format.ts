/** What each product format does: say which rows belong together, and make one draft of them. */
import type { Locale } from '../../../platform/values/shapes.ts'
import type { Row } from './csv.ts'
import type { ImportFormat, ProductDraft } from './draft.ts'
import type { Report } from './report.ts'

/** `currency` is the organisation's; `today` (YYYY-MM-DD) decides whether a dated sale runs. */
export type ReadOptions = { currency: string; today: string; locale: Locale }

export type FormatReader = {
  format: ImportFormat
  /** Places of the columns that are read or knowingly left aside. */
  claimed: ReadonlySet<number>
  /** Headers that two columns share, and ones without which nothing can be read; the first of either refuses the file. */
  duplicate: string | null
  missing: string | null
  /** Where the SKU column is, for clashes found between products. */
  skuAt: number | null
  /** Called once for each row in order, before any product is made: what the row says about its product. */
  refOf(row: Row): string
  /** The product a reference means, once all rows have been seen. */
  keyOf(ref: string): string
  /** Null when the rows make no product; the report says why. */
  assemble(rows: Row[], report: Report): ProductDraft | null
}

export type OpenFormat = (header: readonly string[], options: ReadOptions) => FormatReader
