/** Reviews as they are read: published ones by everybody, all of them by the house, those of their goods by producers. */
import { and, desc, eq, ilike, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { requirePermission } from '../../platform/access/require.ts'
import { forbidden, notFound } from '../../platform/http/app-error.ts'
import { encodeCursor } from '../../platform/http/cursor.ts'
import { decodeKey } from '../../platform/http/keyset.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { whileUnchanged } from '../../platform/tenancy/unchanged.ts'
import { type Page } from '../../platform/values/shapes.ts'
import { type ProductBrief, productBriefs } from '../catalog/find-products.ts'
import { findOwnCustomer } from '../customers/customers.ts'
import { mayModerate } from './policy.ts'
import type { Review } from './reviews.ts'
import { reviews } from './schema.ts'
import type { ListReviews } from './shapes.ts'

export type ListedReview = Review & { product: ProductBrief | null }
export type ReviewPage = Page<ListedReview>

/** How many published reviews gave each number of stars, from one to five. */
export type Stars = [number, number, number, number, number]

/** A product's published reviews, newest first. */
export const listProductReviews = (
  ctx: Context,
  query: ListReviews & { productId: string },
): Promise<ReviewPage & { stars: Stars }> =>
  whileUnchanged(ctx, `reviews ${JSON.stringify(query)}`, () =>
    read(ctx, async (ctx) => {
      const published = and(eq(reviews.productId, query.productId), eq(reviews.status, 'published'))
      const [page, counted] = await Promise.all([
        pageOf(ctx, query, [published]),
        ctx.db
          .select({ rating: reviews.rating, count: sql<number>`count(*)::int` })
          .from(reviews)
          .where(and(eq(reviews.tenantId, ctx.tenantId), published))
          .groupBy(reviews.rating),
      ])
      const stars: Stars = [0, 0, 0, 0, 0]
      for (const { rating, count } of counted) stars[rating - 1] = count
      return { ...page, stars }
    }),
  )

/** For the house all of them, for a producer's people the published ones of their goods. */
export async function listReviews(ctx: Context, query: ListReviews): Promise<ReviewPage> {
  const { actor } = ctx
  if (mayModerate(actor)) return read(ctx, (ctx) => pageOf(ctx, query, []))
  if (actor.producerIds.length === 0) throw forbidden('You do not belong to a producer.')
  return read(ctx, (ctx) => pageOf(ctx, query, [ofOwnGoods(ctx), eq(reviews.status, 'published')]))
}

// The products' table belongs to another room, so it is named here in words.
const ofOwnGoods = ({ tenantId, actor }: Context): SQL => sql`${reviews.productId} in (
  select id from products where tenant_id = ${tenantId} and producer_id = any(${sql.param([...actor.producerIds])}::uuid[]))`

/** One review, for the house; for a producer's people a published one of their goods. */
export async function getReview(ctx: Context, input: { reviewId: string }): Promise<ListedReview> {
  return read(ctx, async (ctx) => {
    const scope = mayModerate(ctx.actor) ? [] : [ofOwnGoods(ctx), eq(reviews.status, 'published')]
    const [row] = await ctx.db
      .select()
      .from(reviews)
      .where(and(eq(reviews.tenantId, ctx.tenantId), eq(reviews.id, input.reviewId), ...scope))
    if (!row) throw notFound('review')
    const briefs = await productBriefs(ctx, [row.productId])
    return { ...row, product: briefs.get(row.productId) ?? null }
  })
}

/** How many wait, are shown and were refused. */
export async function countReviews(ctx: Context): Promise<Record<Review['status'], number>> {
  if (!mayModerate(ctx.actor)) throw forbidden('Only the house counts reviews.')
  const rows = await read(ctx, (ctx) =>
    ctx.db
      .select({ status: reviews.status, count: sql<number>`count(*)::int` })
      .from(reviews)
      .where(eq(reviews.tenantId, ctx.tenantId))
      .groupBy(reviews.status),
  )
  const counts = { pending: 0, published: 0, refused: 0 }
  for (const { status, count } of rows) counts[status] = count
  return counts
}

/** What the signed-in customer has written, whatever became of it. */
export async function listMyReviews(ctx: Context, query: ListReviews): Promise<ReviewPage> {
  return read(ctx, async (ctx) => {
    const mine = await findOwnCustomer(ctx)
    return mine ? pageOf(ctx, query, [eq(reviews.customerId, mine.id)]) : { data: [], page: { next: null } }
  })
}

function mentions(q: string): SQL | undefined {
  const pattern = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return or(ilike(reviews.title, pattern), ilike(reviews.body, pattern), ilike(reviews.authorName, pattern))
}

/** What one customer has written, whatever became of it, for the house's people. */
export async function listCustomerReviews(
  ctx: Context,
  { customerId, ...query }: ListReviews & { customerId: string },
): Promise<ReviewPage> {
  requirePermission(ctx, 'customers.read')
  return read(ctx, (ctx) => pageOf(ctx, query, [eq(reviews.customerId, customerId)]))
}

async function pageOf(ctx: Inside, query: ListReviews, conditions: (SQL | undefined)[]): Promise<ReviewPage> {
  const filter = and(
    eq(reviews.tenantId, ctx.tenantId),
    ...conditions,
    query.status ? eq(reviews.status, query.status) : undefined,
    query.productId ? eq(reviews.productId, query.productId) : undefined,
    query.rating ? eq(reviews.rating, query.rating) : undefined,
    query.answered === undefined
      ? undefined
      : query.answered
        ? isNotNull(reviews.answer)
        : isNull(reviews.answer),
    query.q ? mentions(query.q) : undefined,
  )
  const after = decodeKey(query.cursor, ['id'])
  const rows = await ctx.db
    .select()
    .from(reviews)
    .where(and(filter, after ? lt(reviews.id, after[0]!) : undefined))
    .orderBy(desc(reviews.id))
    .limit(query.limit + 1)
    .offset(query.skip ?? 0)
  const data = rows.slice(0, query.limit)
  const briefs = await productBriefs(
    ctx,
    data.map((row) => row.productId),
  )
  return {
    data: data.map((row) => ({ ...row, product: briefs.get(row.productId) ?? null })),
    page: { next: rows.length > query.limit ? encodeCursor([data.at(-1)!.id]) : null },
    ...(query.count ? { total: await ctx.db.$count(reviews, filter) } : {}),
  }
}
