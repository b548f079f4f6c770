/** Drafts: written, changed and thrown away at will. Their totals are reckoned with every change; they have no number. */
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { newId } from '../../platform/database/columns.ts'
import { requireExisting } from '../../platform/database/references.ts'
import {
  conflict,
  invalidField,
  isAppError,
  notFound,
  preconditionFailed,
} from '../../platform/http/app-error.ts'
import { change, changed, created, removed } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { currencyScale } from '../../platform/values/currencies.ts'
import { getCustomer } from '../customers/customers.ts'
import { foldText } from '../customers/search-text.ts'
import { readAmount } from '../receivables/amounts.ts'
import { composed, type InvoiceRow, type LineBasis, type LineRow, readLine, readNamed } from './compose.ts'
import { findInvoice, type InvoiceDetails, linesOf } from './find.ts'
import { invoiceLines, invoices } from './schema.ts'
import { type InvoiceInput, NewInvoice, UpdateInvoice } from './shapes.ts'
import { defaultSeries } from './values.ts'

export type Draft = Omit<
  typeof invoices.$inferInsert,
  'tenantId' | 'id' | 'net' | 'vatTotal' | 'gross' | 'payable' | 'vat'
> &
  Pick<InvoiceRow, 'currency' | 'pricing' | 'allowances' | 'charges' | 'prepaid' | 'rounding'>

/** Writes a draft; what is not said is taken from the customer and the organisation. */
export async function createInvoice(
  ctx: Context,
  input: z.input<typeof NewInvoice>,
): Promise<InvoiceDetails> {
  requirePermission(ctx, 'invoices.manage')
  const given = NewInvoice.parse(input)
  return change(ctx, 'invoice.create', async (ctx) => {
    requireOwnSeries(given.series)
    const customer = await customerOf(ctx, given.customerId)
    const currency = given.currency ?? ctx.organization.currency
    const draft: Draft = {
      kind: 'invoice',
      series: given.series?.toUpperCase() ?? defaultSeries.invoice,
      locale: given.locale ?? customer.locale,
      buyerReference: customer.buyerReference,
      ...fieldsOf(given),
      customerId: customer.id,
      currency,
      pricing: given.pricing ?? 'net',
      ...moneyOf(given, currency, { allowances: [], charges: [], prepaid: '0' }),
      rounding: '0',
      createdBy: ctx.actor.userId,
      createdAt: ctx.now,
    }
    const lines = readLines(given.lines ?? [], currency)
    await requireProducts(ctx, lines)
    const made = await insertDraft(ctx, draft, lines, customer.name)
    return created(made, { audience: ['may:invoices.read'] })
  })
}

/** The series of credit notes are told by their names, so that no number stands on two documents. */
function requireOwnSeries(series: string | undefined): void {
  if (series && (series.toUpperCase() === defaultSeries['credit-note'] || /-C$/i.test(series)))
    throw invalidField('/series', 'This series is for credit notes.')
}

async function customerOf(ctx: Inside, customerId: string) {
  return getCustomer(ctx, { customerId }).catch((error: unknown) => {
    if (isAppError(error) && error.status === 404)
      throw invalidField('/customerId', 'There is no such customer.')
    throw error
  })
}

/** What is kept as it is given. */
function fieldsOf(given: InvoiceInput) {
  const { exchangeRate, dueOn, deliveredOn, buyerReference, orderReference, notes, externalIds, locale } =
    given
  const all = { exchangeRate, dueOn, deliveredOn, buyerReference, orderReference, notes, externalIds, locale }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<Draft>
}

function moneyOf(
  given: InvoiceInput,
  currency: string,
  before: Pick<InvoiceRow, 'allowances' | 'charges' | 'prepaid'>,
) {
  currencyScale(currency)
  return {
    allowances: given.allowances ? readNamed(given.allowances, currency, '/allowances') : before.allowances,
    charges: given.charges ? readNamed(given.charges, currency, '/charges') : before.charges,
    prepaid: given.prepaid === undefined ? before.prepaid : readAmount(given.prepaid, currency, '/prepaid'),
  }
}

const readLines = (given: NonNullable<InvoiceInput['lines']>, currency: string): LineBasis[] =>
  given.map((line, at) => readLine(line, currency, at))

const requireProducts = (ctx: Inside, lines: readonly LineBasis[]) =>
  requireExisting(
    ctx,
    'products',
    lines.flatMap(({ productId }) => productId ?? []),
    '/lines',
  )

/** Also for credit notes, whose lines come from their invoice. */
export async function insertDraft(
  ctx: Inside,
  draft: Draft,
  bases: readonly LineBasis[],
  buyerName: string,
): Promise<InvoiceDetails> {
  const { sums, lines } = composed(draft, bases)
  const [invoice] = await ctx.db
    .insert(invoices)
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      ...draft,
      ...sums,
      searchText: searchTextOf(draft, buyerName),
      updatedAt: ctx.now,
    })
    .returning()
  return { invoice: invoice!, id: invoice!.id, lines: await insertLines(ctx, invoice!.id, lines) }
}

