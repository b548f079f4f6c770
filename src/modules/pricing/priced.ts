/** What the cart is priced from, and every figure that comes out: for the screen, the order and the invoice alike. */
import type { Pricing } from '../../platform/values/vat-groups.ts'
import type { VatClass } from '../catalog/values.ts'
import type { PromotionCart, PromotionLine, PromotionOutcome } from '../promotions/rule.ts'
import type { VatTable } from './vat-rates.ts'
import type { Sale } from './vat-treatment.ts'

/** Prices are decimal strings as the catalogue has them: with the seller's own VAT when the price kind is gross. */
export type LineToPrice = Omit<PromotionLine, 'total'> & { unitPrice: string; vatClass: VatClass }
export type ExtraToPrice = { price: string; vatClass: VatClass }

export type CartToPrice = Pick<
  PromotionCart,
  'currency' | 'promotions' | 'codes' | 'usedByCustomer' | 'now'
> & {
  priceKind: Pricing
  lines: readonly LineToPrice[]
  /** Null while none is chosen. */
  shipping: ExtraToPrice | null
  /** The payment's own price, as of cash on delivery. */
  fee: ExtraToPrice | null
  sale: Sale
  vatTable: VatTable
}

/** A promotion's share of a discount. */
export type DiscountShare = { promotionId: string; code: string | null; amount: string }

/** net + vat = gross. */
type PricedItem = {
  discount: string
  discounts: DiscountShare[]
  net: string
  vat: string
  gross: string
  vatRate: string
  vatCategory: string
}

/** Unit price × quantity − discount is `gross` when prices are gross and `net` when they are net. */
export type PricedLine = PricedItem & { id: string; quantity: string; unitPrice: string }
/** The same of the price for shipping or payment. */
export type PricedExtra = PricedItem & { price: string }

export type PricedCart = {
  currency: string
  priceKind: Pricing
  lines: PricedLine[]
  shipping: PricedExtra | null
  fee: PricedExtra | null
  /**
   * `subtotal − discount + shipping + fee` is `total` when prices are gross, and `net` when they are net.
   * `discount` is the goods'; `shipping` is what is left of it to pay. net = Σ vat.base and total = net + Σ vat.amount.
   */
  totals: {
    subtotal: string
    discount: string
    shipping: string
    fee: string
    net: string
    vat: { category: string; rate: string; base: string; amount: string }[]
    total: string
  }
  applied: (Omit<PromotionOutcome['applied'][number], 'amount'> & { amount: string })[]
  refused: PromotionOutcome['refused']
}
