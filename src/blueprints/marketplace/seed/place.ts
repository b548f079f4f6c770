/** Fills a cart as its buyer would and places it, at the time the order is said to be of. */
import { addLine, createCart, updateCart } from '../../../modules/cart/carts.ts'
import { priceCart } from '../../../modules/cart/price.ts'
import { checkOut } from '../../../modules/checkout/orders-api.ts'
import { guest } from '../../../platform/access/actor.ts'
import type { Context, Inside } from '../../../platform/tenancy/context.ts'
import type { DemoOrder } from '../demo/orders.ts'
import type { Known } from './known.ts'

export type Placed = Awaited<ReturnType<typeof checkOut>>['view']

/** The buyer: a guest, unless there is an account with this e-mail. */
export function asBuyer(ctx: Context, { customer }: DemoOrder, known: Known): Context {
  const userId = known.users.get(customer.email) ?? null
  const { name, email, locale } = customer
  const actor = userId ? { ...guest, kind: 'user' as const, userId, name, email } : { ...guest, name }
  return { ...ctx, actor, locale }
}

/** Throws AppError when something of it is sold out meanwhile. */
export async function placeDemoOrder(ctx: Inside, order: DemoOrder, known: Known): Promise<Placed> {
  const buyer = asBuyer(ctx, order, known) as Inside
  const { customer, payment, code, note } = order
  const { cart, token } = await createCart(buyer)
  const key = { cartId: cart.id, token }
  for (const { sku, quantity } of order.lines)
    await addLine(buyer, { ...key, variantId: known.variants.get(sku)!, quantity })
  const filled = await updateCart(buyer, {
    ...key,
    email: customer.email,
    shippingAddress: customer.address,
    shippingMethodId: known.methods.get(order.method)!,
    paymentProvider: payment,
    promotionCodes: code ? [code] : [],
    ...(note ? { note } : {}),
  })
  const priced = await priceCart(buyer, filled)
  return (await checkOut(buyer, { ...key, expectedTotal: priced.totals.total })).view
}
