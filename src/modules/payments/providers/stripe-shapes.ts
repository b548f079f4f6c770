/** The parts of Stripe's objects that we read. Source: docs.stripe.com/api */
import { z } from 'zod'

/** Expanded to the object, or only its id. */
const idOf = z.union([z.string(), z.object({ id: z.string() }).transform((object) => object.id)]).nullish()
const metadata = z.record(z.string(), z.string()).nullish()

export const Session = z.object({
  id: z.string(),
  url: z.string().nullish(),
  status: z.enum(['open', 'complete', 'expired']),
  payment_status: z.enum(['paid', 'unpaid', 'no_payment_required']),
  amount_total: z.number().int(),
  currency: z.string(),
  payment_intent: idOf,
  metadata,
})
export type Session = z.infer<typeof Session>

export const PaymentIntent = z.object({
  id: z.string(),
  amount: z.number().int(),
  amount_received: z.number().int().nullish(),
  currency: z.string(),
  status: z.string(),
  last_payment_error: z.object({ message: z.string().nullish(), code: z.string().nullish() }).nullish(),
  latest_charge: z
    .union([z.string(), z.object({ id: z.string(), disputed: z.boolean().nullish() })])
    .nullish(),
})

export const Charge = z.object({ id: z.string(), payment_intent: idOf })

export const Refund = z.object({
  id: z.string(),
  amount: z.number().int(),
  currency: z.string(),
  payment_intent: idOf,
  status: z.enum(['pending', 'requires_action', 'succeeded', 'failed', 'canceled']).nullish(),
  failure_reason: z.string().nullish(),
  metadata,
})
export type Refund = z.infer<typeof Refund>

export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ data: z.array(item), has_more: z.boolean() })

export const StripeEvent = z.object({
  id: z.string(),
  type: z.string(),
  created: z.number().int(),
  data: z.object({ object: z.looseObject({}) }),
})
export type StripeEvent = z.infer<typeof StripeEvent>

export const refundState = (status: Refund['status']): 'succeeded' | 'pending' | 'failed' =>
  status === 'failed' || status === 'canceled' ? 'failed' : status === 'succeeded' ? 'succeeded' : 'pending'
