/** Stating what everybody earned in a period. */
import { redirect } from 'react-router'
import type { Route } from './+types/new-statements.ts'
import { useConsoleProblem } from '../../../frames/use-console-problem.ts'
import { requirePermission } from '../../../platform/access/require.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../platform/pages/outcome.ts'
import { rangeOf } from '../../../ui/console/ranges.ts'
import { DateField } from '../../../ui/forms/date-field.tsx'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { dayOf } from '../earnings.ts'
import { createStatements } from '../statements.ts'

export function loader({ context }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'payouts.manage')
    const today = dayOf(ctx)
    return { ...rangeOf('lastMonth', today), today }
  })
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const outcome = await attempt(() => {
    requirePermission(ctx, 'payouts.manage')
    return createStatements(ctx, { from: fields.text('from'), to: fields.text('to') })
  })
  if (outcome.problem) return refused(outcome, form)
  flash(context, { key: 'payouts.statementsMade', values: { count: outcome.result.length } })
  return redirect('/console/statements')
}

export default function NewStatements({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { from, to, today } = loaderData
  return (
    <div className="stack max-w-3xl">
      <title>{t('payouts.newStatements')}</title>
      <PageHeader
        title={t('payouts.newStatements')}
        crumbs={[{ to: '/console/statements', label: t('payouts.statements') }]}
        text={t('payouts.newStatementsText')}
      />
      <Card>
        <Form problem={problem} values={actionData?.values} className="form form-grid">
          <DateField name="from" label={t('payouts.from')} defaultValue={from} max={today} />
          <DateField name="to" label={t('payouts.to')} defaultValue={to} max={today} />
          <SubmitButton>{t('payouts.make')}</SubmitButton>
        </Form>
      </Card>
    </div>
  )
}
