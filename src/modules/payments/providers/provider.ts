/** What every way of paying offers to the payments service. Providers know protocols; they keep nothing. */
import type { Money } from '../../../platform/values/money.ts'
import type { Locale } from '../../../platform/values/shapes.ts'

export const providerCodes = ['bank-transfer', 'cash-on-delivery', 'stripe', 'viva'] as const
export type ProviderCode = (typeof providerCodes)[number]

export type StartPayment = {
  /** Ours, one per payment (not per order: a second try is a second payment). The idempotency of `start`. */
  reference: string
  orderId: string
  /** As the customer reads it. */
  orderNumber: string
  /** Above zero. */
  amount: Money
  /** One line for the customer's statement and the payment page, in `language`. */
  description: string
  customer: { name?: string; email?: string; phone?: string }
  language: Locale
  /** Where the customer comes back to, having paid or not knowing yet. Absolute. */
  returnUrl: string
  /** Where the customer comes back to, having turned round. Absolute. */
  cancelUrl: string
  now: Date
  /** When the offer to pay ends. Providers clamp it to what they can. */
  expiresAt?: Date
}

export type PaymentStart =
  /** Send the customer to `url`. */
  | { kind: 'redirect'; url: string; providerReference: string }
  /** Show the customer what to do; money is confirmed by hand or by a bank statement. */
  | { kind: 'instructions'; providerReference: string; transfer: TransferInstructions }
  /** Nothing to do now: the money comes with the parcel. */
  | { kind: 'none'; providerReference: string }

export type TransferInstructions = {
  beneficiary: string
  /** Without spaces; `formatIban` groups it for people. */
  iban: string
  bic: string | null
  bankName: string | null
  amount: Money
  /** ISO 11649 creditor reference, such as RF18539007547034: unique, checked by banks, the key to matching. */
  creditorReference: string
  /** For banks that only take free text. */
  remittanceText: string
  /** The text of an EPC QR code (version 002), or null when the currency is not the euro. */
  qrText: string | null
}

export const eventKinds = [
  'succeeded',
  /** Begun, and the bank will say later. */
  'pending',
  /** One attempt failed. A success may still follow in the same payment. */
  'failed',
  /** The offer to pay has ended without money: left, expired or withdrawn. */
  'cancelled',
  'refunded',
  'refund_failed',
  /** Genuine, and of no consequence for money. */
  'ignored',
] as const
export type EventKind = (typeof eventKinds)[number]

/** A verified fact. Facts come late, twice and out of order: store by `eventId`, count money by `transactionId`. */
export type ProviderEvent = {
  /** Unique per provider and fact; the same fact told again has the same id. */
  eventId: string
  /** The provider's own name of it, for the record. */
  type: string
  kind: EventKind
  /** What `start` answered, or null when the fact belongs to no payment of ours. */
  providerReference: string | null
  /** The provider's transaction: of the payment, or of the refund when the kind is a refund's. */
  transactionId: string | null
  /** Of a refund: the transaction that it gives back from. */
  ofTransactionId: string | null
  /** Of a refund that we asked for: our refund id, where the provider carries it. */
  refundId: string | null
  /** Never negative. Null only where the fact names none. */
  amount: Money | null
  at: string
  /** For staff: why it failed, in the provider's words. */
  reason: string | null
  raw: unknown
}

export type RefundPayment = {
  /** Ours, one per refund: the idempotency of `refund`. */
  refundId: string
  providerReference: string
  /** Of the payment that succeeded. */
  transactionId: string
  amount: Money
  /**
   * The transaction ids of this payment's other refunds that are booked already. Where a provider has no
   * idempotency key, a refund of this amount that is not among them is this one, made in a call whose answer
   * was lost. So one payment's refunds must not be sent at the same time.
   */
  bookedRefunds: string[]
  reason?: string
}

export type RefundOutcome =
  | { kind: 'succeeded' | 'pending'; transactionId: string; amount: Money }
  | { kind: 'failed'; transactionId: string | null; amount: Money; reason: string }
  /** The provider moves no money: a person sends it back, then confirms. */
  | { kind: 'manual'; amount: Money }

export const paymentStates = ['open', 'pending', 'succeeded', 'failed', 'cancelled'] as const
export type PaymentState = (typeof paymentStates)[number]

/** The provider's present truth about one payment. */
export type ProviderPayment = {
  providerReference: string
  state: PaymentState
  /** Of the money that came, or null while none has. */
  transactionId: string | null
  /** What was paid, or is asked for while nothing was. */
  amount: Money
  refunds: ProviderRefund[]
  /** A dispute (chargeback) is or was open at the provider. */
  isDisputed: boolean
}

export type ProviderRefund = {
  transactionId: string
  refundId: string | null
  state: 'succeeded' | 'pending' | 'failed'
  amount: Money
}

export type WebhookRequest = { headers: Headers; body: Uint8Array; now: Date }

export interface PaymentProvider {
  readonly code: ProviderCode

  /**
   * Starts a payment; the answer says what the customer does next. Asking twice with one `reference` never
   * takes money twice. AppError: `invalid` (amount or currency that it cannot take), `conflict` (the reference
   * was used for something else), `unavailable` (away, or our credentials are refused).
   */
  start(input: StartPayment): Promise<PaymentStart>

  /**
   * Verified facts out of a webhook. AppError: `unauthorized` (not from the provider), `invalid` (not
   * understood), `unavailable` (could not be verified now: answer 5xx, so that it is sent again). Absent
   * where the provider sends none.
   */
  readWebhook?(request: WebhookRequest): Promise<ProviderEvent[]>

  /** Gives money back. Twice with one `refundId` is once. AppError as `start`, and `not_found`. */
  refund(input: RefundPayment): Promise<RefundOutcome>

  /** The truth on demand, for when webhooks are lost. Null where only people know. AppError `not_found`. */
  find(providerReference: string): Promise<ProviderPayment | null>

  /** The payment that a returning customer's address speaks of. A hint, never a proof of payment. */
  readReturn?(url: URL): string | null

  /** What the webhook address answers to the provider's GET that asks whose it is. */
  handshake?(): Promise<Record<string, string>>
}
