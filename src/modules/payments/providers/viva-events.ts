/**
 * Viva's webhooks as facts. They carry no signature, so nothing in them is believed but the number of the
 * transaction: what counts is what Viva answers when asked for it.
 * Source: developer.viva.com/webhooks-for-payments (1796, 1797, 1798, 4865)
 */
import { isAppError, unauthorized } from '../../../platform/http/app-error.ts'
import type { ProviderEvent } from './provider.ts'
import { fromViva, paymentStateOf, type VivaEvent, type VivaTransaction } from './viva-shapes.ts'

export const vivaEventTypes = {
  paymentCreated: '1796',
  reversalCreated: '1797',
  failed: '1798',
  orderUpdated: '4865',
} as const

export type VivaLookups = {
  transaction(id: string): Promise<VivaTransaction>
  isOrderCancelled(orderCode: string): Promise<boolean>
}

export async function readVivaEvent(event: VivaEvent, lookups: VivaLookups): Promise<ProviderEvent> {
  switch (event.EventTypeId) {
    case vivaEventTypes.paymentCreated:
    case vivaEventTypes.failed: {
      const [id, asked] = await verified(event, lookups)
      return {
        ...bare(event, asked.orderCode),
        kind: paymentStateOf(asked.statusId) ?? 'ignored',
        transactionId: id,
        amount: fromViva(asked.amount, asked.currencyCode),
        at: instant(asked.insDate ?? event.Created),
        reason: asked.statusId === 'E' ? `Viva event ${event.EventData.ResponseEventId ?? 'unknown'}` : null,
      }
    }
    case vivaEventTypes.reversalCreated: {
      const [id, asked] = await verified(event, lookups)
      const state = paymentStateOf(asked.statusId)
      return {
        ...bare(event, asked.orderCode),
        kind: state === 'succeeded' ? 'refunded' : state === 'failed' ? 'refund_failed' : 'ignored',
        transactionId: id,
        ofTransactionId: event.EventData.ParentId ?? null,
        amount: fromViva(asked.amount, asked.currencyCode),
        at: instant(asked.insDate ?? event.Created),
      }
    }
    case vivaEventTypes.orderUpdated: {
      const orderCode = event.EventData.OrderCode
      const isCancelled =
        orderCode && event.EventData.IsCancelled && (await lookups.isOrderCancelled(orderCode))
      return { ...bare(event, orderCode ?? null), kind: isCancelled ? 'cancelled' : 'ignored' }
    }
    default:
      return { ...bare(event, null), kind: 'ignored' }
  }
}

/** The transaction as Viva has it. One that it does not have, or has under another order, is a forgery. */
async function verified(event: VivaEvent, lookups: VivaLookups): Promise<[string, VivaTransaction]> {
  const { TransactionId: id, OrderCode: orderCode } = event.EventData
  if (!id || !/^[0-9a-f-]{36}$/i.test(id)) throw notVivas()
  const asked = await lookups.transaction(id).catch((error: unknown) => {
    throw isAppError(error) && error.kind === 'not_found' ? notVivas() : error
  })
  if (asked.orderCode !== orderCode) throw notVivas()
  return [id, asked]
}

const notVivas = () => unauthorized('The webhook speaks of a transaction that Viva does not know.')

const bare = (event: VivaEvent, orderCode: string | null) => ({
  eventId: event.MessageId,
  type: event.EventTypeId,
  providerReference: orderCode,
  transactionId: null,
  ofTransactionId: null,
  refundId: null,
  amount: null,
  at: instant(event.Created),
  reason: null,
  raw: event,
})

/** Viva writes some times without a zone; those are UTC. An unreadable one is the beginning of time. */
function instant(written: string | null | undefined): string {
  const zoned = /(Z|[+-]\d\d:\d\d)$/.test(written ?? '') ? (written ?? '') : `${written}Z`
  const at = new Date(zoned)
  return new Date(Number.isNaN(at.getTime()) ? 0 : at).toISOString()
}
