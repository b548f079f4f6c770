/** Money from customers: recorded once, allocated to invoices in parts, and what is left over is the customer's credit. */
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { newId } from '../../platform/database/columns.ts'
import { conflict, invalidField, notFound } from '../../platform/http/app-error.ts'
import { change, changed, created, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { add, compare, subtract } from '../../platform/values/decimal.ts'
import { currencyScale } from '../../platform/values/currencies.ts'
import { Currency, Day, Id, text } from '../../platform/values/shapes.ts'
import { getCustomer } from '../customers/customers.ts'
import { nextNumber } from '../../platform/tenancy/numbers.ts'
import { ExchangeRate, GivenAmount, readPositive } from './amounts.ts'
import { lockItems, openOf, type OpenItem, settle } from './open-items.ts'
import { requireOpenDay, todayOf } from './periods.ts'
import { customerPayments } from './schema.ts'
import { paymentMethods } from './values.ts'

export type CustomerPayment = typeof customerPayments.$inferSelect

const Allocations = z.array(z.strictObject({ invoiceId: Id, amount: GivenAmount })).max(200)

const PaymentFields = {
  amount: GivenAmount,
  on: Day.optional(),
  method: z.enum(paymentMethods).default('bank-transfer'),
  reference: text(140).optional(),
  exchangeRate: ExchangeRate.optional(),
}

/** For one invoice: what is more than its open amount becomes credit. */
export const PayInvoice = z.strictObject(PaymentFields).meta({ id: 'PayInvoice' })

export const RecordPayment = z
  .strictObject({
    customerId: Id,
    ...PaymentFields,
    currency: Currency.optional(),
    allocations: Allocations.default([]),
  })
  .meta({ id: 'RecordCustomerPayment' })

export const AllocatePayment = z
  .strictObject({ allocations: Allocations.min(1) })
  .meta({ id: 'AllocatePayment' })

/** Records money that came, and what it settles. `requestKey` makes it once, however often the request is sent. */
export async function recordPayment(
  ctx: Context,
  input: z.input<typeof RecordPayment>,
  requestKey: string | null = null,
): Promise<CustomerPayment> {
  requirePermission(ctx, 'invoices.manage')
  const given = RecordPayment.parse(input)
  const named = typeof given.amount === 'string' ? undefined : given.amount.currency
  const currency = given.currency ?? named ?? ctx.organization.currency
  currencyScale(currency)
  const amount = readPositive(given.amount, currency, '/amount')
  const wanted = readAllocations(given.allocations, currency, amount)
  const paidOn = given.on ?? todayOf(ctx)

  return change(ctx, 'customer-payment.record', async (ctx) => {
    const known = requestKey ? await findByRequest(ctx, requestKey) : null
    if (known) return unchanged(known)
    await requireOpenDay(ctx, paidOn, '/on')
    await getCustomer(ctx, { customerId: given.customerId })
    const items = await lockTargets(ctx, wanted, given.customerId, currency)
    const exchangeRate = rateOf(ctx, currency, given.exchangeRate, items)
    const [row] = await ctx.db
      .insert(customerPayments)
      .values({
        tenantId: ctx.tenantId,
        id: newId(),
        number: await nextNumber(ctx, 'customer-payment', 'R'),
        customerId: given.customerId,
        amount,
        currency,
        exchangeRate,
        paidOn,
        method: given.method,
        reference: given.reference ?? null,
        allocated: '0',
        requestKey,
        createdBy: ctx.actor.userId,
        createdAt: ctx.now,
      })
      .returning()
    const after = await allocateTo(ctx, row!, wanted)
    return created(after, { audience: ['may:invoices.read'], data: dataOf(after, wanted) })
  })
}

/** Pays one issued invoice; the part that it has no use for is credit. */
export async function payItem(
  ctx: Context,
  item: OpenItem,
  input: z.input<typeof PayInvoice>,
): Promise<CustomerPayment> {
  requirePermission(ctx, 'invoices.manage')
  const given = PayInvoice.parse(input)
  const amount = readPositive(given.amount, item.currency, '/amount')
  return change(ctx, 'customer-payment.record', async (ctx) => {
    const locked = (await lockItems(ctx, [item.invoiceId])).get(item.invoiceId)!
    const open = locked.side === 'debit' ? openOf(locked) : '0'
    const part = compare(amount, open) > 0 ? open : amount
    const payment = await recordPayment(ctx, {
      customerId: item.customerId,
      ...given,
      amount,
      currency: item.currency,
      exchangeRate: given.exchangeRate ?? locked.exchangeRate,
      allocations: compare(part, '0') > 0 ? [{ invoiceId: item.invoiceId, amount: part }] : [],
    })
    return unchanged(payment)
  })
}

/** Uses a payment's credit for invoices of the same customer. */
export async function allocatePayment(
  ctx: Context,
  input: z.input<typeof AllocatePayment> & { paymentId: string },
): Promise<CustomerPayment> {
  requirePermission(ctx, 'invoices.manage')
  const { paymentId, ...rest } = input
  const { allocations } = AllocatePayment.parse(rest)
  return change(ctx, 'customer-payment.change', async (ctx) => {
    const before = await lockPayment(ctx, paymentId)
    const wanted = readAllocations(allocations, before.currency, leftOf(before))
    await requireOpenDay(ctx, todayOf(ctx), '/on')
    await lockTargets(ctx, wanted, before.customerId, before.currency)
    const after = await allocateTo(ctx, before, wanted)
    return changed(before, after, { audience: ['may:invoices.read'], data: dataOf(after, wanted) })
  })
}

type Wanted = { invoiceId: string; amount: string }

function readAllocations(given: z.output<typeof Allocations>, currency: string, available: string): Wanted[] {
  const wanted = given.map(({ invoiceId, amount }, at) => ({
    invoiceId,
    amount: readPositive(amount, currency, `/allocations/${at}/amount`),
  }))
  if (new Set(wanted.map(({ invoiceId }) => invoiceId)).size < wanted.length)
    throw invalidField('/allocations', 'Each invoice may be named once.')
  if (
    compare(
      wanted.reduce((sum, { amount }) => add(sum, amount), '0'),
      available,
    ) > 0
  )
    throw invalidField('/allocations', `Together they are more than the ${available} there is.`)
  return wanted
}

async function lockTargets(
  ctx: Inside,
  wanted: readonly Wanted[],
  customerId: string,
  currency: string,
): Promise<OpenItem[]> {
  const items = await lockItems(
    ctx,
    wanted.map(({ invoiceId }) => invoiceId),
  )
  return wanted.map(({ invoiceId }, at) => {
    const item = items.get(invoiceId)
    const pointer = `/allocations/${at}/invoiceId`
    if (!item || item.customerId !== customerId)
      throw invalidField(pointer, 'There is no issued invoice of this customer with this id.')
    if (item.currency !== currency) throw invalidField(pointer, `This invoice is in ${item.currency}.`)
    if (item.side === 'credit') throw invalidField(pointer, 'A credit note is not paid by the customer.')
    return item
  })
}

function rateOf(
  ctx: Inside,
  currency: string,
  given: string | undefined,
  items: readonly OpenItem[],
): string {
  if (currency === ctx.organization.currency) return '1'
  const rate = given ?? items[0]?.exchangeRate
  if (rate) return rate
  throw invalidField('/exchangeRate', `Say how much one ${currency} is in ${ctx.organization.currency}.`)
}

/** On the payment's own day when it is recorded with its allocations, else today: money settles nothing before it came. */
async function allocateTo(
  ctx: Inside,
  payment: CustomerPayment,
  wanted: readonly Wanted[],
): Promise<CustomerPayment> {
  if (wanted.length === 0) return payment
  const isNew = payment.createdAt.getTime() === ctx.now.getTime()
  for (const { invoiceId, amount } of wanted.toSorted((a, b) => (a.invoiceId < b.invoiceId ? -1 : 1)))
    await settle(ctx, {
      invoiceId,
      paymentId: payment.id,
      amount,
      allocatedOn: isNew ? payment.paidOn : todayOf(ctx),
      exchangeRate: payment.exchangeRate,
    })
  const sum = wanted.reduce((all, { amount }) => add(all, amount), '0')
  const [row] = await ctx.db
    .update(customerPayments)
    .set({
      allocated: sql`${customerPayments.allocated} + ${sum}::numeric`,
      version: sql`${customerPayments.version} + 1`,
    })
    .where(
      and(
        eq(customerPayments.tenantId, ctx.tenantId),
        eq(customerPayments.id, payment.id),
        sql`allocated + refunded + ${sum}::numeric <= amount`,
      ),
    )
    .returning()
  if (!row) throw conflict('There is not so much left of this payment.', { code: 'exceeds_payment' })
  return row
}

export const leftOf = ({ amount, allocated, refunded }: CustomerPayment): string =>
  subtract(subtract(amount, allocated), refunded)

export async function lockPayment(ctx: Inside, paymentId: string): Promise<CustomerPayment> {
  const [row] = await ctx.db
    .select()
    .from(customerPayments)
    .where(and(eq(customerPayments.tenantId, ctx.tenantId), eq(customerPayments.id, paymentId)))
    .for('update')
  if (!row) throw notFound('payment')
  return row
}

async function findByRequest(ctx: Inside, requestKey: string): Promise<CustomerPayment | null> {
  const [row] = await ctx.db
    .select()
    .from(customerPayments)
    .where(and(eq(customerPayments.tenantId, ctx.tenantId), eq(customerPayments.requestKey, requestKey)))
  return row ?? null
}

const dataOf = (payment: CustomerPayment, wanted: readonly Wanted[]) => ({
  customerId: payment.customerId,
  invoiceIds: wanted.map(({ invoiceId }) => invoiceId),
})
