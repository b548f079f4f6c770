/** What the orders' verbs take. */
import { z } from 'zod'
import { Amount, Day, Id, Paging, text } from '../../platform/values/shapes.ts'
import { orderStatuses, partStatuses, returnReasons, returnStatuses } from './values.ts'

export const ListOrders = Paging.extend({
  /** `mine` also for people of the house who buy here themselves. */
  view: z.enum(['mine', 'all']).optional(),
  status: z.enum(orderStatuses).optional(),
  from: Day.optional(),
  to: Day.optional(),
  paymentProvider: z.string().max(40).optional(),
  /** `waiting` is for money that should come before the goods leave. */
  payment: z.enum(['paid', 'waiting', 'refunded']).optional(),
  producerId: Id.optional(),
  sort: z.enum(['-placedAt', 'placedAt']).optional(),
  customerId: Id.optional(),
  q: z.string().trim().max(100).optional(),
})
export type ListOrders = z.output<typeof ListOrders>

export const ListParts = Paging.extend({
  /** `toSend`: what may leave and has not, the oldest first. */
  view: z.enum(['toSend', 'all']).optional(),
  from: Day.optional(),
  to: Day.optional(),
  status: z.enum(partStatuses).optional(),
  producerId: Id.optional(),
  q: z.string().trim().max(100).optional(),
})
export type ListParts = z.output<typeof ListParts>

const LineQuantity = z.strictObject({ lineId: Id, quantity: z.int().min(1).max(9999) })

export const CancelOrder = z
  .strictObject({
    reason: text(500).optional(),
    /** Only these; the whole order when absent. */
    lines: z.array(LineQuantity).min(1).max(200).optional(),
  })
  .meta({ id: 'CancelOrder' })

export const ShipPart = z
  .strictObject({
    trackingNumber: text(60).optional(),
    carrier: text(60).optional(),
    /** Only these, the rest ships later; all that is left when absent. */
    lines: z.array(LineQuantity).min(1).max(200).optional(),
  })
  .meta({ id: 'ShipPart' })

export const RequestReturn = z
  .strictObject({
    reason: z.enum(returnReasons),
    note: text(1000).optional(),
    lines: z.array(LineQuantity).min(1).max(200),
  })
  .meta({ id: 'RequestReturn' })

export const ListReturns = Paging.extend({ status: z.enum(returnStatuses).optional() })
export const RefuseReturn = z.strictObject({ answer: text(500) })
export const ReceiveReturn = z.strictObject({
  /** Lines whose goods go back on the shelf. */
  restock: z.array(Id).max(200).default([]),
})

export const PlaceOrder = z
  .strictObject({
    cartId: Id,
    /** What the customer was shown; a difference is told, never charged. */
    expectedTotal: z.union([Amount, z.strictObject({ amount: Amount, currency: z.string() })]).optional(),
  })
  .meta({ id: 'PlaceOrder' })
