/** What an invoice, order or quote is reckoned from and what comes out. Amounts are decimal strings, percents and rates too. */
import type { Pricing } from './vat-groups.ts'

/** Off or on top: an amount of money, or a percentage of what it stands beside. */
export type Adjustment = { amount: string; percent?: undefined } | { percent: string; amount?: undefined }

type Taxable = {
  vatRate: string
  /** The EN 16931 code; `S`, or `Z` where the rate is zero, when absent. */
  vatCategory?: string
}

export type DocumentLine = Taxable & {
  quantity: string
  unitPrice: string
  /** How many units the price is for; 1 when absent. */
  baseQuantity?: string
  allowances?: readonly Adjustment[]
  charges?: readonly Adjustment[]
}

/**
 * On the whole document. With a VAT rate it belongs to that group, and a percentage is one of the group's lines;
 * without one it is spread over all lines by value, and as an allowance cannot take more than there is.
 */
export type DocumentAdjustment = Adjustment & Partial<Taxable>

export type DocumentInput = {
  currency: string
  pricing: Pricing
  lines: readonly DocumentLine[]
  allowances?: readonly DocumentAdjustment[]
  charges?: readonly DocumentAdjustment[]
  /** Paid before the document was drawn up, and since. */
  prepaid?: string
  paid?: string
  /** Added to what is due, as where small coins are gone; may be negative. */
  rounding?: string
}

/** net + vat = gross. */
export type TaxedAmounts = { net: string; vat: string; gross: string; vatRate: string; vatCategory: string }

export type TotalledLine = TaxedAmounts & {
  /** Quantity × price, before its own allowances and charges. */
  subtotal: string
  /** What each allowance and charge of the line came to, in the order given. */
  allowances: string[]
  charges: string[]
}

/** One share of a document allowance or charge in one VAT group; `index` is its place in the input. */
export type TotalledAdjustment = TaxedAmounts & { index: number }

export type DocumentTotals = {
  currency: string
  lines: TotalledLine[]
  allowances: TotalledAdjustment[]
  charges: TotalledAdjustment[]
  /** All without VAT until `gross`, in both pricings: net = lines − allowances + charges = Σ vat.base. */
  totals: {
    lines: string
    allowances: string
    charges: string
    net: string
    vat: { category: string; rate: string; base: string; amount: string }[]
    vatTotal: string
    gross: string
    prepaid: string
    paid: string
    rounding: string
    /** gross − prepaid − paid + rounding. */
    due: string
  }
}
