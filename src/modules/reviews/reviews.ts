/** Reviews by verified buyers: written once per product, let through or refused by the house, answered once by the producer. */
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { newId } from '../../platform/database/columns.ts'
import { conflict, forbidden, notFound } from '../../platform/http/app-error.ts'
import { enqueue } from '../../platform/jobs/queue.ts'
import { change, changed, created, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { type ProductBrief, productBriefs } from '../catalog/find-products.ts'
import { addRating } from '../catalog/ratings.ts'
import { findPurchase } from '../orders/purchases.ts'
import { mayAnswer, mayModerate } from './policy.ts'
import { reviews } from './schema.ts'
import { AnswerReview, RefuseReview, WriteReview } from './shapes.ts'

export type Review = typeof reviews.$inferSelect

/**
 * A buyer's word on what they received; `access` is the token of a guest's order. It waits for the house. The same
 * review again changes nothing; another one of the same product is a conflict, `already_reviewed`.
 */
export async function writeReview(
  ctx: Context,
  input: z.input<typeof WriteReview> & { productId: string; access?: string | null },
): Promise<Review> {
  const { productId, access = null, ...rest } = input
  const { orderId, authorName, ...given } = WriteReview.parse(rest)
  return change(ctx, 'review.create', async (ctx) => {
    const product = await requireProduct(ctx, productId)
    const purchase = await findPurchase(ctx, productId, orderId ? { orderId, access } : null)
    if (!purchase) {
      throw forbidden('Only those who have received this product may review it.', { code: 'not_bought' })
    }
    const [row] = await ctx.db
      .insert(reviews)
      .values({
        ...given,
        tenantId: ctx.tenantId,
        id: newId(),
        productId,
        customerId: purchase.customerId,
        orderId: purchase.orderId,
        authorName: authorName ?? firstName(purchase.customerName),
        locale: ctx.locale,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning()
    if (row) return created(row, heardBy(product))
    const before = await findOf(ctx, productId, purchase.customerId)
    if (before.rating === given.rating && before.body === given.body) return unchanged(before)
    throw conflict('You have reviewed this product already.', { code: 'already_reviewed' })
  })
}

const firstName = (name: string): string => name.trim().split(/\s+/)[0] || name

const heardBy = (product: ProductBrief) => ({
  audience: ['may:reviews.moderate', `producer:${product.producerId}`],
  data: { productId: product.id },
})

async function requireProduct(ctx: Inside, productId: string): Promise<ProductBrief> {
  const product = (await productBriefs(ctx, [productId])).get(productId)
  if (!product) throw notFound('product')
  return product
}

async function findOf(ctx: Inside, productId: string, customerId: string): Promise<Review> {
  const [row] = await ctx.db
    .select()
    .from(reviews)
    .where(
      and(
        eq(reviews.tenantId, ctx.tenantId),
        eq(reviews.productId, productId),
        eq(reviews.customerId, customerId),
      ),
    )
  return row!
}

/** Shows it, with its stars. Twice is once. */
export const publishReview = (ctx: Context, input: { reviewId: string }): Promise<Review> =>
  decide(ctx, 'review.publish', input.reviewId, { status: 'published', reason: null })

/** Does not show it, or no longer. Twice is once. */
export async function refuseReview(
  ctx: Context,
  input: { reviewId: string } & z.input<typeof RefuseReview>,
): Promise<Review> {
  const { reviewId, ...rest } = input
  return decide(ctx, 'review.refuse', reviewId, { status: 'refused', ...RefuseReview.parse(rest) })
}

/** Takes a decision back: the review waits again, as if nobody had read it. Twice is once. */
export const reopenReview = (ctx: Context, input: { reviewId: string }): Promise<Review> =>
  decide(ctx, 'review.restore', input.reviewId, { status: 'pending', reason: null })

/** A decision may be taken back for so long before its writer is told. */
const secondThoughtMs = 10 * 60_000

const decide = (
  ctx: Context,
  action: 'review.publish' | 'review.refuse' | 'review.restore',
  reviewId: string,
  values: { status: Review['status']; reason: string | null },
): Promise<Review> =>
  change(ctx, action, async (ctx) => {
    if (!mayModerate(ctx.actor)) throw forbidden('Only the house lets reviews through.')
    const before = await lockReview(ctx, reviewId)
    if (before.status === values.status) return unchanged(before)
    const isOpen = values.status === 'pending'
    const after = await write(ctx, before, {
      ...values,
      decidedBy: isOpen ? null : ctx.actor.userId,
      decidedAt: isOpen ? null : ctx.now,
    })
    if (!isOpen) {
      const startAfter = new Date(ctx.now.getTime() + secondThoughtMs)
      await enqueue(ctx, 'reviews.tell-author', { reviewId, news: values.status }, { startAfter })
    }
    const shift = Number(after.status === 'published') - Number(before.status === 'published')
    if (shift !== 0) await addRating(ctx, before.productId, { sum: shift * before.rating, count: shift })
    const product = await requireProduct(ctx, before.productId)
    const { audience, data } = heardBy(product)
    return changed(before, after, { audience: ['public', ...audience], data })
  })

/** The producer's answer, shown below the review; it is given once. */
export async function answerReview(
  ctx: Context,
  input: { reviewId: string } & z.input<typeof AnswerReview>,
): Promise<Review> {
  const { reviewId, ...rest } = input
  const { answer } = AnswerReview.parse(rest)
  return change(ctx, 'review.answer', async (ctx) => {
    const before = await lockReview(ctx, reviewId)
    const product = await requireProduct(ctx, before.productId)
    if (!mayAnswer(ctx.actor, product)) throw notFound('review')
    if (before.status !== 'published')
      throw conflict('Only published reviews are answered.', { code: 'not_published' })
    if (before.answer === answer) return unchanged(before)
    if (before.answer !== null)
      throw conflict('This review has been answered already.', { code: 'already_answered' })
    const after = await write(ctx, before, { answer })
    await enqueue(ctx, 'reviews.tell-author', { reviewId, news: 'answered' })
    const isOverride = !ctx.actor.producerIds.includes(product.producerId)
    return changed(before, after, { ...heardBy(product), isOverride })
  })
}

/** The review's row, locked: of two decisions at once the second sees the first, and its stars count once. */
async function lockReview(ctx: Inside, reviewId: string): Promise<Review> {
  const [row] = await ctx.db
    .select()
    .from(reviews)
    .where(and(eq(reviews.tenantId, ctx.tenantId), eq(reviews.id, reviewId)))
    .for('update')
  if (!row) throw notFound('review')
  return row
}

async function write(ctx: Inside, before: Review, values: Partial<Review>): Promise<Review> {
  const [row] = await ctx.db
    .update(reviews)
    .set(values)
    .where(and(eq(reviews.tenantId, ctx.tenantId), eq(reviews.id, before.id)))
    .returning()
  return row!
}
