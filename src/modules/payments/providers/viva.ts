/**
 * Cards, wallets and IRIS through Viva's Smart Checkout. Sources: developer.viva.com/smart-checkout,
 * /apis-for-payments/payment-api (checkout/v2/orders, checkout/v2/transactions, api/transactions, api/orders,
 * api/messages/config/token).
 */
import { z } from 'zod'
import { invalid, notFound, unauthorized } from '../../../platform/http/app-error.ts'
import { parseExact } from './exact-json.ts'
import { toMinor } from './minor-units.ts'
import type {
  PaymentProvider,
  ProviderPayment,
  ProviderRefund,
  RefundOutcome,
  RefundPayment,
  StartPayment,
} from './provider.ts'
import { vivaApi, type VivaApi, type VivaSettings } from './viva-api.ts'
import { readVivaEvent } from './viva-events.ts'
import {
  fromViva,
  isReversal,
  type ListedTransaction,
  OrderCode,
  orderStates,
  paymentStateOf,
  Reversal,
  toViva,
  TransactionList,
  VivaEvent,
  VivaOrder,
  VivaTransaction,
} from './viva-shapes.ts'

export function viva(settings: VivaSettings): PaymentProvider {
  const api = vivaApi(settings)
  return {
    code: 'viva',

    /**
     * Viva has no idempotency key here: a repeated start makes a second order code, which no customer has seen
     * and which expires unpaid. The customer's return addresses are those of the payment source at Viva.
     */
    async start(input) {
      const body = JSON.stringify(orderBody(input, settings.sourceCode))
      const { orderCode } = await api.bearer(
        { method: 'POST', path: '/checkout/v2/orders', body },
        z.object({ orderCode: OrderCode }),
      )
      const url = `${settings.hosts.www}/web/checkout?ref=${orderCode}`
      return { kind: 'redirect', url, providerReference: orderCode }
    },

    async readWebhook({ body }) {
      const event = parseEvent(body)
      const merchant = event.EventData.MerchantId
      if (merchant && merchant.toLowerCase() !== settings.merchantId.toLowerCase()) {
        throw unauthorized('The webhook is meant for another merchant.')
      }
      return [
        await readVivaEvent(event, {
          transaction: (id) =>
            api.bearer({ method: 'GET', path: `/checkout/v2/transactions/${id}` }, VivaTransaction),
          isOrderCancelled: async (orderCode) =>
            orderStates[(await order(api, orderCode)).StateId] === 'cancelled',
        }),
      ]
    },

    refund: (input) => refund(api, settings.sourceCode, input),
    find: (providerReference) => find(api, providerReference),
    readReturn: (url) => OrderCode.safeParse(url.searchParams.get('s')).data ?? null,

    /** Viva's proof that an address is ours, asked for when the webhook is entered in its banking app. */
    handshake: () =>
      api.basic({ method: 'GET', path: '/api/messages/config/token' }, z.object({ Key: z.string().min(1) })),
  }
}

function orderBody(input: StartPayment, sourceCode: string) {
  const { amount, currencyCode } = toViva(input.amount)
  // Source: Amount must be greater than 30 cents (developer.viva.com, create order).
  if (amount < 30) throw invalid('Viva takes no payment below 0.30.', { code: 'amount_too_small' })
  const seconds = input.expiresAt
    ? Math.floor((input.expiresAt.getTime() - input.now.getTime()) / 1000)
    : 1800
  return {
    amount,
    currencyCode,
    customerTrns: input.description.slice(0, 2048),
    merchantTrns: `${input.orderNumber} ${input.reference}`.slice(0, 2048),
    customer: {
      email: input.customer.email,
      fullName: input.customer.name,
      phone: input.customer.phone?.replace(/[^\d+]/g, ''),
      requestLang: input.language === 'el' ? 'el-GR' : 'en-GB',
    },
    sourceCode,
    // Between a minute and Viva's five days.
    paymentTimeout: Math.min(Math.max(seconds, 60), 432_000),
    preauth: false,
    allowRecurring: false,
    maxInstallments: 0,
    paymentNotification: false,
    disableExactAmount: false,
    disableCash: true,
    tags: [input.reference],
  }
}

