/** Tells a review's writer what became of it, once, if it still is so. */
import { z } from 'zod'
import type { JobDefinition } from '../../platform/jobs/boss.ts'
import { houseFor } from '../../platform/mail/house.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import type { MailTemplate } from '../../platform/mail/template.ts'
import { writing } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { Id, inLocale, type Locale } from '../../platform/values/shapes.ts'
import { getOrder } from '../orders/find.ts'
import { producerNames } from '../producers/names.ts'
import { getReview } from './list.ts'
import { answeredMail, publishedMail, refusedMail } from './mails.ts'

const News = z.object({ reviewId: Id, news: z.enum(['published', 'refused', 'answered']) })

export async function tellAuthor(ctx: Context, input: unknown): Promise<void> {
  const { reviewId, news } = News.parse(input)
  await writing(ctx, async (ctx) => {
    const { product, ...review } = await getReview(ctx, { reviewId })
    // The decision was taken back, or another one was made, which tells by itself.
    if (!product || review.status !== (news === 'refused' ? 'refused' : 'published')) return
    const locale = review.locale as Locale
    const order = await getOrder(ctx, { orderId: review.orderId })
    const { link } = await houseFor(ctx, locale)
    const send = <Data>(template: MailTemplate<Data>, data: Data) =>
      queueMail(ctx, {
        effectKey: `${template.name} ${reviewId}`,
        template,
        data,
        to: order.email,
        name: review.authorName,
        locale,
        entity: 'review',
        entityId: reviewId,
      })
    const about = { product: inLocale(product.name, locale), url: link(`/products/${product.slug}#reviews`) }
    if (news === 'published') await send(publishedMail, about)
    if (news === 'refused') await send(refusedMail, { product: about.product, reason: review.reason ?? '' })
    if (news === 'answered' && review.answer) {
      const names = await producerNames(ctx, [product.producerId])
      const producer = inLocale(names.get(product.producerId), locale)
      await send(answeredMail, { ...about, producer, answer: review.answer })
    }
  })
}

export const reviewJobs = [
  { name: 'reviews.tell-author', handle: tellAuthor },
] as const satisfies readonly JobDefinition[]
