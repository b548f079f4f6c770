/** Reviews as the API shows them. */
import { z } from 'zod'
import type { Context } from '../../platform/tenancy/context.ts'
import { Id, inLocale, Instant } from '../../platform/values/shapes.ts'
import type { ListedReview } from './list.ts'
import type { Review } from './reviews.ts'
import { reviewStatuses } from './shapes.ts'

export const ReviewView = z
  .object({
    id: Id,
    productId: Id,
    product: z
      .object({ slug: z.string(), name: z.string(), coverFileId: Id.nullable() })
      .nullable()
      .optional(),
    authorName: z.string(),
    rating: z.int().min(1).max(5),
    title: z.string().nullable(),
    body: z.string(),
    locale: z.string(),
    status: z.enum(reviewStatuses),
    /** For its writer and the house. */
    reason: z.string().nullable().optional(),
    decidedAt: Instant.nullable().optional(),
    answer: z.string().nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'Review' })

export function presentReview(
  ctx: Context,
  row: Review & Partial<Pick<ListedReview, 'product'>>,
  isPublic = false,
): z.output<typeof ReviewView> {
  const {
    id,
    productId,
    product,
    authorName,
    rating,
    title,
    body,
    locale,
    status,
    reason,
    answer,
    createdAt,
  } = row
  const name = product ? inLocale(product.name, ctx.locale, ctx.organization.defaultLocale) : ''
  return {
    id,
    productId,
    ...(product === undefined
      ? {}
      : { product: product && { slug: product.slug, name, coverFileId: product.coverFileId } }),
    authorName,
    rating,
    title,
    body,
    locale,
    status,
    ...(isPublic ? {} : { reason, decidedAt: row.decidedAt?.toISOString() ?? null }),
    answer,
    createdAt: createdAt.toISOString(),
  }
}
