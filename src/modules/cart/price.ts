/** Prices a stored cart with what is true now, and says what has changed since it was filled. Six reads, one round trip. */
import type { Inside } from '../../platform/tenancy/context.ts'
import { add, compare, multiply } from '../../platform/values/decimal.ts'
import { amountOf, minorUnits } from '../../platform/values/money.ts'
import { spread } from '../../platform/values/spread.ts'
import { type CartVariant, variantsForCart } from '../catalog/for-cart.ts'
import { priceCart as priceFigures } from '../pricing/price-cart.ts'
import { vatTableFor } from '../pricing/rates.ts'
import { producerShipping, type ProducerShipping } from '../producers/names.ts'
import { candidatePromotions } from '../promotions/promotions.ts'
import { usesOf } from '../promotions/uses.ts'
import { leastFreeFrom } from '../shipping/free-shipping.ts'
import { offeredMethods } from '../shipping/methods.ts'
import { type Parcel, quoteMethods } from '../shipping/quotes.ts'
import { type Cart, type CartLine, linesOfCart } from './carts.ts'
import type { Change, MethodQuote, PricedCart } from './priced.ts'

type Item = { line: CartLine; variant: CartVariant }

export async function priceCart(ctx: Inside, cart: Cart): Promise<PricedCart> {
  const lines = await linesOfCart(ctx, cart.id)
  const [variants, promotions, uses, methods, vatTable] = await Promise.all([
    variantsForCart(
      ctx,
      lines.map((line) => line.variantId),
    ),
    candidatePromotions(ctx, cart.promotionCodes),
    usesOf(ctx, cart.email),
    offeredMethods(ctx),
    vatTableFor(ctx),
  ])
  const items = lines.flatMap((line): Item[] => {
    const variant = variants.get(line.variantId)
    return variant ? [{ line, variant }] : []
  })
  const parcels = parcelsOf(
    items,
    await producerShipping(
      ctx,
      items.map(({ variant }) => variant.producerId),
    ),
  )
  const { currency, priceKind, country, settings } = ctx.organization
  const destination = cart.shippingAddress
    ? { country: cart.shippingAddress.country, postalCode: cart.shippingAddress.postalCode }
    : null
  const quotes = quoteMethods(methods, { destination, parcels, currency })
  const wished = quotes.find(({ method }) => method.id === cart.shippingMethodId) ?? null
  const cashFee = cart.paymentProvider === 'cash-on-delivery' ? settings.cashOnDelivery?.fee : undefined

  const figures = priceFigures({
    currency,
    priceKind,
    now: ctx.now,
    codes: cart.promotionCodes,
    promotions,
    usedByCustomer: uses,
    vatTable,
    sale: {
      origin: country,
      // Who fetches the goods buys them here.
      destination: wished?.method.provider === 'pickup' ? country : (destination?.country ?? null),
      isOssRegistered: settings.isOssRegistered ?? false,
      // A number counts once it was found valid with the tax office; that look-up comes with the back office.
      hasValidVatNumber: false,
    },
    lines: items.map(({ line, variant }) => ({
      id: line.id,
      kind: 'shop' as const,
      productId: variant.productId,
      categoryIds: variant.categoryPath,
      producerId: variant.producerId,
      quantity: String(line.quantity),
      unitPrice: variant.price,
      vatClass: variant.vatClass,
    })),
    shipping: wished ? { price: wished.price, vatClass: wished.method.vatClass } : null,
    fee: cashFee ? { price: cashFee, vatClass: 'standard' } : null,
  })
  return {
    cart,
    quotes,
    freeFrom: leastFreeFrom(methods, destination?.country ?? country),
    chosen: wished && { ...wished, shares: sharesOf(wished, figures.shipping!.gross, currency) },
    lines: items.map((item, index) => {
      const { unitPrice, discount, net, vat, gross, vatRate } = figures.lines[index]!
      return { ...item, unitPrice, discount, net, vat, gross, vatRate }
    }),
    promotions: figures.applied.map(({ promotionId, code, amount }) => ({
      promotionId,
      code,
      amount,
      name: promotions.find((promotion) => promotion.id === promotionId)!.name,
    })),
    totals: {
      net: figures.totals.net,
      vat: figures.totals.vat.map(({ rate, base, amount }) => ({ rate, base, amount })),
      shipping: figures.totals.shipping,
      shippingVatRate: figures.shipping?.vatRate ?? '0',
      discount: figures.totals.discount,
      fee: figures.totals.fee,
      total: figures.totals.total,
    },
    changes: [
      ...items.flatMap(changesOf),
      ...lines
        .filter((line) => !variants.has(line.variantId))
        .map((line): Change => ({ kind: 'unavailable', lineId: line.id })),
      ...figures.refused.map(({ code, reason }): Change => ({ kind: 'promotion_refused', code, reason })),
    ],
  }
}

/** How what is really paid for shipping, with VAT and after free shipping, falls to the producers. */
function sharesOf(quote: MethodQuote, paid: string, currency: string): Record<string, string> {
  const ids = Object.keys(quote.shares)
  const shares = spread(
    minorUnits(paid, currency),
    ids.map((id) => minorUnits(quote.shares[id]!, currency)),
  )
  return Object.fromEntries(ids.map((id, index) => [id, amountOf(shares[index]!, currency)]))
}

/** Names the differences between what the customer saw and what is true. */
function changesOf({ line, variant }: Item): Change[] {
  if (!variant.isSellable) return [{ kind: 'unavailable', lineId: line.id }]
  if (variant.stock < line.quantity)
    return [{ kind: 'out_of_stock', lineId: line.id, requested: line.quantity, available: variant.stock }]
  if (compare(line.seenPrice, variant.price) !== 0)
    return [{ kind: 'price_changed', lineId: line.id, from: line.seenPrice, to: variant.price }]
  return []
}

/** What each producer has to send, in the order in which they appear in the cart. */
function parcelsOf(items: readonly Item[], shipping: readonly ProducerShipping[]): Parcel[] {
  return [...Map.groupBy(items, ({ variant }) => variant.producerId)].map(([producerId, own]) => {
    const producer = shipping.find((row) => row.id === producerId)
    return {
      producerId,
      weightGrams: own.reduce((sum, { line, variant }) => sum + line.quantity * variant.weightGrams, 0),
      goods: own.reduce(
        (sum, { line, variant }) => add(sum, multiply(variant.price, String(line.quantity))),
        '0.00',
      ),
      origin: producer?.origin
        ? { country: producer.origin.country, postalCode: producer.origin.postalCode }
        : null,
      flat: producer?.shippingFlat ?? null,
      freeFrom: producer?.freeShippingFrom ?? null,
    }
  })
}
