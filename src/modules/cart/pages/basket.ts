/** The basket as the shop's screens show it: priced with what is true now, in the reader's language. */
import { read } from '../../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../../platform/tenancy/context.ts'
import { add, compare, multiply, subtract } from '../../../platform/values/decimal.ts'
import { inLocale } from '../../../platform/values/shapes.ts'
import { producerNames } from '../../producers/names.ts'
import type { CartKey } from '../carts.ts'
import { presentCart } from '../present.ts'
import { priceCart } from '../price.ts'
import type { Change, PricedCart } from '../priced.ts'
import { findMyCart } from './cart-cookie.ts'

export type Basket = ReturnType<typeof basketOf>
export type BasketLine = Basket['groups'][number]['lines'][number]
export type BasketChange = Basket['changes'][number]

/** The open basket of whoever asks, in one round trip to the database; null when there is none or nothing in it. */
export async function findBasket(
  ctx: Context,
  request: Request,
): Promise<{ key: CartKey; priced: PricedCart; basket: Basket } | null> {
  return read(ctx, async (ctx) => {
    const found = await findMyCart(ctx, request)
    if (!found) return null
    const priced = await priceCart(ctx, found.cart)
    return priced.lines.length === 0
      ? null
      : { key: found.key, priced, basket: await presentBasket(ctx, priced) }
  })
}

export async function presentBasket(ctx: Inside, priced: PricedCart) {
  const ids = priced.lines.map(({ variant }) => variant.producerId)
  return basketOf(ctx, priced, await producerNames(ctx, ids))
}

function basketOf(ctx: Context, priced: PricedCart, producers: Awaited<ReturnType<typeof producerNames>>) {
  const { lines, totals, promotions, itemCount, priceKind, id } = presentCart(ctx, priced)
  const money = (amount: string) => ({ amount, currency: ctx.organization.currency })
  const { defaultLocale } = ctx.organization
  const goods = lines.reduce(
    (sum, line) => add(sum, multiply(line.unitPrice.amount, String(line.quantity))),
    '0.00',
  )
  return {
    id,
    itemCount,
    priceKind,
    /** By who sends it. */
    groups: [...Map.groupBy(lines, (line) => line.producerId)].map(([producerId, own]) => ({
      id: producerId,
      producer: inLocale(producers.get(producerId), ctx.locale, defaultLocale),
      lines: own.map((line) => ({
        id: line.id,
        variantId: line.variantId,
        slug: line.slug,
        name: line.name,
        variantName: line.variantName,
        photo: line.imageFileId,
        quantity: line.quantity,
        available: line.available,
        unitPrice: line.unitPrice,
        /** Before the discount, where there is one. */
        whole:
          compare(line.discount.amount, '0') > 0
            ? money(multiply(line.unitPrice.amount, String(line.quantity)))
            : null,
        total: priceKind === 'gross' ? line.gross : line.net,
      })),
    })),
    promotions,
    freeShipping: freeShippingOf(priced, goods, money),
    changes: priced.changes.map((change) => changeOf(change, priced, ctx)),
    sums: {
      goods: money(goods),
      discount: compare(totals.discount.amount, '0') > 0 ? totals.discount : null,
      /** Null until a way of sending is chosen. */
      shipping: priced.chosen ? totals.shipping : null,
      shippingName: priced.chosen ? inLocale(priced.chosen.method.name, ctx.locale, defaultLocale) : null,
      fee: compare(totals.fee.amount, '0') > 0 ? totals.fee : null,
      vat: totals.vat,
      total: totals.total,
    },
  }
}

/** How far the goods are from travelling for nothing; null where they never do, or already do by the way chosen. */
function freeShippingOf(
  { freeFrom, chosen }: PricedCart,
  goods: string,
  money: (amount: string) => { amount: string; currency: string },
) {
  if (freeFrom === null || chosen) return null
  const isReached = compare(goods, freeFrom) >= 0
  return {
    left: isReached ? null : money(subtract(freeFrom, goods)),
    goods: Number(goods),
    from: Number(freeFrom),
  }
}

/** What changed, with the name of what it happened to, and amounts as money. */
export function changeOf(change: Change, { lines }: Pick<PricedCart, 'lines'>, ctx: Context) {
  const { locale, organization } = ctx
  const money = (amount: string) => ({ amount, currency: organization.currency })
  const named = (lineId: string) => {
    const variant = lines.find(({ line }) => line.id === lineId)?.variant
    const text = (value: Parameters<typeof inLocale>[0]) =>
      inLocale(value, locale, organization.defaultLocale)
    return [text(variant?.productName), text(variant?.name)].filter(Boolean).join(', ')
  }
  switch (change.kind) {
    case 'price_changed':
      return {
        kind: change.kind,
        name: named(change.lineId),
        from: money(change.from),
        to: money(change.to),
      }
    case 'total_changed':
      return { kind: change.kind, from: money(change.from), to: money(change.to) }
    case 'promotion_refused':
      return change
    default:
      return { ...change, name: named(change.lineId) }
  }
}
