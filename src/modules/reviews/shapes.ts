/** What the reviews' verbs take. */
import { z } from 'zod'
import { Id, Paging, text } from '../../platform/values/shapes.ts'

export const WriteReview = z
  .strictObject({
    rating: z.int().min(1).max(5),
    title: text(120).optional(),
    body: text(4000),
    /** As it is to be shown; the first name when absent. */
    authorName: text(60).optional(),
    /** The order it was bought with; needed of a guest, who proves it with `Stoa-Order`. */
    orderId: Id.optional(),
  })
  .meta({ id: 'WriteReview' })

export const RefuseReview = z.strictObject({ reason: text(500) }).meta({ id: 'RefuseReview' })
export const AnswerReview = z.strictObject({ answer: text(2000) }).meta({ id: 'AnswerReview' })

export const reviewStatuses = ['pending', 'published', 'refused'] as const

export const ListReviews = Paging.extend({
  status: z.enum(reviewStatuses).optional(),
  productId: Id.optional(),
  /** Whether the producer has answered. */
  answered: z.stringbool().optional(),
  /** In the review's own words or its writer's name. */
  q: z.string().trim().max(120).optional(),
  /** Of the stars. */
  rating: z.coerce.number().int().min(1).max(5).optional(),
})
export type ListReviews = z.output<typeof ListReviews>
