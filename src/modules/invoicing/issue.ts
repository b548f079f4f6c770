/** Issuing: a one-way door. The draft becomes a numbered document with all that it stood on, and never changes again. */
import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { conflict, invalidField, isAppError } from '../../platform/http/app-error.ts'
import { change, changed, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { add, compare, negate } from '../../platform/values/decimal.ts'
import { type CustomerDetails, getCustomer } from '../customers/customers.ts'
import { standingOf } from '../receivables/credit.ts'
import { inBooks, openItem } from '../receivables/open-items.ts'
import { requireOpenDay, todayOf } from '../receivables/periods.ts'
import { composed, type InvoiceRow } from './compose.ts'
import { requireStillLeft, settleCorrected } from './credit-notes.ts'
import { lockDraft, requireVersion, searchTextOf } from './drafts.ts'
import { getInvoice, type InvoiceDetails } from './find.ts'
import { drawNumber } from './numbers.ts'
import { buyerOf, requireForVat, sellerOf } from './parties.ts'
import { invoices } from './schema.ts'
import { IssueInvoice } from './shapes.ts'

/** Days for paying where neither the customer nor the organisation says otherwise. */
const usualDays = 30

/** Issues a draft. Issuing twice changes nothing. @throws invalid for what is missing, conflict for what stands against it. */
export async function issueInvoice(
  ctx: Context,
  input: z.input<typeof IssueInvoice> & { invoiceId: string },
  expected?: number,
): Promise<InvoiceDetails> {
  requirePermission(ctx, 'invoices.manage')
  const { invoiceId, ...rest } = input
  const { ignoreCreditLimit } = IssueInvoice.parse(rest)
  return change(ctx, 'invoice.issue', async (ctx) => {
    const before = await draftOrIssued(ctx, invoiceId)
    if (before.invoice.issuedAt) return unchanged(before)
    requireVersion(before.invoice, expected)
    const { invoice: draft, lines } = before
    if (lines.length === 0) throw invalidField('/lines', 'An invoice needs at least one line.')
    const customer = await getCustomer(ctx, { customerId: draft.customerId })
    const facts = { seller: sellerOf(ctx.organization), buyer: buyerOf(customer) }
    const issuedOn = todayOf(ctx)
    requireForVat({ ...facts, lines, deliveredOn: draft.deliveredOn })
    const exchangeRate = rateOf(ctx, draft)
    await requireOpenDay(ctx, issuedOn, '/issuedOn')
    if (draft.kind === 'credit-note') await requireStillLeft(ctx, before)
    else if (!ignoreCreditLimit) await requireWithinLimit(ctx, customer, draft, exchangeRate)

    const kept = {
      issuedOn,
      exchangeRate,
      ...facts,
      dueOn: draft.dueOn ?? dueOn(ctx, customer, issuedOn),
      // What is issued is what these lines come to, whoever wrote them.
      ...composed(draft, lines).sums,
    }
    const drawn = await drawNumber(ctx, draft.kind, draft.series, issuedOn)
    const contentHash = hashOf({ ...draft, ...kept, ...drawn }, lines)
    const [invoice] = await ctx.db
      .update(invoices)
      .set({
        ...kept,
        ...drawn,
        contentHash,
        issuedAt: ctx.now,
        searchText: searchTextOf({ ...draft, ...drawn }, customer.name),
        updatedAt: ctx.now,
        version: sql`${invoices.version} + 1`,
      })
      .where(and(eq(invoices.tenantId, ctx.tenantId), eq(invoices.id, invoiceId)))
      .returning()
    await openItem(ctx, itemOf(invoice!))
    if (draft.kind === 'credit-note') await settleCorrected(ctx, invoice!)
    const after = { id: invoiceId, invoice: invoice!, lines }
    return changed(before, after, {
      audience: ['may:invoices.read'],
      data: { kind: invoice!.kind, number: invoice!.number, customerId: invoice!.customerId },
    })
  })
}

async function draftOrIssued(ctx: Inside, invoiceId: string): Promise<InvoiceDetails> {
  return lockDraft(ctx, invoiceId).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'issued') return getInvoice(ctx, invoiceId)
    throw error
  })
}

function rateOf(ctx: Inside, draft: InvoiceRow): string {
  if (draft.currency === ctx.organization.currency) return '1'
  if (draft.exchangeRate) return draft.exchangeRate
  throw invalidField(
    '/exchangeRate',
    `Say how much one ${draft.currency} is in ${ctx.organization.currency}.`,
  )
}

function dueOn(ctx: Inside, customer: CustomerDetails, issuedOn: string): string {
  const days = customer.paymentDays ?? ctx.organization.settings.invoiceDays ?? usualDays
  return Temporal.PlainDate.from(issuedOn).add({ days }).toString()
}

async function requireWithinLimit(
  ctx: Inside,
  customer: CustomerDetails,
  draft: InvoiceRow,
  exchangeRate: string,
): Promise<void> {
  if (customer.creditLimit === null) return
  const { balance } = await standingOf(ctx, customer.id)
  const after = add(balance.amount, inBooks(ctx, draft.payable, exchangeRate))
  if (compare(after, customer.creditLimit) <= 0) return
  const { currency } = balance
  throw conflict(
    `${customer.name} would owe ${after} ${currency}, above the limit of ${customer.creditLimit}.`,
    {
      code: 'credit_limit',
      details: { balance, creditLimit: { amount: customer.creditLimit, currency } },
    },
  )
}

/** An invoice below zero is owed to the customer, as a credit note is. */
function itemOf(invoice: InvoiceRow): Parameters<typeof openItem>[1] {
  const isBelowZero = compare(invoice.payable, '0') < 0
  const isCredit = (invoice.kind === 'credit-note') !== isBelowZero
  return {
    invoiceId: invoice.id,
    customerId: invoice.customerId,
    side: isCredit ? 'credit' : 'debit',
    currency: invoice.currency,
    exchangeRate: invoice.exchangeRate!,
    issuedOn: invoice.issuedOn!,
    dueOn: invoice.dueOn!,
    total: isBelowZero ? negate(invoice.payable) : invoice.payable,
  }
}

/** Over everything that the document says, in one order. */
function hashOf(invoice: object, lines: readonly object[]): string {
  const passing = new Set([
    'tenantId',
    'version',
    'createdAt',
    'updatedAt',
    'issuedAt',
    'searchText',
    'contentHash',
    'createdBy',
  ])
  const canonical = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(canonical)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).filter(([name]) => !passing.has(name))
    return Object.fromEntries(
      entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, canonical(inner)]),
    )
  }
  return createHash('sha256')
    .update(JSON.stringify(canonical({ invoice, lines })))
    .digest('hex')
}
