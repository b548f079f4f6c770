/** Everything that is posted to the basket, from its own page and from the buttons of the others. */
import { data, redirect, type RouterContextProvider } from 'react-router'
import { AppError, invalidField } from '../../../platform/http/app-error.ts'
import { countKnock } from '../../../platform/http/limits.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { attempt } from '../../../platform/pages/outcome.ts'
import { writing } from '../../../platform/tenancy/change.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { addLine, type CartKey, confirmPrices, lockCart, updateCart, updateLine } from '../carts.ts'
import { priceCart } from '../price.ts'
import { ensureCart, findMyCart } from './cart-cookie.ts'

type Sent = { context: Readonly<RouterContextProvider>; request: Request }

const intents = ['add', 'set', 'remove', 'code-add', 'code-remove', 'accept'] as const
type Intent = (typeof intents)[number]

/** With `stay` it answers what happened, for a button that stays where it is; without, it leads to `back`. */
export async function cartAction({ context, request }: Sent, form: FormData, back = '/cart') {
  const intent = intents.find((one) => one === form.get('intent'))
  const ctx = stoa(context)
  const outcome = await attempt(async () => {
    if (!intent) throw new AppError('malformed', 'Nothing to do was named.')
    await countKnock(ctx.services, 'cart-pages', ctx.address ?? 'unknown', { max: 240, windowSeconds: 60 })
    await work[intent](ctx, await keyFor(intent, { context, request }), form)
  })
  if (outcome.problem)
    return data({ done: null, problem: outcome.problem, intent }, { status: outcome.status })
  if (form.has('stay')) return { done: intent!, problem: null, intent }
  if (intent === 'add') flash(context, { key: 'cart.added' })
  return redirect(back)
}

/** Adding opens a basket where there is none; all else needs the one that is there. */
async function keyFor(intent: Intent, { context, request }: Sent): Promise<CartKey> {
  if (intent === 'add') return ensureCart(context, request)
  const found = await findMyCart(stoa(context), request)
  if (!found) throw new AppError('not_found', 'There is no basket.', { code: 'no_cart' })
  return found.key
}

const work: Record<Intent, (ctx: Context, key: CartKey, form: FormData) => Promise<unknown>> = {
  add: (ctx, key, form) =>
    addLine(ctx, { ...key, variantId: String(form.get('variantId')), quantity: quantityOf(form) }),
  set: (ctx, key, form) =>
    updateLine(ctx, { ...key, lineId: String(form.get('lineId')), quantity: quantityOf(form) }),
  remove: (ctx, key, form) => updateLine(ctx, { ...key, lineId: String(form.get('lineId')), quantity: 0 }),
  'code-add': (ctx, key, form) =>
    addCode(
      ctx,
      key,
      String(form.get('code') ?? '')
        .trim()
        .toUpperCase(),
    ),
  'code-remove': (ctx, key, form) => dropCodes(ctx, key, [String(form.get('code'))]),
  accept: (ctx, key) => acceptChanges(ctx, key),
}

const quantityOf = (form: FormData): number => Number(form.get('quantity') ?? 1)

/** A code that takes nothing off is refused with its reason, and the basket stays as it was. */
export async function addCode(ctx: Context, key: CartKey, code: string): Promise<void> {
  if (!code) throw invalidField('/code', 'Enter a code.')
  await writing(ctx, async (ctx) => {
    const { promotionCodes } = await lockCart(ctx, key)
    const cart = await updateCart(ctx, { ...key, promotionCodes: [...promotionCodes, code] })
    const { changes } = await priceCart(ctx, cart)
    for (const change of changes) {
      if (change.kind !== 'promotion_refused' || change.code !== code) continue
      throw new AppError('conflict', 'This code cannot be used.', {
        code: 'promotion_refused',
        details: { reason: change.reason },
      })
    }
  })
}

async function dropCodes(ctx: Context, key: CartKey, codes: string[]): Promise<void> {
  await writing(ctx, async (ctx) => {
    const { promotionCodes } = await lockCart(ctx, key)
    await updateCart(ctx, { ...key, promotionCodes: promotionCodes.filter((code) => !codes.includes(code)) })
  })
}

/** The customer has read what changed: prices and stock of now, without what cannot be sold and without refused codes. */
export async function acceptChanges(ctx: Context, key: CartKey): Promise<void> {
  await writing(ctx, async (ctx) => {
    const { changes } = await priceCart(ctx, await confirmPrices(ctx, key))
    for (const change of changes) {
      if (change.kind === 'unavailable') await updateLine(ctx, { ...key, lineId: change.lineId, quantity: 0 })
    }
    const refused = changes.flatMap((change) => (change.kind === 'promotion_refused' ? [change.code] : []))
    if (refused.length > 0) await dropCodes(ctx, key, refused)
  })
}
