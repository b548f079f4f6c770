/** What the pages of reviews do: each review for itself, so that one that cannot be does not hold the others back. */
import type { RouterContextProvider } from 'react-router'
import { requirePermission } from '../../../../../platform/access/require.ts'
import { invalid } from '../../../../../platform/http/app-error.ts'
import { flash } from '../../../../../platform/pages/flash.ts'
import type { FormFields } from '../../../../../platform/pages/form-fields.ts'
import { attempt, type FormProblem } from '../../../../../platform/pages/outcome.ts'
import type { Context } from '../../../../../platform/tenancy/context.ts'
import { Id } from '../../../../../platform/values/shapes.ts'
import { publishReview, refuseReview, reopenReview } from '../../../reviews.ts'

export const decisions = ['publish', 'refuse', 'restore'] as const
export type Decision = (typeof decisions)[number]

export type Decided = { done: string[]; problem: FormProblem | null; status: number }

const mostAtOnce = 200

/** The reviews that a form names: each `id`, or `ids` with commas, as an undo keeps them. */
export const idsOf = (fields: FormFields): string[] =>
  [...fields.all('id'), ...fields.text('ids').split(',')].filter(Boolean).slice(0, mostAtOnce)

export async function decideReviews(ctx: Context, fields: FormFields): Promise<Decided> {
  const decision = decisions.find((one) => one === fields.text('intent'))
  const reason = fields.text('reason')
  const decided: Decided = { done: [], problem: null, status: 200 }
  for (const id of idsOf(fields)) {
    const outcome = await attempt(async () => {
      requirePermission(ctx, 'reviews.moderate')
      const reviewId = Id.parse(id)
      if (decision === 'publish') return publishReview(ctx, { reviewId })
      if (decision === 'refuse') return refuseReview(ctx, { reviewId, reason })
      if (decision === 'restore') return reopenReview(ctx, { reviewId })
      throw invalid('This form is not known here.')
    })
    if (!outcome.problem) decided.done.push(id)
    else if (!decided.problem) Object.assign(decided, { problem: outcome.problem, status: outcome.status })
  }
  return decided
}

/** Undoing is kept in a cookie, which has room for so many. */
const mostUndoable = 40

/** Says what was done, with the way back. */
export function tellDecided(
  context: Readonly<RouterContextProvider>,
  fields: FormFields,
  { done, problem }: Decided,
): void {
  const intent = fields.text('intent') as Decision
  if (problem)
    return flash(context, { key: 'reviews.someRefused', values: { count: done.length }, tone: 'bad' })
  flash(context, {
    key: `reviews.done_${intent}`,
    values: { count: done.length },
    ...(intent !== 'restore' &&
      done.length <= mostUndoable && {
        undo: { action: '/console/reviews', fields: { intent: 'restore', ids: done.join() } },
      }),
  })
}
