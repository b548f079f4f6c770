/** Giving back what a customer paid beyond what was owed. */
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { newId } from '../../platform/database/columns.ts'
import { conflict } from '../../platform/http/app-error.ts'
import { change, created } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { compare } from '../../platform/values/decimal.ts'
import { Day, text } from '../../platform/values/shapes.ts'
import { GivenAmount, readPositive } from './amounts.ts'
import { leftOf, lockPayment } from './payments.ts'
import { requireOpenDay, todayOf } from './periods.ts'
import { customerPayments, customerRefunds } from './schema.ts'
import { paymentMethods } from './values.ts'

export type CustomerRefund = typeof customerRefunds.$inferSelect

export const RefundPayment = z
  .strictObject({
    amount: GivenAmount,
    on: Day.optional(),
    method: z.enum(paymentMethods).default('bank-transfer'),
    reference: text(140).optional(),
  })
  .meta({ id: 'RefundCustomerPayment' })

/** @throws conflict when less than that is left of the payment. */
export async function refundPayment(
  ctx: Context,
  input: z.input<typeof RefundPayment> & { paymentId: string },
): Promise<CustomerRefund> {
  requirePermission(ctx, 'invoices.manage')
  const { paymentId, ...rest } = input
  const given = RefundPayment.parse(rest)
  const refundedOn = given.on ?? todayOf(ctx)
  return change(ctx, 'customer-payment.refund', async (ctx) => {
    const payment = await lockPayment(ctx, paymentId)
    const amount = readPositive(given.amount, payment.currency, '/amount')
    await requireOpenDay(ctx, refundedOn, '/on')
    const left = leftOf(payment)
    if (compare(amount, left) > 0)
      throw conflict(`Only ${left} ${payment.currency} of this payment can be given back.`, {
        code: 'exceeds_payment',
        details: { left: { amount: left, currency: payment.currency } },
      })
    await ctx.db
      .update(customerPayments)
      .set({ refunded: sql`refunded + ${amount}::numeric`, version: sql`${customerPayments.version} + 1` })
      .where(and(eq(customerPayments.tenantId, ctx.tenantId), eq(customerPayments.id, paymentId)))
    const [row] = await ctx.db
      .insert(customerRefunds)
      .values({
        tenantId: ctx.tenantId,
        id: newId(),
        paymentId,
        amount,
        refundedOn,
        method: given.method,
        reference: given.reference ?? null,
        createdAt: ctx.now,
      })
      .returning()
    return created(row!, {
      audience: ['may:invoices.read'],
      data: { customerId: payment.customerId, paymentId },
    })
  })
}
