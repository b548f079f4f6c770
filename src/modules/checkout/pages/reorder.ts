/** Puts what an order had, and what there still is of it, into the basket, and says what is not to be had. */
import type { RouterContextProvider } from 'react-router'
import { stoa } from '../../../platform/pages/context.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { writing } from '../../../platform/tenancy/change.ts'
import type { Inside } from '../../../platform/tenancy/context.ts'
import { inLocale } from '../../../platform/values/shapes.ts'
import { addLine, type CartKey, linesOfCart } from '../../cart/carts.ts'
import { ensureCart } from '../../cart/pages/cart-cookie.ts'
import { variantsForCart } from '../../catalog/for-cart.ts'
import { getOrder, linesOf, type OrderLine } from '../../orders/find.ts'

export async function reorder(
  context: Readonly<RouterContextProvider>,
  request: Request,
  key: { orderId: string; access: string | null },
): Promise<void> {
  const ctx = stoa(context)
  // Before anything is written for somebody whose order it is not.
  const order = await getOrder(ctx, key)
  const cart = await ensureCart(context, request)
  const missing = await writing(ctx, async (ctx) => fill(ctx, cart, await linesOf(ctx, order.id)))
  const names = [
    ...new Set(missing.map((line) => inLocale(line.name, ctx.locale, ctx.organization.defaultLocale))),
  ]
  flash(
    context,
    names.length === 0
      ? { key: 'checkout.reordered' }
      : { key: 'checkout.reorderedSome', values: { names: names.slice(0, 5).join(', ') }, tone: 'bad' },
  )
}

/** As many as there are; answers the lines of which some could not be had. */
async function fill(ctx: Inside, cart: CartKey, lines: readonly OrderLine[]): Promise<OrderLine[]> {
  const variants = await variantsForCart(
    ctx,
    lines.map((line) => line.variantId),
  )
  const held = new Map((await linesOfCart(ctx, cart.cartId)).map((line) => [line.variantId, line.quantity]))
  const missing: OrderLine[] = []
  for (const line of lines) {
    const variant = variants.get(line.variantId)
    const left = variant?.isSellable ? variant.stock - (held.get(line.variantId) ?? 0) : 0
    const quantity = Math.min(line.quantity, left)
    if (quantity < line.quantity) missing.push(line)
    if (quantity < 1) continue
    await addLine(ctx, { ...cart, variantId: line.variantId, quantity })
    held.set(line.variantId, (held.get(line.variantId) ?? 0) + quantity)
  }
  return missing
}
