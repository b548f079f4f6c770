/** Refusing one or several reviews, for a reason that their writers are told. */
import { data, redirect } from 'react-router'
import type { Route } from './+types/refuse-reviews.ts'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { fieldsOf } from '../../../../platform/pages/form-fields.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { Id } from '../../../../platform/values/shapes.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../../ui/forms/submit-button.tsx'
import { TextArea } from '../../../../ui/forms/text-field.tsx'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { Rating } from '../../../../ui/parts/rating.tsx'
import { getReview } from '../../list.ts'
import { presentReview } from '../../present.ts'
import { decideReviews, tellDecided } from './review/acts.ts'

const mostShown = 50

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'reviews.moderate')
    const ids = url.searchParams.getAll('id').filter((id) => Id.safeParse(id).success)
    const rows = await Promise.all(ids.slice(0, mostShown).map((reviewId) => getReview(ctx, { reviewId })))
    return { reviews: rows.map((row) => presentReview(ctx, row)) }
  })
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const decided = await decideReviews(ctx, fields)
  if (decided.problem && decided.done.length === 0)
    return data(
      { problem: decided.problem, values: { reason: fields.text('reason') } },
      { status: decided.status },
    )
  tellDecided(context, fields, decided)
  return redirect('/console/reviews')
}

export default function RefuseReviews({ loaderData: { reviews }, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const title = t('reviews.refuseTitle', { count: reviews.length })
  return (
    <div className="stack max-w-3xl">
      <title>{title}</title>
      <PageHeader
        title={title}
        crumbs={[{ to: '/console/reviews', label: t('reviews.reviews') }]}
        text={t('reviews.refuseText')}
      />
      {reviews.length === 0 ? (
        <EmptyState
          title={t('reviews.noneChosen')}
          text={t('reviews.noneChosenText')}
          actions={<LinkButton to="/console/reviews">{t('reviews.reviews')}</LinkButton>}
        />
      ) : (
        <>
          <Card>
            <ul className="divide-y divide-line">
              {reviews.map((review) => (
                <li key={review.id} className="py-3 first:pt-0 last:pb-0" lang={review.locale}>
                  <p className="flex flex-wrap items-center gap-x-3">
                    <Rating value={review.rating} />
                    <span className="font-semibold">{review.authorName}</span>
                    <span className="text-ink-soft">{review.product?.name}</span>
                  </p>
                  <p className="mt-1 whitespace-pre-line">{review.body}</p>
                </li>
              ))}
            </ul>
          </Card>
          <Card>
            <Form problem={problem} values={actionData?.values}>
              <input type="hidden" name="intent" value="refuse" />
              {reviews.map(({ id }) => (
                <input key={id} type="hidden" name="id" value={id} />
              ))}
              <TextArea
                name="reason"
                label={t('reviews.reason')}
                hint={t('reviews.reasonHint')}
                rows={3}
                maxLength={500}
              />
              <SubmitButton tone="danger">{t('reviews.refuseMany')}</SubmitButton>
            </Form>
          </Card>
        </>
      )}
    </div>
  )
}
