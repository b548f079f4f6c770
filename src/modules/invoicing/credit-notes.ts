/** Credit notes: a draft that takes back an invoice wholly or in part, and never more of it than is left. */
import type { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { conflict } from '../../platform/http/app-error.ts'
import { change, created } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { add, compare, negate, subtract } from '../../platform/values/decimal.ts'
import { itemsOf, lockItems, openOf, settle } from '../receivables/open-items.ts'
import { composed, type InvoiceRow, type LineBasis } from './compose.ts'
import { creditLines } from './credit-lines.ts'
import { insertDraft } from './drafts.ts'
import { correctionsOf, getInvoice, type InvoiceDetails } from './find.ts'
import { leftOfLines, requireFits, worthOf } from './left.ts'
import { NewCreditNote } from './shapes.ts'
import { defaultSeries } from './values.ts'

/** A draft of what is to be taken back: everything that is left when no lines are named. */
export async function createCreditNote(
  ctx: Context,
  input: z.input<typeof NewCreditNote> & { invoiceId: string },
): Promise<InvoiceDetails> {
  requirePermission(ctx, 'invoices.manage')
  const { invoiceId, ...rest } = input
  const given = NewCreditNote.parse(rest)
  return change(ctx, 'invoice.create', async (ctx) => {
    const original = await getInvoice(ctx, invoiceId)
    if (!original.invoice.issuedAt)
      throw conflict('A draft is not credited: change it, or throw it away.', { code: 'not_issued' })
    if (original.invoice.kind === 'credit-note')
      throw conflict('A credit note is not credited. Write an invoice.', { code: 'is_credit_note' })
    // One who credits the same invoice waits here, and then sees what was taken.
    await lockItems(ctx, [invoiceId])
    const left = await leftOfLines(ctx, original)
    const { lines, charges } = creditLines(original, left, given.lines)
    const draft = draftOf(original.invoice, charges, given.reason ?? null)
    const rounding = await roundingOf(ctx, original, { ...draft, rounding: '0' }, lines)
    const made = await insertDraft(
      ctx,
      { ...draft, rounding, createdBy: ctx.actor.userId, createdAt: ctx.now },
      lines,
      original.invoice.buyer!.name,
    )
    return created(made, { audience: ['may:invoices.read'], data: { correctsId: invoiceId } })
  })
}

const draftOf = (invoice: InvoiceRow, charges: InvoiceRow['charges'], reason: string | null) => ({
  kind: 'credit-note' as const,
  series: invoice.series === defaultSeries.invoice ? defaultSeries['credit-note'] : `${invoice.series}-C`,
  customerId: invoice.customerId,
  correctsId: invoice.id,
  currency: invoice.currency,
  pricing: invoice.pricing,
  exchangeRate: invoice.exchangeRate,
  locale: invoice.locale,
  deliveredOn: invoice.deliveredOn,
  buyerReference: invoice.buyerReference,
  orderReference: invoice.orderReference,
  allowances: [],
  charges,
  prepaid: '0',
  reason,
})

/**
 * VAT is rounded on each document, so the parts of an invoice may come to a cent more or less than the whole. The cent is
 * the rounding of the note that ends it, and no note is worth more than what is left.
 */
async function roundingOf(
  ctx: Inside,
  original: InvoiceDetails,
  draft: Parameters<typeof composed>[0],
  lines: readonly LineBasis[],
): Promise<string> {
  const { sums } = composed(draft, lines)
  const before = await correctionsOf(ctx, original.id)
  const left = subtract(
    worthOf(original.invoice),
    before.reduce((sum, note) => add(sum, note.payable), '0'),
  )
  const over = subtract(sums.gross, left)
  if (compare(over, '0') > 0) return negate(over)
  const net = before.reduce((sum, note) => add(sum, note.net), sums.net)
  return compare(net, original.invoice.net) === 0 ? negate(over) : '0'
}

/** At the moment of issuing: what the draft takes must still be there. The invoice's item stays locked until the commit. */
export async function requireStillLeft(ctx: Inside, note: InvoiceDetails): Promise<void> {
  const original = await getInvoice(ctx, note.invoice.correctsId!)
  await lockItems(ctx, [original.id])
  requireFits(await leftOfLines(ctx, original, { issuedOnly: true, exceptId: note.id }), note.lines)
  const issued = (await correctionsOf(ctx, original.id, note.id)).filter(({ issuedAt }) => issuedAt)
  const sum = issued.reduce((all, { payable }) => add(all, payable), note.invoice.payable)
  if (compare(sum, worthOf(original.invoice)) > 0)
    throw conflict('More than what is left of the invoice cannot be credited.', { code: 'nothing_left' })
}

/** A credit note settles its own invoice first; what that has no use for is the customer's credit. */
export async function settleCorrected(ctx: Inside, note: InvoiceRow): Promise<void> {
  const items = await itemsOf(ctx, [note.correctsId!, note.id])
  const [owed, credit] = [items.get(note.correctsId!)!, items.get(note.id)!]
  if (owed.side !== 'debit' || credit.side !== 'credit') return
  const [open, available] = [openOf(owed), openOf(credit)]
  const amount = compare(open, available) < 0 ? open : available
  if (compare(amount, '0') <= 0) return
  await settle(ctx, {
    invoiceId: owed.invoiceId,
    creditNoteId: note.id,
    amount,
    allocatedOn: note.issuedOn!,
    exchangeRate: owed.exchangeRate,
  })
}
