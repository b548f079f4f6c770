/** Turns a cart into an order in one transaction: prices and stock checked again, stock moved, numbers drawn, all told. */
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { newId } from '../../platform/database/columns.ts'
import { conflict, invalid, invalidField, isAppError } from '../../platform/http/app-error.ts'
import { change, changedMany, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { add, compare } from '../../platform/values/decimal.ts'
import type { Address } from '../../platform/values/shapes.ts'
import { type Cart, type CartKey, lockCart } from '../cart/carts.ts'
import { priceCart } from '../cart/price.ts'
import type { Change, PricedCart } from '../cart/priced.ts'
import { carts } from '../cart/schema.ts'
import { moveStock } from '../catalog/stock.ts'
import { findOrCreateCustomer } from '../customers/customers.ts'
import { takeUses } from '../promotions/uses.ts'
import { accessOf, deriveAccess, hashAccess, type Order } from './find.ts'
import { nextNumber } from '../../platform/tenancy/numbers.ts'
import { audienceOf } from './refresh.ts'
import { orderLines, orderParts, orders } from './schema.ts'
import { PlaceOrder } from './shapes.ts'
import { tell } from './timeline.ts'

/** The order, and the token that opens it for a guest, kept only as a hash. */
export type Placed = { order: Order; access: string | null; isNew: boolean }

/**
 * Places the cart. A cart that already became an order answers that order, so a double press makes one.
 * Refuses with `cart_changed` (and what changed), `out_of_stock`, `empty_cart`; then the cart is as it was.
 */
export async function placeOrder(ctx: Context, input: CartKey & z.input<typeof PlaceOrder>): Promise<Placed> {
  const { cartId, expectedTotal } = PlaceOrder.parse({
    cartId: input.cartId,
    expectedTotal: input.expectedTotal,
  })
  const expected = typeof expectedTotal === 'object' ? expectedTotal.amount : expectedTotal

  return change<Placed>(ctx, 'order.place', async (ctx) => {
    const cart = await lockCart(ctx, { cartId, token: input.token })
    if (cart.orderId) {
      const order = await orderOfCart(ctx, cart)
      return unchanged({ order, access: accessOf(ctx, order), isNew: false })
    }
    const priced = await priceCart(ctx, cart)
    const ready = requireReady(priced, expected)

    const orderId = newId()
    await moveStock(
      ctx,
      priced.lines.map(({ line }) => ({
        variantId: line.variantId,
        quantity: -line.quantity,
        reason: 'sale',
        entity: 'order',
        entityId: orderId,
      })),
    ).catch((error: unknown) => {
      throw withLineIds(error, priced)
    })
    await takeUses(ctx, {
      orderId,
      email: ready.email,
      promotionIds: priced.promotions.map((promotion) => promotion.promotionId),
    })
    const customer = await findOrCreateCustomer(ctx, {
      email: ready.email,
      name: ready.shippingAddress.name,
      phone: cart.phone ?? ready.shippingAddress.phone,
      userId: cart.userId,
      locale: cart.locale,
    })
    const access = deriveAccess(ctx.services.secrets[0]!, orderId)
    const order = await insertOrder(ctx, { orderId, customerId: customer.id, access, priced, ready })
    return changedMany<Placed>({ order, access, isNew: true }, [
      {
        before: null,
        after: order,
        options: {
          audience: audienceOf(order, producersOf(priced)),
          data: { number: order.number, total: order.total },
        },
      },
    ])
  })
}

type Ready = {
  email: string
  shippingAddress: Address
  billingAddress: Address
  paymentProvider: string
}

/** Everything the order needs is there and is what the customer saw; else says what is missing or has changed. */
function requireReady(priced: PricedCart, expected: string | undefined): Ready {
  const { cart, lines, changes, chosen, totals } = priced
  if (lines.length === 0) throw conflict('The cart is empty.', { code: 'empty_cart' })
  const { email, shippingAddress, paymentProvider } = cart
  const missing = [
    ...(email ? [] : [{ pointer: '/email', message: 'An e-mail address is needed.' }]),
    ...(shippingAddress ? [] : [{ pointer: '/shippingAddress', message: 'An address is needed.' }]),
    ...(paymentProvider ? [] : [{ pointer: '/paymentProvider', message: 'Choose how to pay.' }]),
    ...(cart.shippingMethodId ? [] : [{ pointer: '/shippingMethodId', message: 'Choose how it is sent.' }]),
  ]
  if (missing.length > 0)
    throw invalid('The cart is not complete.', { code: 'cart_incomplete', errors: missing })
  if (!chosen) throw invalidField('/shippingMethodId', 'This way of sending does not serve the address.')

  const short = changes.filter((change) => change.kind === 'out_of_stock' || change.kind === 'unavailable')
  const all: Change[] =
    expected !== undefined && compare(expected, totals.total) !== 0
      ? [...changes, { kind: 'total_changed', from: expected, to: totals.total }]
      : changes
  if (short.length > 0)
    throw conflict('Some of this is no longer in stock.', {
      code: 'out_of_stock',
      details: { changes: all, lines: shortLines(priced) },
    })
  if (all.length > 0)
    throw conflict('Something changed since you filled the cart.', {
      code: 'cart_changed',
      details: { changes: all, total: totals.total },
    })
  return {
    email: email!,
    shippingAddress: shippingAddress!,
    billingAddress: cart.billingAddress ?? shippingAddress!,
    paymentProvider: paymentProvider!,
  }
}

const shortLines = ({ lines, changes }: PricedCart) =>
  changes.flatMap((change) => {
    if (change.kind !== 'out_of_stock') return []
    const variantId = lines.find(({ line }) => line.id === change.lineId)!.line.variantId
    return [{ lineId: change.lineId, variantId, requested: change.requested, available: change.available }]
  })

/** Lost a race for the last pieces: the refusal names the cart's lines, as it does when it is seen before. */
function withLineIds(error: unknown, priced: PricedCart): unknown {
  if (!isAppError(error) || error.code !== 'out_of_stock') return error
  const short = (error.extra.details?.['lines'] ?? []) as {
    variantId: string
    requested: number
    available: number
  }[]
  const changes = short.map(({ variantId, requested, available }) => ({
    kind: 'out_of_stock' as const,
    lineId: priced.lines.find(({ line }) => line.variantId === variantId)?.line.id ?? variantId,
    requested,
    available,
  }))
  return conflict(error.message, { code: 'out_of_stock', details: { changes, lines: short } })
}

/** Whoever proved the cart may see the order it became. */
async function orderOfCart(ctx: Inside, cart: Cart): Promise<Order> {
  const [order] = await ctx.db
    .select()
    .from(orders)
    .where(and(eq(orders.tenantId, ctx.tenantId), eq(orders.id, cart.orderId!)))
  return order!
}

type Making = { orderId: string; customerId: string; access: string; priced: PricedCart; ready: Ready }

/** The number is drawn last of all, then everything is written in one pipelined burst. */
async function insertOrder(
  ctx: Inside,
  { orderId, customerId, access, priced, ready }: Making,
): Promise<Order> {
  const { cart, totals, chosen } = priced
  const row = {
    tenantId: ctx.tenantId,
    id: orderId,
    cartId: cart.id,
    status: 'pending' as const,
    customerId,
    userId: cart.userId,
    email: ready.email,
    phone: cart.phone ?? ready.shippingAddress.phone ?? null,
    locale: cart.locale,
    currency: ctx.organization.currency,
    priceKind: ctx.organization.priceKind,
    shippingAddress: ready.shippingAddress,
    billingAddress: ready.billingAddress,
    vatNumber: cart.vatNumber,
    shippingMethodId: chosen!.method.id,
    shippingMethod: {
      code: chosen!.method.code,
      provider: chosen!.method.provider,
      name: chosen!.method.name,
    },
    paymentProvider: ready.paymentProvider,
    accessHash: hashAccess(access),
    net: totals.net,
    vat: totals.vat,
    shipping: totals.shipping,
    shippingVatRate: totals.shippingVatRate,
    discount: totals.discount,
    fee: totals.fee,
    total: totals.total,
    promotions: priced.promotions,
    note: cart.note,
    placedAt: ctx.now,
    // What costs nothing is paid.
    paidAt: compare(totals.total, '0') === 0 ? ctx.now : null,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  }
  const parts = partsOf(ctx, priced, orderId)
  const partOf = new Map(parts.map((part) => [part.producerId, part.id]))
  // The counter's row is locked from here to the commit, so everything that can wait comes before.
  const number = await nextNumber(ctx, 'order')
  const [order] = (
    await Promise.all([
      ctx.db
        .insert(orders)
        .values({ ...row, number, status: row.paidAt ? 'paid' : 'pending' })
        .returning(),
      ctx.db
        .insert(orderParts)
        .values(parts.map((part, index) => ({ ...part, number: `${number}-${index + 1}` }))),
      ctx.db.insert(orderLines).values(linesOf(ctx, priced, orderId, partOf)),
      tell(ctx, { orderId, kind: 'placed' }),
      ctx.db
        .update(carts)
        .set({ status: 'ordered', orderId, updatedAt: ctx.now, version: sql`${carts.version} + 1` })
        .where(and(eq(carts.tenantId, ctx.tenantId), eq(carts.id, cart.id))),
    ])
  )[0]
  return order!
}

const producersOf = ({ lines }: PricedCart): string[] => [
  ...new Set(lines.map(({ variant }) => variant.producerId)),
]

function partsOf(ctx: Inside, priced: PricedCart, orderId: string) {
  return producersOf(priced).map((producerId) => ({
    tenantId: ctx.tenantId,
    id: newId(),
    orderId,
    producerId,
    goodsTotal: priced.lines
      .filter(({ variant }) => variant.producerId === producerId)
      .reduce((sum, { gross }) => add(sum, gross), '0.00'),
    shippingTotal: priced.chosen?.shares[producerId] ?? '0.00',
    placedAt: ctx.now,
    updatedAt: ctx.now,
  }))
}

function linesOf(ctx: Inside, priced: PricedCart, orderId: string, partOf: ReadonlyMap<string, string>) {
  return priced.lines.map(({ line, variant, ...figures }, position) => ({
    tenantId: ctx.tenantId,
    id: newId(),
    orderId,
    orderPartId: partOf.get(variant.producerId)!,
    position,
    variantId: variant.variantId,
    productId: variant.productId,
    sku: variant.sku,
    name: variant.productName,
    variantName: variant.name,
    imageFileId: variant.coverFileId,
    quantity: line.quantity,
    vatClass: variant.vatClass,
    ...figures,
  }))
}
