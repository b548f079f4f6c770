/** /reviews, and those of one product. */
import { z } from 'zod'
import { endpoint, type Endpoint } from '../../platform/http/endpoint.ts'
import { Id, pageOf } from '../../platform/values/shapes.ts'
import { getReview, listMyReviews, listProductReviews, listReviews } from './list.ts'
import { presentReview, ReviewView } from './present.ts'
import { answerReview, publishReview, refuseReview, reopenReview, writeReview } from './reviews.ts'
import { AnswerReview, ListReviews, RefuseReview, WriteReview } from './shapes.ts'

const tag = 'Reviews'
const byId = z.strictObject({ id: Id })

export const reviewsApi: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/products/{id}/reviews',
    tag,
    access: 'public',
    summary: 'A product’s published reviews, newest first',
    params: byId,
    query: ListReviews.omit({ productId: true, status: true }),
    answer: pageOf(ReviewView).extend({
      stars: z.array(z.int()).meta({ description: 'How many gave one star, two, … five.' }),
    }),
    handle: async (ctx, { params, query }) => {
      const { data, ...rest } = await listProductReviews(ctx, { ...query, productId: params.id })
      return { ...rest, data: data.map(({ product: _product, ...row }) => presentReview(ctx, row, true)) }
    },
  }),
  endpoint({
    method: 'post',
    path: '/products/{id}/reviews',
    tag,
    access: 'public',
    summary: 'Review what one has received',
    description: 'A guest names the order and proves it with the header `Stoa-Order`, its token.',
    limit: { max: 20, windowSeconds: 3_600, by: 'actor' },
    params: byId,
    body: WriteReview,
    answer: ReviewView,
    status: 201,
    handle: async (ctx, { params, body, request }) =>
      presentReview(
        ctx,
        await writeReview(ctx, { ...body, productId: params.id, access: request.headers.get('stoa-order') }),
      ),
  }),
  endpoint({
    method: 'get',
    path: '/reviews',
    tag,
    access: ['reviews.moderate', 'producers.profile'],
    summary: 'All reviews for the house; those of one’s goods for producers',
    query: ListReviews,
    answer: pageOf(ReviewView),
    handle: async (ctx, { query }) => {
      const page = await listReviews(ctx, query)
      return { ...page, data: page.data.map((row) => presentReview(ctx, row)) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/reviews/{id}',
    tag,
    access: ['reviews.moderate', 'producers.profile'],
    summary: 'One review',
    params: byId,
    answer: ReviewView,
    handle: async (ctx, { params }) => presentReview(ctx, await getReview(ctx, { reviewId: params.id })),
  }),
  endpoint({
    method: 'get',
    path: '/me/reviews',
    tag,
    access: 'signedIn',
    summary: 'What I have written',
    query: ListReviews,
    answer: pageOf(ReviewView),
    handle: async (ctx, { query }) => {
      const page = await listMyReviews(ctx, query)
      return { ...page, data: page.data.map((row) => presentReview(ctx, row)) }
    },
  }),
  endpoint({
    method: 'post',
    path: '/reviews/{id}/publication',
    tag,
    access: 'reviews.moderate',
    summary: 'Let a review through',
    params: byId,
    answer: ReviewView,
    handle: async (ctx, { params }) => presentReview(ctx, await publishReview(ctx, { reviewId: params.id })),
  }),
  endpoint({
    method: 'post',
    path: '/reviews/{id}/refusal',
    tag,
    access: 'reviews.moderate',
    summary: 'Refuse a review, or take it down',
    params: byId,
    body: RefuseReview,
    answer: ReviewView,
    handle: async (ctx, { params, body }) =>
      presentReview(ctx, await refuseReview(ctx, { ...body, reviewId: params.id })),
  }),
  endpoint({
    method: 'post',
    path: '/reviews/{id}/reopening',
    tag,
    access: 'reviews.moderate',
    summary: 'Take a decision back: the review waits again',
    params: byId,
    answer: ReviewView,
    handle: async (ctx, { params }) => presentReview(ctx, await reopenReview(ctx, { reviewId: params.id })),
  }),
  endpoint({
    method: 'post',
    path: '/reviews/{id}/answer',
    tag,
    access: 'producers.profile',
    summary: 'The producer’s answer, given once',
    params: byId,
    body: AnswerReview,
    answer: ReviewView,
    handle: async (ctx, { params, body }) =>
      presentReview(ctx, await answerReview(ctx, { ...body, reviewId: params.id })),
  }),
]
