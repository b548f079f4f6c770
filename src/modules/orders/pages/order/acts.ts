/**
 * What can be done with an order from its pages. Each act names who may, the verb, and what is said when it is done;
 * the pages' actions run them and lead back, so that a reload never does a thing twice.
 */
import { redirect, type RouterContextProvider } from 'react-router'
import { requirePermission } from '../../../../platform/access/require.ts'
import type { Permission } from '../../../../platform/access/roles.ts'
import { invalid, invalidField } from '../../../../platform/http/app-error.ts'
import type { MessageKey } from '../../../../platform/i18n/keys.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { fieldsOf, type FormFields } from '../../../../platform/pages/form-fields.ts'
import { attempt, refused } from '../../../../platform/pages/outcome.ts'
import type { Context } from '../../../../platform/tenancy/context.ts'
import { recordPayment } from '../../../payments/payments.ts'
import { confirmRefund, retryRefund } from '../../../payments/refund-outcome.ts'
import { refundOrder } from '../../../payments/refunds.ts'
import { cancelOrder } from '../../cancel.ts'
import { acceptPart, deliverPart, packPart, shipPart } from '../../parts.ts'
import { approveReturn, receiveReturn, refuseReturn, requestReturn } from '../../returns.ts'
import type { returnReasons } from '../../values.ts'

type Act = {
  needs: Permission[]
  done: MessageKey
  run: (ctx: Context, fields: FormFields, id: string) => Promise<unknown>
}

/** `id` is the order's, or the one the form names (a part, a refund, a return). */
const acts: Record<string, Act> = {
  accept: part('orders.acceptDone', (ctx, id) => acceptPart(ctx, id)),
  pack: part('orders.packDone', (ctx, id) => packPart(ctx, id)),
  deliver: part('orders.deliverDone', (ctx, id) => deliverPart(ctx, id)),
  ship: {
    needs: ['orders.fulfil'],
    done: 'orders.shipDone',
    run: (ctx, fields, partId) =>
      shipPart(ctx, {
        partId,
        carrier: fields.optional('carrier'),
        trackingNumber: fields.optional('trackingNumber'),
        lines: quantitiesOf(fields),
      }),
  },
  cancel: {
    needs: ['orders.manage'],
    done: 'orders.cancelled',
    run: (ctx, fields, orderId) =>
      cancelOrder(ctx, { orderId, reason: fields.optional('reason'), lines: quantitiesOf(fields) }),
  },
  pay: {
    needs: ['payments.record'],
    done: 'orders.payDone',
    run: (ctx, fields, orderId) =>
      recordPayment(ctx, {
        orderId,
        amount: fields.decimal('amount'),
        method: fields.text('method'),
        reference: fields.optional('reference'),
      }),
  },
  refund: {
    needs: ['payments.refund'],
    done: 'orders.refundDone',
    run: (ctx, fields, orderId) =>
      refundOrder(ctx, {
        orderId,
        reason: fields.text('reason'),
        ...(fields.text('by') === 'lines'
          ? { lines: amountsOf(fields) }
          : { amount: fields.decimal('amount') }),
      }),
  },
  'confirm-refund': {
    needs: ['payments.refund'],
    done: 'orders.refundConfirmed',
    run: (ctx, fields) =>
      confirmRefund(ctx, { refundId: fields.text('id'), reference: fields.nullable('reference') }),
  },
  'retry-refund': {
    needs: ['payments.refund'],
    done: 'orders.refundRetried',
    run: (ctx, fields) => retryRefund(ctx, fields.text('id')),
  },
  'start-return': {
    needs: ['returns.manage'],
    done: 'orders.returnDone',
    run: (ctx, fields, orderId) =>
      requestReturn(ctx, {
        orderId,
        reason: fields.text('reason') as (typeof returnReasons)[number],
        note: fields.optional('note'),
        lines: quantitiesOf(fields),
      }),
  },
  'approve-return': {
    needs: ['returns.manage'],
    done: 'orders.approveDone',
    run: (ctx, fields) => approveReturn(ctx, fields.text('id')),
  },
  'refuse-return': {
    needs: ['returns.manage'],
    done: 'orders.refuseDone',
    run: (ctx, fields) => refuseReturn(ctx, { returnId: fields.text('id'), answer: fields.text('answer') }),
  },
  'receive-return': {
    needs: ['returns.manage'],
    done: 'orders.receiveDone',
    run: (ctx, fields) => receiveReturn(ctx, { returnId: fields.text('id'), restock: fields.all('restock') }),
  },
}

function part(done: MessageKey, run: (ctx: Context, partId: string) => Promise<unknown>): Act {
  return { needs: ['orders.fulfil'], done, run: (ctx, fields, id) => run(ctx, fields.text('partId') || id) }
}

/** `quantity.<line>` of all lines; at least one must be chosen. */
function quantitiesOf(fields: FormFields): { lineId: string; quantity: number }[] {
  const lines = fields
    .endings('quantity.')
    .map((lineId) => ({ lineId, quantity: fields.whole(`quantity.${lineId}`) || 0 }))
    .filter(({ quantity }) => quantity !== 0)
  if (lines.length === 0) throw invalidField('/lines', 'Choose at least one item.')
  return lines
}

function amountsOf(fields: FormFields): { lineId: string; amount: string }[] {
  const lines = fields
    .endings('amount.')
    .map((lineId) => ({ lineId, amount: fields.decimal(`amount.${lineId}`) }))
    .filter(({ amount }) => amount !== '' && Number(amount) !== 0)
  if (lines.length === 0) throw invalidField('/lines', 'Choose at least one item.')
  return lines
}

type Posted = { context: Readonly<RouterContextProvider>; request: Request; id: string; back: string }

/** Does what the form asks and leads back; a refusal is answered to the form. */
export async function act({ context, request, id, back }: Posted) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const intent = fields.text('intent')
  const outcome = await attempt(async () => {
    if (!Object.hasOwn(acts, intent)) throw invalid('This form is not known here.')
    const chosen = acts[intent]!
    requirePermission(ctx, ...chosen.needs)
    await chosen.run(ctx, fields, id)
    return chosen.done
  })
  if (outcome.problem) return refused(outcome, form)
  flash(context, { key: outcome.result })
  return redirect(back)
}
