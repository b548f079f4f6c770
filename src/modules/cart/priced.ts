/** What a priced cart is: every figure that the screen, the order and the invoice will show, and what changed since. */
import type { CartVariant } from '../catalog/for-cart.ts'
import type { ShippingMethod } from '../shipping/methods.ts'
import type { Translated } from '../../platform/values/shapes.ts'
import type { Cart, CartLine } from './carts.ts'

/** All amounts are decimal strings at the currency's scale. `gross` is net + VAT of the line after its discount. */
export type PricedLine = {
  line: CartLine
  variant: CartVariant
  unitPrice: string
  discount: string
  net: string
  vat: string
  gross: string
  vatRate: string
}

export type Change =
  | { kind: 'price_changed'; lineId: string; from: string; to: string }
  | { kind: 'out_of_stock'; lineId: string; requested: number; available: number }
  | { kind: 'unavailable'; lineId: string }
  | { kind: 'total_changed'; from: string; to: string }
  | { kind: 'promotion_refused'; code: string; reason: string }

export type MethodQuote = {
  method: ShippingMethod
  /** What the customer is shown, in the organisation's price kind. */
  price: string
  /** How the price falls to the producers, by producer id; adds up to the price. */
  shares: Record<string, string>
}

export type PricedCart = {
  cart: Cart
  lines: PricedLine[]
  /** What can be chosen for the address; empty while there is no address. */
  quotes: MethodQuote[]
  /** From which sum of goods an order to there travels for nothing; null when none does. */
  freeFrom: string | null
  /** The chosen one, when it still serves the address. */
  chosen: MethodQuote | null
  promotions: { promotionId: string; code: string | null; name: Translated; amount: string }[]
  totals: {
    net: string
    vat: { rate: string; base: string; amount: string }[]
    shipping: string
    shippingVatRate: string
    discount: string
    fee: string
    total: string
  }
  changes: Change[]
}
