/** One review: read with what it is about, let through or refused, and answered by its producer. */
import { redirect } from 'react-router'
import type { Route } from './+types/review.ts'
import { RecordHistoryCard } from '../../../../frames/record-history.tsx'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { may } from '../../../../platform/access/actor.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { historyOf } from '../../../../platform/audit/history.ts'
import { notFound } from '../../../../platform/http/app-error.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { read } from '../../../../platform/tenancy/change.ts'
import { Id, inLocale } from '../../../../platform/values/shapes.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import { Rating } from '../../../../ui/parts/rating.tsx'
import { orderBriefs } from '../../../orders/find.ts'
import { producerNames } from '../../../producers/names.ts'
import { getReview } from '../../list.ts'
import { mayAnswer } from '../../policy.ts'
import { presentReview } from '../../present.ts'
import { answerReview } from '../../reviews.ts'
import { decideReviews, tellDecided } from './review/acts.ts'
import { About } from './review/about.tsx'
import { Answer } from './review/answer.tsx'
import { Decision } from './review/decision.tsx'
import { reviewTones } from './review/words.ts'

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'reviews.moderate', 'producers.profile')
    if (!Id.safeParse(params.id).success) throw notFound('review')
    const row = await getReview(ctx, { reviewId: params.id })
    const isHouse = may(ctx.actor, 'reviews.moderate')
    const [orders, producers] = await read(ctx, (ctx) =>
      Promise.all([
        isHouse ? orderBriefs(ctx, [row.orderId]) : null,
        producerNames(ctx, row.product ? [row.product.producerId] : []),
      ]),
    )
    return {
      review: presentReview(ctx, row),
      producer: row.product ? inLocale(producers.get(row.product.producerId), ctx.locale) : '',
      order: orders ? { id: row.orderId, number: orders.get(row.orderId)?.number ?? '' } : null,
      customerId: may(ctx.actor, 'customers.read') ? row.customerId : null,
      isHouse,
      mayAnswer: row.product !== null && mayAnswer(ctx.actor, row.product),
      history: await historyOf(ctx, { review: [row.id] }),
    }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  if (fields.text('intent') === 'answer') {
    const outcome = await attempt(() => {
      requirePermission(ctx, 'producers.profile')
      return answerReview(ctx, { reviewId: params.id, answer: fields.text('answer') })
    })
    if (outcome.problem) return refused(outcome, form)
    flash(context, { key: 'reviews.answerGiven' })
    return redirect(`/console/reviews/${params.id}`)
  }
  const decided = await decideReviews(ctx, fields)
  if (decided.problem) return refused({ problem: decided.problem, status: decided.status }, form)
  tellDecided(context, fields, decided)
  // Whoever works through the queue goes on with it.
  return redirect(fields.text('intent') === 'restore' ? `/console/reviews/${params.id}` : '/console/reviews')
}

export default function ReviewPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { review, isHouse, mayAnswer, history, producer } = loaderData
  const title = t('reviews.by', { name: review.authorName, product: review.product?.name ?? '' })
  return (
    <div className="stack">
      <title>{title}</title>
      <PageHeader
        title={title}
        crumbs={[{ to: '/console/reviews', label: t('reviews.reviews') }]}
        mark={
          <StatusBadge
            status={review.status}
            tones={reviewTones}
            label={t(`reviews.status_${review.status}`)}
          />
        }
      />
      <div className="panes">
        <div className="stack">
          <Card>
            <div lang={review.locale}>
              <Rating value={review.rating} />
              {review.title && <h2 className="card-title mt-2">{review.title}</h2>}
              <p className="mt-2 whitespace-pre-line">{review.body}</p>
            </div>
            <p className="mt-3 text-sm text-ink-soft">
              {review.authorName} · <DateTime at={review.createdAt} format="dateTime" />
            </p>
          </Card>
          {(review.answer !== null || review.status === 'published') && (
            <Answer review={review} producer={producer} mayAnswer={mayAnswer} problem={problem} />
          )}
        </div>
        <div className="stack">
          {isHouse && <Decision review={review} problem={problem} values={actionData?.values} />}
          <About loaded={loaderData} />
        </div>
      </div>
      <RecordHistoryCard history={history} />
    </div>
  )
}