export const searchTextOf = (
  row: Pick<Draft, 'number' | 'buyerReference' | 'orderReference'>,
  buyerName: string,
): string =>
  foldText([row.number, buyerName, row.buyerReference, row.orderReference].filter(Boolean).join(' '))

async function insertLines(
  ctx: Inside,
  invoiceId: string,
  lines: readonly Omit<typeof invoiceLines.$inferInsert, 'tenantId' | 'id' | 'invoiceId' | 'position'>[],
): Promise<LineRow[]> {
  if (lines.length === 0) return []
  return ctx.db
    .insert(invoiceLines)
    .values(
      lines.map((line, position) => ({ ...line, tenantId: ctx.tenantId, id: newId(), invoiceId, position })),
    )
    .returning()
}

/** Changes a draft; lines are given whole. @throws conflict when it was issued, precondition_failed when it is another version. */
export async function updateInvoice(
  ctx: Context,
  input: z.input<typeof UpdateInvoice> & { invoiceId: string },
  expected?: number,
): Promise<InvoiceDetails> {
  requirePermission(ctx, 'invoices.manage')
  const { invoiceId, ...rest } = input
  const given = UpdateInvoice.parse(rest)
  return change(ctx, 'invoice.update', async (ctx) => {
    const before = await lockDraft(ctx, invoiceId)
    requireVersion(before.invoice, expected)
    if (before.invoice.kind === 'credit-note') refuseReckoning(given)
    requireOwnSeries(given.series)
    const customer = await customerOf(ctx, given.customerId ?? before.invoice.customerId)
    const currency = given.currency ?? before.invoice.currency
    const basis = {
      pricing: given.pricing ?? before.invoice.pricing,
      currency,
      rounding: before.invoice.rounding,
      ...moneyOf(given, currency, before.invoice),
    }
    const bases = given.lines ? readLines(given.lines, currency) : before.lines
    await requireProducts(ctx, bases)
    const { sums, lines } = composed(basis, bases)
    const fields = {
      ...fieldsOf(given),
      customerId: customer.id,
      ...(given.series ? { series: given.series.toUpperCase() } : {}),
    }
    const [invoice] = await ctx.db
      .update(invoices)
      .set({
        ...fields,
        ...basis,
        ...sums,
        searchText: searchTextOf({ ...before.invoice, ...fields }, customer.name),
        updatedAt: ctx.now,
        version: sql`${invoices.version} + 1`,
      })
      .where(and(eq(invoices.tenantId, ctx.tenantId), eq(invoices.id, invoiceId)))
      .returning()
    await deleteLines(ctx, invoiceId)
    const after = {
      id: invoiceId,
      invoice: invoice!,
      lines: await insertLines(ctx, invoiceId, lines.map(fresh)),
    }
    return changed(before, after, { audience: ['may:invoices.read'] })
  })
}

/** A row read back is written again under a new id. */
const fresh = ({
  id: _id,
  position: _position,
  ...line
}: LineBasis & Partial<LineRow> & ReturnType<typeof composed>['lines'][number]) => line

const deleteLines = (ctx: Inside, invoiceId: string) =>
  ctx.db
    .delete(invoiceLines)
    .where(and(eq(invoiceLines.tenantId, ctx.tenantId), eq(invoiceLines.invoiceId, invoiceId)))

function refuseReckoning(given: InvoiceInput): void {
  for (const field of [
    'customerId',
    'currency',
    'pricing',
    'lines',
    'allowances',
    'charges',
    'prepaid',
    'series',
  ] as const)
    if (given[field] !== undefined)
      throw invalidField(
        `/${field}`,
        'A credit note takes this from its invoice. Delete the draft and credit again.',
      )
}

export function requireVersion(row: { version: number }, expected: number | undefined): void {
  if (expected !== undefined && expected !== row.version)
    throw preconditionFailed('Somebody changed this invoice meanwhile.')
}

/**
 * The draft, held until the commit. The database shows no issued row to whoever would write one, so an issued one is told
 * apart by a plain look.
 */
export async function lockDraft(ctx: Inside, invoiceId: string): Promise<InvoiceDetails> {
  const [invoice] = await ctx.db
    .select()
    .from(invoices)
    .where(and(eq(invoices.tenantId, ctx.tenantId), eq(invoices.id, invoiceId)))
    .for('update')
  if (invoice) return { id: invoice.id, invoice, lines: await linesOf(ctx, invoiceId) }
  const issued = await findInvoice(ctx, invoiceId)
  if (!issued) throw notFound('invoice')
  throw conflict('An issued invoice never changes. Correct it by a credit note.', {
    code: 'issued',
    details: { number: issued.number },
  })
}

export async function deleteInvoice(ctx: Context, invoiceId: string): Promise<void> {
  requirePermission(ctx, 'invoices.manage')
  await change(ctx, 'invoice.delete', async (ctx) => {
    const draft = await lockDraft(ctx, invoiceId)
    await deleteLines(ctx, invoiceId)
    await ctx.db.delete(invoices).where(and(eq(invoices.tenantId, ctx.tenantId), eq(invoices.id, invoiceId)))
    return removed(draft, { audience: ['may:invoices.read'] })
  })
}
