/** Open items: what of each issued document is not settled yet. Settling is one conditional update, so it cannot be done twice. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import { conflict } from '../../platform/http/app-error.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { multiply, subtract } from '../../platform/values/decimal.ts'
import { roundToMoney } from '../../platform/values/money.ts'
import { allocations, openItems } from './schema.ts'

export type OpenItem = typeof openItems.$inferSelect
export type Allocation = typeof allocations.$inferSelect

/** A document has been issued; it is called in the transaction that issues it. */
export async function openItem(
  ctx: Inside,
  item: Omit<OpenItem, 'tenantId' | 'paid' | 'credited'>,
): Promise<OpenItem> {
  const [row] = await ctx.db
    .insert(openItems)
    .values({ tenantId: ctx.tenantId, ...item })
    .returning()
  return row!
}

export const openOf = ({ total, paid, credited }: Pick<OpenItem, 'total' | 'paid' | 'credited'>): string =>
  subtract(subtract(total, paid), credited)

/** By document; a draft has none. */
export async function itemsOf(ctx: Inside, invoiceIds: readonly string[]): Promise<Map<string, OpenItem>> {
  if (invoiceIds.length === 0) return new Map()
  const rows = await ctx.db
    .select()
    .from(openItems)
    .where(and(eq(openItems.tenantId, ctx.tenantId), inArray(openItems.invoiceId, [...invoiceIds])))
  return new Map(rows.map((row) => [row.invoiceId, row]))
}

/** Locked in the order of their ids, so that two who settle the same ones wait for each other instead of dying. */
export async function lockItems(ctx: Inside, invoiceIds: readonly string[]): Promise<Map<string, OpenItem>> {
  const rows = await ctx.db
    .select()
    .from(openItems)
    .where(and(eq(openItems.tenantId, ctx.tenantId), inArray(openItems.invoiceId, [...invoiceIds])))
    .orderBy(openItems.invoiceId)
    .for('update')
  return new Map(rows.map((row) => [row.invoiceId, row]))
}

type Settlement = {
  invoiceId: string
  amount: string
  allocatedOn: string
  /** In the organisation's currency, of one unit: what the money was worth when it came. */
  exchangeRate: string
} & ({ paymentId: string; creditNoteId?: undefined } | { creditNoteId: string; paymentId?: undefined })

/** Settles part of an invoice by money or by a credit note. @throws conflict when less than that is open. */
export async function settle(ctx: Inside, given: Settlement): Promise<Allocation> {
  const { invoiceId, amount, paymentId, creditNoteId, exchangeRate, allocatedOn } = given
  const column = paymentId ? sql`paid` : sql`credited`
  const { rows } = await ctx.db.execute<{ exchange_rate: string }>(sql`
    update open_items set ${column} = ${column} + ${amount}::numeric
    where tenant_id = ${ctx.tenantId} and invoice_id = ${invoiceId} and side = 'debit'
      and paid + credited + ${amount}::numeric <= total
    returning exchange_rate`)
  if (!rows[0]) throw await exceedsOpen(ctx, invoiceId)
  if (creditNoteId) await useCredit(ctx, creditNoteId, amount)
  const [row] = await ctx.db
    .insert(allocations)
    .values({
      tenantId: ctx.tenantId,
      invoiceId,
      paymentId: paymentId ?? null,
      creditNoteId: creditNoteId ?? null,
      amount,
      allocatedOn,
      exchangeDifference: differenceOf(ctx, amount, exchangeRate, rows[0].exchange_rate),
      createdAt: ctx.now,
    })
    .returning()
  return row!
}

async function useCredit(ctx: Inside, creditNoteId: string, amount: string): Promise<void> {
  const { rows } = await ctx.db.execute<{ invoice_id: string }>(sql`
    update open_items set credited = credited + ${amount}::numeric
    where tenant_id = ${ctx.tenantId} and invoice_id = ${creditNoteId} and side = 'credit'
      and paid + credited + ${amount}::numeric <= total
    returning invoice_id`)
  if (rows.length === 0) throw await exceedsOpen(ctx, creditNoteId)
}

async function exceedsOpen(ctx: Inside, invoiceId: string) {
  const item = (await itemsOf(ctx, [invoiceId])).get(invoiceId)
  const open = item ? { amount: openOf(item), currency: item.currency } : null
  return conflict('More than what is still open cannot be settled.', {
    code: 'exceeds_open',
    details: { invoiceId, open },
  })
}

/** What an amount is worth in the organisation's currency, rounded to it. */
export const inBooks = (ctx: Inside, amount: string, exchangeRate: string): string =>
  roundToMoney(multiply(amount, exchangeRate), ctx.organization.currency).amount

const differenceOf = (ctx: Inside, amount: string, paidAt: string, bookedAt: string): string =>
  subtract(inBooks(ctx, amount, paidAt), inBooks(ctx, amount, bookedAt))

export const allocationsOf = (ctx: Inside, invoiceId: string): Promise<Allocation[]> =>
  ctx.db
    .select()
    .from(allocations)
    .where(and(eq(allocations.tenantId, ctx.tenantId), eq(allocations.invoiceId, invoiceId)))
    .orderBy(allocations.allocatedOn, allocations.id)
