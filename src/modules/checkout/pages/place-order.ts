/** The last press of the checkout: one order, however often it is pressed, and then to where it is paid. */
import { redirect, type RouterContextProvider } from 'react-router'
import { AppError } from '../../../platform/http/app-error.ts'
import { countKnock } from '../../../platform/http/limits.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { attempt, refused } from '../../../platform/pages/outcome.ts'
import { writing } from '../../../platform/tenancy/change.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { type CartKey, getCart, updateCart } from '../../cart/carts.ts'
import { cartKeyOf } from '../../cart/pages/cart-cookie.ts'
import { startPayment } from '../../payments/payments.ts'
import type { PaymentStart } from '../../payments/providers/provider.ts'
import { checkOut } from '../orders-api.ts'
import { readCheckout } from './checkout-state.ts'
import { keepOrderAccess } from './order-access.ts'
import { stepPath } from './steps.ts'

type Sent = { context: Readonly<RouterContextProvider>; request: Request }

export async function placeFromPage({ context, request }: Sent, form: FormData) {
  const ctx = stoa(context)
  const key = keyFrom(ctx, request, form)
  if (!key) return redirect('/cart')
  const outcome = await attempt(async () => {
    await countKnock(ctx.services, 'orders-pages', ctx.address ?? 'unknown', { max: 30, windowSeconds: 60 })
    return place(ctx, request, key, form)
  })
  if (outcome.problem) {
    // The first of two presses at once has closed the cart under the second.
    const ordered = outcome.problem.details?.['orderId']
    if (outcome.problem.code !== 'cart_closed' || typeof ordered !== 'string') return refused(outcome, form)
    return openOrder(context, request, await orderOf(ctx, key, form))
  }
  if (!outcome.result) return redirect(stepPath('review'))
  return openOrder(context, request, outcome.result)
}

/** The cart that the form was made for, proved by the account or by the browser's cookie. */
function keyFrom(ctx: Context, request: Request, form: FormData): CartKey | null {
  const cartId = String(form.get('cartId') ?? '')
  if (!/^[0-9a-f-]{36}$/.test(cartId)) return null
  const kept = cartKeyOf(request)
  if (kept?.cartId === cartId) return kept
  return ctx.actor.userId ? { cartId } : null
}

type Placed = Awaited<ReturnType<typeof checkOut>>['view']

/** Null when a step before this one is not done any more. */
async function place(ctx: Context, request: Request, key: CartKey, form: FormData): Promise<Placed | null> {
  const cart = await getCart(ctx, key)
  if (cart.orderId) return orderOf(ctx, key, form)
  const state = await readCheckout(ctx, request)
  if (state?.reached !== 'review') return null
  const note = String(form.get('note') ?? '').trim()
  return writing(ctx, async (ctx) => {
    await updateCart(ctx, { ...key, note: note || null })
    return orderOf(ctx, key, form)
  })
}

async function orderOf(ctx: Context, key: CartKey, form: FormData): Promise<Placed> {
  const expectedTotal = String(form.get('expectedTotal') ?? '')
  if (!expectedTotal) throw new AppError('malformed', 'The total that was shown is missing.')
  return (await checkOut(ctx, { ...key, expectedTotal })).view
}

/** To the payment's own page where there is one, else to the order. The order stands, whatever becomes of the payment. */
async function openOrder(context: Sent['context'], request: Request, order: Placed) {
  const ctx = stoa(context)
  if (!ctx.actor.userId && order.accessToken) keepOrderAccess(context, request, order.id, order.accessToken)
  const path = `/orders/${order.id}`
  if (order.paymentProvider === 'cash-on-delivery' || Number(order.totals.due.amount) === 0)
    return redirect(`${path}?placed=1`)
  return toPayment(ctx, request, { orderId: order.id, access: order.accessToken ?? null })
}

/** Asks the provider what comes next; also for paying again later. */
export async function toPayment(
  ctx: Context,
  request: Request,
  order: { orderId: string; access: string | null; provider?: 'stripe' | 'viva' | 'bank-transfer' },
) {
  const path = `/orders/${order.orderId}`
  const returnTo = `${new URL(request.url).origin}${path}?placed=1`
  const started = await attempt(() => startPayment(ctx, { ...order, returnTo }))
  if (started.problem) {
    const isPaid = started.problem.code === 'already_paid'
    return redirect(isPaid ? path : `${path}?payment=unavailable`)
  }
  const next = started.result.next as PaymentStart | null
  return redirect(next?.kind === 'redirect' ? next.url : `${path}?placed=1`)
}
