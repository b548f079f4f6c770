/**
 * Prices a cart: catalogue prices at the destination, promotions, VAT by group. Pure, and always from the catalogue's
 * own prices, so that going to a place without VAT and back changes nothing. Shipping and fee are lines of their own.
 */
import { currencyScale } from '../../platform/values/currencies.ts'
import { divideRounded, formatDecimal, parseDecimal, tenTo, unitsAt } from '../../platform/values/decimal.ts'
import { sum } from '../../platform/values/spread.ts'
import { lineAmount } from '../../platform/values/totals.ts'
import { type Part, type Taxed, taxParts } from '../../platform/values/vat-groups.ts'
import type { VatClass } from '../catalog/values.ts'
import { applyPromotions } from '../promotions/engine.ts'
import type { Discounted, PromotionLine } from '../promotions/rule.ts'
import type { CartToPrice, PricedCart } from './priced.ts'
import { type VatRate, vatRateOf } from './vat-treatment.ts'

/** Throws `invalid` for goods or shipping below zero, for what is no number, and when the VAT table has no rate for a line. */
export function priceCart(cart: CartToPrice): PricedCart {
  const { currency, priceKind } = cart
  const scale = currencyScale(currency)
  const text = (minor: bigint) => formatDecimal({ units: minor, scale })

  const price = pricerOf(cart, scale)
  const lines = cart.lines.map((line) => ({
    ...line,
    ...price(line.unitPrice, line.vatClass, line.quantity, line.kind),
  }))
  const shipping = cart.shipping && price(cart.shipping.price, cart.shipping.vatClass)
  const fee = cart.fee && price(cart.fee.price, cart.fee.vatClass)

  const outcome = applyPromotions({ ...cart, lines, shipping: shipping?.total ?? 0n })
  const items = [
    ...lines.map((line, i) => discountItem(line, outcome.lines[i]!)),
    ...(shipping ? [discountItem(shipping, outcome.shipping)] : []),
    ...(fee ? [discountItem(fee, noDiscount)] : []),
  ]
  const { taxed, groups } = taxParts(items, priceKind)
  const priced = items.map((item, i) => describe(item, taxed[i]!, text))
  const extras = priced.slice(lines.length)

  const net = sum(groups.map(({ base }) => base))
  const vat = sum(groups.map(({ amount }) => amount))
  return {
    currency,
    priceKind,
    lines: lines.map(({ id, quantity, unitPrice }, i) => ({ id, quantity, unitPrice, ...priced[i]! })),
    shipping: shipping && { price: text(shipping.total), ...extras[0]! },
    fee: fee && { price: text(fee.total), ...extras.at(-1)! },
    totals: {
      subtotal: text(sum(lines.map(({ total }) => total))),
      discount: text(sum(outcome.lines.map(({ discount }) => discount))),
      shipping: text((shipping?.total ?? 0n) - outcome.shipping.discount),
      fee: text(fee?.total ?? 0n),
      net: text(net),
      vat: groups.map(({ category, rate, base, amount }) => ({
        category,
        rate,
        base: text(base),
        amount: text(amount),
      })),
      total: text(net + vat),
    },
    applied: outcome.applied.map((promotion) => ({ ...promotion, amount: text(promotion.amount) })),
    refused: outcome.refused,
  }
}

/** The price at the destination; `total` is quantity × price in minor units. */
type Item = VatRate & { unitPrice: string; total: bigint }
type DiscountedItem = Item & Discounted & Part

const noDiscount: Discounted = { discount: 0n, discounts: [] }

const discountItem = (item: Item, off: Discounted): DiscountedItem => ({
  ...item,
  ...off,
  value: item.total - off.discount,
})

function pricerOf({ sale, vatTable, priceKind }: CartToPrice, scale: number) {
  const domestic = { ...sale, destination: null }
  const known = new Map<string, { home: VatRate; there: VatRate }>()

  // A service is rendered at the house: where the parcels go does not move an appointment's VAT.
  const ratesOf = (vatClass: VatClass, kind: PromotionLine['kind']) => {
    const key = `${kind} ${vatClass}`
    const found = known.get(key)
    if (found) return found
    const home = vatRateOf(domestic, vatClass, vatTable)
    const rates = { home, there: kind === 'bookings' ? home : vatRateOf(sale, vatClass, vatTable) }
    known.set(key, rates)
    return rates
  }

  return (price: string, vatClass: VatClass, quantity = '1', kind: PromotionLine['kind'] = 'shop'): Item => {
    const { home, there } = ratesOf(vatClass, kind)
    const unitPrice = priceKind === 'gross' ? priceThere(price, home.rate, there.rate, scale) : price
    return { ...there, unitPrice, total: lineAmount(quantity, unitPrice, scale) }
  }
}

/**
 * A gross price elsewhere: the VAT of home out, that of the destination in, as a price tag at the currency's scale.
 * The net price is what stays; at home the price stays as it is, digit for digit.
 */
function priceThere(price: string, home: string, there: string, scale: number): string {
  if (home === there) return price
  const [from, to] = [onHundred(home), onHundred(there)]
  const exact = parseDecimal(price)
  const units = divideRounded(exact.units * to * tenTo(scale), from * tenTo(exact.scale))
  return formatDecimal({ units, scale })
}

/** 100 + the rate, in ten-thousandths: what a gross price is in proportion to its net. */
const onHundred = (rate: string) => 1_000_000n + unitsAt(parseDecimal(rate), 4)

function describe(item: DiscountedItem, { net, vat, gross }: Taxed, text: (minor: bigint) => string) {
  return {
    discount: text(item.discount),
    discounts: item.discounts.map((share) => ({ ...share, amount: text(share.amount) })),
    net: text(net),
    vat: text(vat),
    gross: text(gross),
    vatRate: item.rate,
    vatCategory: item.category,
  }
}
