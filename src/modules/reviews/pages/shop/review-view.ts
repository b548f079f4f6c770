/** A product's reviews as its page shows them. */
import type { Context } from '../../../../platform/tenancy/context.ts'
import { listProductReviews } from '../../list.ts'
import { ListReviews } from '../../shapes.ts'

export type ProductReviews = Awaited<ReturnType<typeof readReviews>>

const perPage = 5

export async function readReviews(ctx: Context, productId: string, cursor: string | null) {
  const asked = ListReviews.safeParse({ limit: perPage, ...(cursor && { cursor }) })
  const query = asked.success ? asked.data : ListReviews.parse({ limit: perPage })
  const { data, page, stars } = await listProductReviews(ctx, { ...query, productId })
  return {
    stars,
    next: page.next,
    isFirst: !query.cursor,
    reviews: data.map(({ id, authorName, rating, title, body, locale, answer, createdAt }) => ({
      id,
      authorName,
      rating,
      title,
      body,
      locale,
      answer,
      at: createdAt.toISOString(),
    })),
  }
}
