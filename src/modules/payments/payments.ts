/** Payments of an order: opened with it, started at a provider, recorded by hand. Money that arrives is booked in money-in.ts. */
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { newId } from '../../platform/database/columns.ts'
import { conflict, invalidField, notFound } from '../../platform/http/app-error.ts'
import { change, changed, created, read, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { compare, subtract } from '../../platform/values/decimal.ts'
import { Amount, Id, text } from '../../platform/values/shapes.ts'
import type { PaymentProviderCode } from '../cart/values.ts'
import { getOrder, lockOrder, type Order } from '../orders/find.ts'
import { audienceOf } from '../orders/refresh.ts'
import { bookSuccess } from './money-in.ts'
import { providerOf } from './registry.ts'
import { payments } from './schema.ts'

export type Payment = typeof payments.$inferSelect

/** What is still to be paid: total − adjusted − paid (refunds give back only what was overpaid). Never below zero. */
export function dueOf(order: Pick<Order, 'total' | 'adjusted' | 'paid' | 'refunded'>): string {
  const due = subtract(subtract(order.total, order.adjusted), subtract(order.paid, order.refunded))
  return compare(due, '0') > 0 ? due : '0.00'
}

/** The payment that goes with a new order; an order that costs nothing has none. */
export async function openPayment(ctx: Inside, order: Order): Promise<Payment | null> {
  const due = dueOf(order)
  if (compare(due, '0') === 0) return null
  const [row] = await ctx.db
    .insert(payments)
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      orderId: order.id,
      provider: order.paymentProvider as PaymentProviderCode,
      amount: due,
      currency: order.currency,
      createdAt: ctx.now,
    })
    .returning()
  return row!
}

export const paymentsOf = (ctx: Inside, orderId: string): Promise<Payment[]> =>
  ctx.db
    .select()
    .from(payments)
    .where(and(eq(payments.tenantId, ctx.tenantId), eq(payments.orderId, orderId)))
    .orderBy(payments.createdAt, payments.id)

export const StartPayment = z
  .strictObject({
    orderId: Id,
    /** Another way of paying than the order was placed with. */
    provider: z.enum(['bank-transfer', 'cash-on-delivery', 'stripe', 'viva']).optional(),
  })
  .meta({ id: 'StartPayment' })

/**
 * Asks the provider what the customer does next, and remembers it. Pressed again while the payment is open it answers
 * the same. The provider is asked between two transactions, never inside one; a cut in between leaves an open
 * payment whose reference makes the next attempt the same one to the provider.
 */
export async function startPayment(
  ctx: Context,
  input: z.input<typeof StartPayment> & { access?: string | null; returnTo: string },
): Promise<Payment> {
  const { orderId, provider: wanted } = StartPayment.parse({
    orderId: input.orderId,
    provider: input.provider,
  })
  const order = await getOrder(ctx, { orderId, access: input.access })
  if (order.status === 'cancelled') throw conflict('This order was cancelled.', { code: 'wrong_state' })
  const code = wanted ?? (order.paymentProvider as PaymentProviderCode)
  const provider = providerOf(ctx, code)
  const payment = await change(ctx, 'payment.create', async (ctx) => {
    const locked = await lockOrder(ctx, order.id)
    const due = dueOf(locked)
    if (compare(due, '0') === 0) throw conflict('This order is paid.', { code: 'already_paid' })
    const open = (await paymentsOf(ctx, order.id)).find(
      (row) => row.status === 'started' && row.provider === code && compare(row.amount, due) === 0,
    )
    if (open) return unchanged(open)
    const made = await openPayment(ctx, { ...locked, paymentProvider: code })
    return created(made!, { audience: audienceOf(order, []) })
  })
  if (payment.next && !isStale(payment, ctx.now)) return payment

  const start = await provider.start({
    reference: payment.id,
    orderId: order.id,
    orderNumber: order.number,
    amount: { amount: payment.amount, currency: payment.currency },
    description: `${ctx.organization.name} ${order.number}`,
    customer: {
      name: order.billingAddress.name,
      email: order.email,
      ...(order.phone ? { phone: order.phone } : {}),
    },
    language: ctx.locale,
    returnUrl: input.returnTo,
    cancelUrl: `${input.returnTo}${input.returnTo.includes('?') ? '&' : '?'}payment=cancelled`,
    now: ctx.now,
  })
  return change(ctx, 'payment.start', async (ctx) => {
    const [after] = await ctx.db
      .update(payments)
      .set({
        providerReference: start.providerReference,
        next: start,
        updatedAt: ctx.now,
        version: sql`${payments.version} + 1`,
      })
      .where(and(eq(payments.tenantId, ctx.tenantId), eq(payments.id, payment.id)))
      .returning()
    return changed(payment, after!, { audience: audienceOf(order, []) })
  })
}

/** Payment pages close after a day at the latest; then a new one is asked for. */
const pageLives = 20 * 3_600_000
const isStale = (payment: Payment, now: Date): boolean =>
  now.getTime() - payment.updatedAt.getTime() > pageLives

export const RecordPayment = z
  .strictObject({
    amount: z.union([Amount, z.strictObject({ amount: Amount, currency: z.string() })]),
    method: text(40),
    reference: text(140).optional(),
  })
  .meta({ id: 'RecordPayment' })

/** Books money that came outside a provider: a transfer seen on the statement, cash at the counter. */
export async function recordPayment(
  ctx: Context,
  input: z.input<typeof RecordPayment> & { orderId: string },
): Promise<Payment> {
  requirePermission(ctx, 'payments.record')
  const { orderId, ...rest } = input
  const { amount: given, method, reference } = RecordPayment.parse(rest)
  const amount = typeof given === 'string' ? given : given.amount
  if (compare(amount, '0') <= 0) throw invalidField('/amount', 'Must be above zero.')

  return change(ctx, 'payment.record', async (ctx) => {
    const order = await lockOrder(ctx, orderId)
    if (typeof given !== 'string' && given.currency !== order.currency)
      throw invalidField('/amount/currency', `The order is in ${order.currency}.`)
    const open = (await paymentsOf(ctx, orderId)).find(
      (row) =>
        row.status === 'started' && row.provider === 'bank-transfer' && compare(row.amount, amount) === 0,
    )
    const payment = open ?? (await insertManual(ctx, order, amount))
    const after = await bookSuccess(ctx, order, payment, {
      transactionId: null,
      method,
      reference: reference ?? null,
    })
    return changed(payment, after, { audience: audienceOf(order, []), data: { orderId } })
  })
}

async function insertManual(ctx: Inside, order: Order, amount: string): Promise<Payment> {
  const [row] = await ctx.db
    .insert(payments)
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      orderId: order.id,
      provider: 'manual',
      amount,
      currency: order.currency,
      createdAt: ctx.now,
    })
    .returning()
  return row!
}

export async function getPayment(ctx: Context, paymentId: string): Promise<Payment> {
  return read(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select()
      .from(payments)
      .where(and(eq(payments.tenantId, ctx.tenantId), eq(payments.id, paymentId)))
    if (!row) throw notFound('payment')
    return row
  })
}

/** The order that a provider's own reference is about. Says nothing about whether it was paid, and nothing of the order. */
export async function orderOfReference(
  ctx: Context,
  provider: PaymentProviderCode,
  reference: string,
): Promise<string | null> {
  return read(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select({ orderId: payments.orderId })
      .from(payments)
      .where(
        and(
          eq(payments.tenantId, ctx.tenantId),
          eq(payments.provider, provider),
          eq(payments.providerReference, reference),
        ),
      )
    return row?.orderId ?? null
  })
}
