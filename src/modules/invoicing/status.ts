/** The status of a document, reckoned from its dates and from what is settled of it: pure, so that list and page agree. */
import { compare } from '../../platform/values/decimal.ts'
import type { InvoiceStatus } from './values.ts'

type Item = { side: 'debit' | 'credit'; total: string; paid: string; credited: string; dueOn: string }

/** `today` where the organisation is. A document of nothing is paid. */
export function statusOf(item: Item | null, open: string, today: string): InvoiceStatus {
  if (!item) return 'draft'
  if (compare(open, '0') === 0)
    return item.side === 'debit' && compare(item.credited, item.total) === 0 && compare(item.total, '0') > 0
      ? 'credited'
      : 'paid'
  if (item.side === 'debit' && item.dueOn < today) return 'overdue'
  return compare(open, item.total) < 0 ? 'partly_paid' : 'issued'
}
