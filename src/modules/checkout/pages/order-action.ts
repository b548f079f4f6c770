/** What a buyer can do with an order: pay, cancel, return, order again, say what it was like. */
import { data, redirect, type RouterContextProvider } from 'react-router'
import { AppError, invalidField } from '../../../platform/http/app-error.ts'
import { countKnock } from '../../../platform/http/limits.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { type FormFields, fieldsOf } from '../../../platform/pages/form-fields.ts'
import { attempt } from '../../../platform/pages/outcome.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { cancelOrder } from '../../orders/cancel.ts'
import { requestReturn } from '../../orders/returns.ts'
import type { returnReasons } from '../../orders/values.ts'
import { toPayment } from './place-order.ts'
import { reorder } from './reorder.ts'

type Sent = { context: Readonly<RouterContextProvider>; request: Request }
type Key = { orderId: string; access: string | null }

export async function orderAction({ context, request }: Sent, key: Key) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const intent = fields.text('intent')
  if (intent === 'pay') return toPayment(ctx, request, { ...key, provider: providerIn(fields) })

  const outcome = await attempt(async () => {
    await countKnock(ctx.services, 'orders-pages', ctx.address ?? 'unknown', { max: 30, windowSeconds: 60 })
    switch (intent) {
      case 'cancel':
        await cancelOrder(ctx, { ...key, reason: fields.optional('reason') })
        return flash(context, { key: 'checkout.cancelDone' })
      case 'return':
        await askReturn(ctx, key, fields)
        return flash(context, { key: 'checkout.returnDone' })
      case 'reorder':
        return reorder(context, request, key)
      default:
        throw new AppError('malformed', 'Nothing to do was named.')
    }
  })
  if (outcome.problem) {
    const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
    return data({ problem: outcome.problem, values, intent }, { status: outcome.status })
  }
  return redirect(intent === 'reorder' ? '/cart' : `/orders/${key.orderId}`)
}

function providerIn(fields: FormFields): 'stripe' | 'viva' | 'bank-transfer' | undefined {
  const named = fields.text('provider')
  return (['stripe', 'viva', 'bank-transfer'] as const).find((code) => code === named)
}

async function askReturn(ctx: Context, key: Key, fields: FormFields): Promise<void> {
  const lines = fields
    .endings('quantity.')
    .map((lineId) => ({ lineId, quantity: fields.whole(`quantity.${lineId}`) || 0 }))
    .filter(({ quantity }) => quantity > 0)
  if (lines.length === 0) throw invalidField('/lines', 'Choose what you want to return.')
  await requestReturn(ctx, {
    ...key,
    reason: fields.text('reason') as (typeof returnReasons)[number],
    note: fields.optional('note'),
    lines,
  })
}
