/** Paying one invoice: the money is the customer's, and settles this invoice first. */
import type { z } from 'zod'
import { conflict } from '../../platform/http/app-error.ts'
import { change, unchanged } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { itemsOf, type OpenItem } from '../receivables/open-items.ts'
import { type CustomerPayment, payItem, type PayInvoice } from '../receivables/payments.ts'
import { getInvoice } from './find.ts'

/** `item` is what is open of the invoice afterwards. */
export async function payInvoice(
  ctx: Context,
  input: z.input<typeof PayInvoice> & { invoiceId: string },
): Promise<{ payment: CustomerPayment; item: OpenItem }> {
  const { invoiceId, ...given } = input
  return change(ctx, 'customer-payment.record', async (ctx) => {
    const { invoice } = await getInvoice(ctx, invoiceId)
    if (!invoice.issuedAt) throw conflict('A draft is not paid: issue it first.', { code: 'not_issued' })
    const item = (await itemsOf(ctx, [invoiceId])).get(invoiceId)!
    if (item.side === 'credit')
      throw conflict('A credit note is not paid by the customer.', { code: 'is_credit_note' })
    const payment = await payItem(ctx, item, given)
    return unchanged({ payment, item: (await itemsOf(ctx, [invoiceId])).get(invoiceId)! })
  })
}
