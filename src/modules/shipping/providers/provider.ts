/** What every courier offers to the shipping service. Providers know protocols; they keep nothing. */
import type { Money } from '../../../platform/values/money.ts'
import type { Address, Locale } from '../../../platform/values/shapes.ts'

export const courierCodes = ['acs', 'elta'] as const
export type CourierCode = (typeof courierCodes)[number]

export type NewVoucher = {
  /** Ours, at most 30 characters: printed on the label, and found again by it. */
  reference: string
  /** The day on which the courier comes, `YYYY-MM-DD`, of the courier's own calendar (no Sundays). */
  pickupOn: string
  senderName: string
  recipient: Address & { email?: string }
  /** Boxes that travel together. */
  pieces: number
  /** Of all pieces. */
  weightGrams: number
  /** What the courier collects from the recipient, in cash or by card. */
  cashOnDelivery: Money | null
  notes?: string
}

export type Voucher = {
  /** Of the shipment: what is tracked. */
  voucherNumber: string
  /** Of the further boxes, when there are more than one. */
  pieceNumbers: string[]
}

export const shipmentStates = [
  'created',
  'picked_up',
  'in_transit',
  'out_for_delivery',
  'attempt_failed',
  'delivered',
  'returning',
  'returned',
] as const
export type ShipmentState = (typeof shipmentStates)[number]

export type TrackingEvent = {
  at: string
  state: ShipmentState
  place: string | null
  /** In the courier's own words. */
  text: string
}

export type Tracking = {
  state: ShipmentState
  /** In the order in which they happened. */
  events: TrackingEvent[]
  deliveredAt: string | null
  /** Who signed. */
  receivedBy: string | null
  /** Why it could not be delivered, in the courier's words. */
  reason: string | null
}

export type QuoteRequest = {
  /** Of the recipient. */
  destination: { country: string; postalCode: string; city: string }
  weightGrams: number
  cashOnDelivery: Money | null
  pickupOn: string
}

/** What the courier charges us, without and with VAT apart. */
export type CourierQuote = { net: Money; vat: Money; isRemote: boolean }

export type PickupList =
  | { kind: 'issued'; listNumber: string }
  /** Nothing waits to be picked up. */
  | { kind: 'empty' }
  /** These vouchers have no printed label: print or cancel them, then ask again. */
  | { kind: 'unprinted'; voucherNumbers: string[] }

export interface ShippingProvider {
  readonly code: CourierCode

  /** AppError `invalid` where the courier does not go. */
  quote?(input: QuoteRequest): Promise<CourierQuote>

  /**
   * Draws a voucher number. Couriers have no idempotency key: after `unavailable` a voucher may or may not
   * exist, so save the number before anything else, and print the label by itself. AppError `invalid` (the
   * courier refuses the address, the weight …), `unavailable`.
   */
  createVoucher(input: NewVoucher): Promise<Voucher>

  /** A PDF of the label or labels. May be asked for again, until the parcel has left. AppError `not_found`. */
  printLabel(voucherNumber: string): Promise<Uint8Array>

  /**
   * `cancelled` at the courier, or `lapses`: the courier has no such call, and a number that is never handed
   * over is never charged. AppError `conflict` once the parcel is on its way.
   */
  cancelVoucher(voucherNumber: string): Promise<'cancelled' | 'lapses'>

  /** AppError `not_found` for a number that the courier does not know. */
  track(voucherNumber: string): Promise<Tracking>

  /** Makes the day's printed vouchers known to the courier, without which their barcodes mean nothing (ACS). */
  issuePickupList?(on: string): Promise<PickupList>

  /** The courier's own page about a parcel, for the customer. */
  trackingUrl(voucherNumber: string, language: Locale): string
}
