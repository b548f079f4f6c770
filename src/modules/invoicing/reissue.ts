/** Credit and re-issue: the invoice is taken back whole, and a draft like it stands ready to be put right. */
import { requirePermission } from '../../platform/access/require.ts'
import { change, created, unchanged } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { createCreditNote } from './credit-notes.ts'
import { insertDraft } from './drafts.ts'
import { getInvoice, type InvoiceDetails } from './find.ts'
import { issueInvoice } from './issue.ts'

export type Reissue = { creditNote: InvoiceDetails; invoice: InvoiceDetails }

export async function reissueInvoice(
  ctx: Context,
  { invoiceId, reason }: { invoiceId: string; reason?: string | undefined },
): Promise<Reissue> {
  requirePermission(ctx, 'invoices.manage')
  return change(ctx, 'invoice.create', async (ctx) => {
    const note = await createCreditNote(ctx, { invoiceId, ...(reason ? { reason } : {}) })
    const creditNote = await issueInvoice(ctx, { invoiceId: note.id })
    const { invoice, lines } = await getInvoice(ctx, invoiceId)
    const { kind, series, customerId, currency, pricing, locale, deliveredOn } = invoice
    const { buyerReference, orderReference, notes, allowances, charges, prepaid } = invoice
    const draft = await change(ctx, 'invoice.create', async (ctx) =>
      created(
        await insertDraft(
          ctx,
          {
            kind,
            series,
            customerId,
            currency,
            pricing,
            locale,
            deliveredOn,
            buyerReference,
            orderReference,
            notes,
            allowances,
            charges,
            prepaid,
            exchangeRate: invoice.exchangeRate,
            rounding: '0',
            createdBy: ctx.actor.userId,
            createdAt: ctx.now,
          },
          lines.map(({ id: _id, position: _position, ...line }) => line),
          invoice.buyer!.name,
        ),
        { audience: ['may:invoices.read'] },
      ),
    )
    return unchanged({ creditNote, invoice: draft })
  })
}
