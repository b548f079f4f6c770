/** Writes a step's answer into the cart and leads on; a refusal stays on the step. */
import { redirect, type RouterContextProvider } from 'react-router'
import { countKnock } from '../../../platform/http/limits.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { attempt, refused } from '../../../platform/pages/outcome.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import type { CartKey } from '../../cart/carts.ts'
import { findMyCart } from '../../cart/pages/cart-cookie.ts'
import { nextStep, type StepId } from './steps.ts'

type Sent = { context: Readonly<RouterContextProvider>; request: Request }

export async function changeCart(
  { context, request }: Sent,
  step: StepId,
  form: FormData,
  work: (ctx: Context, key: CartKey) => Promise<unknown>,
) {
  const ctx = stoa(context)
  const found = await findMyCart(ctx, request)
  if (!found) return redirect('/cart')
  const outcome = await attempt(async () => {
    await countKnock(ctx.services, 'cart-pages', ctx.address ?? 'unknown', { max: 240, windowSeconds: 60 })
    await work(ctx, found.key)
  })
  return outcome.problem ? refused(outcome, form) : redirect(nextStep(step))
}
