/** Reading invoices and credit notes, one at a time. */
import { and, asc, eq, ne } from 'drizzle-orm'
import { requirePermission } from '../../platform/access/require.ts'
import { notFound } from '../../platform/http/app-error.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { type Allocation, allocationsOf, itemsOf, type OpenItem } from '../receivables/open-items.ts'
import type { InvoiceRow, LineRow } from './compose.ts'
import { invoiceLines, invoices } from './schema.ts'

export type InvoiceDetails = { id: string; invoice: InvoiceRow; lines: LineRow[] }

/** An invoice with all that has happened to it. */
export type InvoiceWhole = InvoiceDetails & {
  item: OpenItem | null
  allocations: Allocation[]
  corrects: Pick<InvoiceRow, 'id' | 'number'> | null
  creditNotes: Pick<InvoiceRow, 'id' | 'number' | 'gross' | 'currency'>[]
}

export async function findInvoice(ctx: Inside, invoiceId: string): Promise<InvoiceRow | null> {
  const [row] = await ctx.db
    .select()
    .from(invoices)
    .where(and(eq(invoices.tenantId, ctx.tenantId), eq(invoices.id, invoiceId)))
  return row ?? null
}

export const linesOf = (ctx: Inside, invoiceId: string): Promise<LineRow[]> =>
  ctx.db
    .select()
    .from(invoiceLines)
    .where(and(eq(invoiceLines.tenantId, ctx.tenantId), eq(invoiceLines.invoiceId, invoiceId)))
    .orderBy(asc(invoiceLines.position))

export async function getInvoice(ctx: Context, invoiceId: string): Promise<InvoiceDetails> {
  requirePermission(ctx, 'invoices.read')
  return read(ctx, async (ctx) => {
    const [invoice, lines] = await Promise.all([findInvoice(ctx, invoiceId), linesOf(ctx, invoiceId)])
    if (!invoice) throw notFound('invoice')
    return { id: invoice.id, invoice, lines }
  })
}

export async function getInvoiceWhole(ctx: Context, invoiceId: string): Promise<InvoiceWhole> {
  return read(ctx, async (ctx) => {
    const details = await getInvoice(ctx, invoiceId)
    const { invoice } = details
    const [items, allocations, corrected, creditNotes] = await Promise.all([
      itemsOf(ctx, [invoiceId]),
      allocationsOf(ctx, invoiceId),
      invoice.correctsId ? findInvoice(ctx, invoice.correctsId) : null,
      correctionsOf(ctx, invoiceId),
    ])
    return {
      ...details,
      item: items.get(invoiceId) ?? null,
      allocations,
      corrects: corrected && { id: corrected.id, number: corrected.number },
      creditNotes,
    }
  })
}

/** The credit notes of an invoice, drafts included. */
export const correctionsOf = (ctx: Inside, invoiceId: string, exceptId?: string): Promise<InvoiceRow[]> =>
  ctx.db
    .select()
    .from(invoices)
    .where(
      and(
        eq(invoices.tenantId, ctx.tenantId),
        eq(invoices.correctsId, invoiceId),
        exceptId ? ne(invoices.id, exceptId) : undefined,
      ),
    )
    .orderBy(asc(invoices.id))