function parseEvent(body: Uint8Array): VivaEvent {
  try {
    return VivaEvent.parse(parseExact(new TextDecoder('utf-8', { fatal: true }).decode(body)))
  } catch {
    throw invalid('The webhook is not a Viva event.')
  }
}

const order = (api: VivaApi, orderCode: string) =>
  api.basic({ method: 'GET', path: `/api/orders/${checked(orderCode)}` }, VivaOrder)

async function listed(api: VivaApi, orderCode: string): Promise<ListedTransaction[]> {
  const path = `/api/transactions/?ordercode=${checked(orderCode)}`
  return (await api.basic({ method: 'GET', path }, TransactionList)).Transactions ?? []
}

function checked(orderCode: string): string {
  if (!OrderCode.safeParse(orderCode).success) throw notFound('payment')
  return orderCode
}

/**
 * Viva's refund has no idempotency key either. What makes a repeated call harmless is looking first: a reversal
 * of this amount that is booked to no other refund is the one whose answer was lost.
 */
async function refund(api: VivaApi, sourceCode: string, input: RefundPayment): Promise<RefundOutcome> {
  const { amount } = toViva(input.amount)
  if (amount <= 0) throw invalid('There is nothing to refund.')
  const reversals = reversalsOf(await listed(api, input.providerReference), input.transactionId)
  const isBooked = (each: ListedTransaction) =>
    input.bookedRefunds.some((id) => isSame(id, each.TransactionId))
  const lost = reversals.find((each) => minorOf(each) === amount && !isBooked(each))
  if (lost) {
    const kind = lost.StatusId === 'A' ? 'pending' : 'succeeded'
    return { kind, transactionId: lost.TransactionId, amount: input.amount }
  }
  const query = new URLSearchParams({ amount: String(amount), sourceCode })
  const made = await api.basic(
    // One attempt only: whether a lost answer meant a refund is found out by looking, at the next call.
    {
      method: 'DELETE',
      path: `/api/transactions/${encodeURIComponent(input.transactionId)}?${query}`,
      attempts: 1,
    },
    Reversal,
  )
  const isDone = made.Success !== false && (made.StatusId === 'F' || made.StatusId === 'A')
  if (isDone && made.TransactionId) {
    const kind = made.StatusId === 'F' ? 'succeeded' : 'pending'
    return { kind, transactionId: made.TransactionId, amount: input.amount }
  }
  const reason = made.ErrorText || `Viva status ${made.StatusId ?? 'unknown'}`
  return { kind: 'failed', transactionId: made.TransactionId ?? null, amount: input.amount, reason }
}

async function find(api: VivaApi, orderCode: string): Promise<ProviderPayment> {
  const placed = await order(api, orderCode)
  const transactions = await listed(api, orderCode)
  const payments = transactions.filter((each) => !isReversal(each))
  const paid = payments.find((each) => paymentStateOf(each.StatusId) === 'succeeded')
  const isPending = payments.some((each) => paymentStateOf(each.StatusId) === 'pending')
  return {
    providerReference: orderCode,
    // A failed attempt leaves the order open: the customer may try another card.
    state: paid ? 'succeeded' : isPending ? 'pending' : orderStates[placed.StateId],
    transactionId: paid?.TransactionId ?? null,
    amount: paid
      ? fromViva(paid.Amount, paid.CurrencyCode)
      : fromViva(placed.RequestAmount, placed.CurrencyCode),
    refunds: paid ? reversalsOf(transactions, paid.TransactionId).map(presentRefund) : [],
    isDisputed: paid?.StatusId.startsWith('M') === true || paid?.StatusId === 'U',
  }
}

const reversalsOf = (transactions: ListedTransaction[], parentId: string) =>
  transactions.filter((each) => isReversal(each) && each.StatusId !== 'E' && isSame(each.ParentId, parentId))

const isSame = (one: string | null | undefined, other: string) => one?.toLowerCase() === other.toLowerCase()
const minorOf = (each: ListedTransaction) => Math.abs(toMinor(each.Amount, 2))

const presentRefund = (each: ListedTransaction): ProviderRefund => ({
  transactionId: each.TransactionId,
  refundId: null,
  state: each.StatusId === 'A' ? 'pending' : 'succeeded',
  amount: fromViva(each.Amount, each.CurrencyCode),
})
