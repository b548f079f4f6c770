/** Buyers write about what has arrived, the house lets it through, and some producers answer. */
import { answerReview, publishReview, refuseReview, writeReview } from '../../../modules/reviews/reviews.ts'
import type { Inside } from '../../../platform/tenancy/context.ts'
import type { DemoOrder } from '../demo/orders.ts'
import type { Known } from './known.ts'
import { asBuyer, type Placed } from './place.ts'

/** Reviews of things that were sold out before they could be bought are not written. */
export async function reviewOrder(
  at: (days: number) => Inside,
  plan: DemoOrder,
  order: Placed,
  known: Known,
): Promise<void> {
  for (const { review, daysLater } of plan.reviews) {
    const product = known.products.get(review.product)
    if (!product || !order.lines.some(({ productId }) => productId === product.id)) continue
    const { rating, title, body, status, answer } = review
    const { id: reviewId } = await writeReview(asBuyer(at(daysLater), plan, known), {
      productId: product.id,
      orderId: order.id,
      access: order.accessToken ?? null,
      rating,
      title,
      body,
    })
    const later = at(daysLater + 0.7)
    if (status === 'refused') await refuseReview(later, { reviewId, reason: 'Διαφημίζει άλλο κατάστημα' })
    if (!status) await publishReview(later, { reviewId })
    if (!status && answer) {
      const evening = at(daysLater + 1.5)
      const actor = { ...evening.actor, producerIds: [product.producerId] }
      await answerReview({ ...evening, actor }, { reviewId, answer })
    }
  }
}
