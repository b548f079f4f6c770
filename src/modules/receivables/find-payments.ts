/** Reading customers' payments: one with what it settled, and lists, newest first. */
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { notFound } from '../../platform/http/app-error.ts'
import { encodeCursor } from '../../platform/http/cursor.ts'
import { decodeKey } from '../../platform/http/keyset.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { Day, Id, type Page, Paging } from '../../platform/values/shapes.ts'
import type { Allocation } from './open-items.ts'
import type { CustomerPayment } from './payments.ts'
import type { CustomerRefund } from './refunds.ts'
import { allocations, customerPayments, customerRefunds } from './schema.ts'

export const ListPayments = Paging.extend({
  customerId: Id.optional(),
  from: Day.optional(),
  to: Day.optional(),
  /** Only those with something left that settles nothing yet. */
  open: z.stringbool().optional(),
})
export type ListPayments = z.output<typeof ListPayments>

export type PaymentDetails = {
  payment: CustomerPayment
  allocations: Allocation[]
  refunds: CustomerRefund[]
}

export async function getCustomerPayment(ctx: Context, paymentId: string): Promise<PaymentDetails> {
  requirePermission(ctx, 'invoices.read')
  return read(ctx, async (ctx) => {
    const [rows, settled, refunds] = await Promise.all([
      ctx.db
        .select()
        .from(customerPayments)
        .where(and(eq(customerPayments.tenantId, ctx.tenantId), eq(customerPayments.id, paymentId))),
      ctx.db
        .select()
        .from(allocations)
        .where(and(eq(allocations.tenantId, ctx.tenantId), eq(allocations.paymentId, paymentId)))
        .orderBy(asc(allocations.id)),
      ctx.db
        .select()
        .from(customerRefunds)
        .where(and(eq(customerRefunds.tenantId, ctx.tenantId), eq(customerRefunds.paymentId, paymentId)))
        .orderBy(asc(customerRefunds.id)),
    ])
    if (!rows[0]) throw notFound('payment')
    return { payment: rows[0], allocations: settled, refunds }
  })
}

export async function listPayments(ctx: Context, query: ListPayments): Promise<Page<CustomerPayment>> {
  requirePermission(ctx, 'invoices.read')
  return read(ctx, async (ctx) => {
    const after = decodeKey(query.cursor, ['id'])
    const filter = and(
      eq(customerPayments.tenantId, ctx.tenantId),
      query.customerId ? eq(customerPayments.customerId, query.customerId) : undefined,
      query.from ? sql`paid_on >= ${query.from}` : undefined,
      query.to ? sql`paid_on <= ${query.to}` : undefined,
      query.open === undefined ? undefined : sql`(allocated + refunded < amount) = ${query.open}`,
    )
    const rows = await ctx.db
      .select()
      .from(customerPayments)
      .where(and(filter, after ? sql`${customerPayments.id} < ${after[0]!}::uuid` : undefined))
      .orderBy(desc(customerPayments.id))
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    return {
      data,
      page: { next: rows.length > query.limit ? encodeCursor([data.at(-1)!.id]) : null },
      ...(query.count ? { total: await ctx.db.$count(customerPayments, filter) } : {}),
    }
  })
}
