/** The states of orders and their parts, and which may follow which: one table for the service, the API and the screens. */

export const orderStatuses = [
  'pending',
  'paid',
  'packed',
  'shipped',
  'delivered',
  'cancelled',
  'returned',
] as const
export type OrderStatus = (typeof orderStatuses)[number]

export const partStatuses = [
  'pending',
  'accepted',
  'packed',
  'shipped',
  'delivered',
  'cancelled',
  'returned',
] as const
export type PartStatus = (typeof partStatuses)[number]

/** Partial shipment leaves a part `packed` with shipments until its last line has gone. */
export const partFollows = {
  pending: ['accepted', 'packed', 'shipped', 'cancelled'],
  accepted: ['packed', 'shipped', 'cancelled'],
  packed: ['shipped', 'cancelled'],
  shipped: ['delivered', 'returned'],
  delivered: ['returned'],
  cancelled: [],
  returned: [],
} as const satisfies Record<PartStatus, readonly PartStatus[]>

export const returnStatuses = ['requested', 'approved', 'refused', 'received'] as const
export const returnReasons = ['damaged', 'wrong_item', 'not_as_described', 'changed_mind', 'other'] as const

/** What an order's line of time tells. */
export const timelineKinds = [
  'placed',
  'paid',
  'payment_failed',
  'accepted',
  'packed',
  'shipped',
  'delivered',
  'cancelled',
  'line_cancelled',
  'refund_requested',
  'refunded',
  'refund_failed',
  'return_requested',
  'return_approved',
  'return_refused',
  'return_received',
  'note',
] as const
export type TimelineKind = (typeof timelineKinds)[number]
