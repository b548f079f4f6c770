/** One promotion: changed, paused, or deleted while nobody has used it. */
import { Form, redirect } from 'react-router'
import type { Route } from './+types/promotion.ts'
import { RecordHistoryCard } from '../../../frames/record-history.tsx'
import { useConsoleProblem } from '../../../frames/use-console-problem.ts'
import { requirePermission } from '../../../platform/access/require.ts'
import { historyOf } from '../../../platform/audit/history.ts'
import type { MessageKey } from '../../../platform/i18n/keys.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { fieldsOf, type FormFields } from '../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../platform/pages/outcome.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { instantToLocal } from '../../../platform/values/local-time.ts'
import { useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../ui/parts/badge.tsx'
import { Button } from '../../../ui/parts/button.tsx'
import { ConfirmButton } from '../../../ui/parts/confirm-button.tsx'
import { presentPromotion } from '../present.ts'
import { deletePromotion, getPromotion, updatePromotion } from '../promotions.ts'
import { scopeOf } from './editor/load.ts'
import { PromotionForm } from './editor/promotion-form.tsx'
import { inputOf } from './editor/save.ts'
import { stateOf, stateTones } from './editor/state.ts'

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = stoa(context)
  const local = (at: string | null) => at && instantToLocal(at, ctx.timeZone)
  return orErrorPage(async () => {
    requirePermission(ctx, 'promotions.manage')
    const row = await getPromotion(ctx, params.id)
    const view = presentPromotion(row, ctx.locale)
    return {
      promotion: {
        ...view,
        name: row.name,
        startsAt: local(view.startsAt),
        endsAt: local(view.endsAt),
      },
      title: view.name,
      state: stateOf(view, ctx.now.toISOString()),
      scope: await scopeOf(ctx, row),
      currency: ctx.organization.currency,
      history: await historyOf(ctx, { promotion: [row.id] }),
    }
  })
}

/** What the form asks; the message that it was done. */
async function run(ctx: Context, id: string, fields: FormFields): Promise<MessageKey> {
  requirePermission(ctx, 'promotions.manage')
  switch (fields.text('intent')) {
    case 'delete':
      await deletePromotion(ctx, id)
      return 'promotions.deleted'
    case 'pause':
      await updatePromotion(ctx, { promotionId: id, isPaused: true })
      return 'promotions.paused'
    case 'resume':
      await updatePromotion(ctx, { promotionId: id, isPaused: false })
      return 'promotions.resumed'
    default: {
      const { kind } = await getPromotion(ctx, id)
      const input = inputOf(fields, kind, ctx.timeZone)
      await updatePromotion(ctx, { promotionId: id, ...input }, fields.whole('version'))
      return 'promotions.saved'
    }
  }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const outcome = await attempt(() => run(ctx, params.id, fieldsOf(form, ctx.locale)))
  if (outcome.problem) return refused(outcome, form)
  flash(context, { key: outcome.result })
  return redirect(
    outcome.result === 'promotions.deleted' ? '/console/promotions' : `/console/promotions/${params.id}`,
  )
}

export default function Promotion({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { promotion, title, state, scope, currency, history } = loaderData
  return (
    <div className="stack">
      <title>{title}</title>
      <PageHeader
        title={title}
        crumbs={[{ to: '/console/promotions', label: t('promotions.promotions') }]}
        mark={<StatusBadge status={state} tones={stateTones} label={t(`promotions.state_${state}`)} />}
        text={t(`promotions.kind_${promotion.kind}`)}
        actions={
          <div className="flex flex-wrap items-start gap-2">
            <Form method="post">
              <Button type="submit" name="intent" value={promotion.isPaused ? 'resume' : 'pause'}>
                {promotion.isPaused ? t('promotions.resume') : t('promotions.pause')}
              </Button>
            </Form>
            <ConfirmButton
              tone="danger"
              title={t('promotions.deleteTitle')}
              text={t('promotions.deleteText')}
              confirmLabel={t('promotions.delete')}
              fields={{ intent: 'delete' }}
              reason={promotion.usedCount > 0 ? t('promotions.whyUsed') : null}
            >
              {t('promotions.delete')}
            </ConfirmButton>
          </div>
        }
      />
      <PromotionForm
        // Saved by somebody else meanwhile: the form begins anew.
        key={promotion.version}
        promotion={promotion}
        scope={scope}
        currency={currency}
        problem={problem}
        values={actionData?.values}
      />
      <RecordHistoryCard history={history} />
    </div>
  )
}
