/** Gathering statements into one payout. */
import { redirect } from 'react-router'
import type { Route } from './+types/new-payout.ts'
import { useConsoleProblem } from '../../../frames/use-console-problem.ts'
import { may } from '../../../platform/access/actor.ts'
import { requirePermission } from '../../../platform/access/require.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../platform/pages/outcome.ts'
import { read } from '../../../platform/tenancy/change.ts'
import { add, compare } from '../../../platform/values/decimal.ts'
import { inLocale } from '../../../platform/values/shapes.ts'
import { DateField } from '../../../ui/forms/date-field.tsx'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { useFormat, useT } from '../../../ui/i18n.tsx'
import { EmptyState } from '../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { LinkButton } from '../../../ui/parts/button.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { payeesOf } from '../../producers/names.ts'
import { dayOf } from '../earnings.ts'
import { createPayout } from '../payouts.ts'
import { presentStatement } from '../present.ts'
import { listStatements, ListStatements } from '../statements.ts'

export function loader({ context }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'payouts.manage')
    const { data } = await listStatements(ctx, ListStatements.parse({ unpaid: 'true', limit: 500 }))
    const ids = data.map(({ producerId }) => producerId)
    const payees = await read(ctx, (ctx) => payeesOf(ctx, ids))
    const nets = new Map<string, string>()
    for (const { producerId, total } of data) nets.set(producerId, add(nets.get(producerId) ?? '0.00', total))
    return {
      statements: data.map((row) => {
        const payee = payees.get(row.producerId)
        return {
          ...presentStatement(row),
          producer: inLocale(payee?.name, ctx.locale),
          blocked: isPositive(nets.get(row.producerId)!)
            ? payee?.hasIban
              ? null
              : ('iban' as const)
            : ('owing' as const),
        }
      }),
      today: dayOf(ctx),
      hasBank: ctx.organization.settings.bank !== undefined,
      mayChangeSettings: may(ctx.actor, 'organization.manage'),
    }
  })
}

const isPositive = (amount: string): boolean => compare(amount, '0') > 0

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const outcome = await attempt(() => {
    requirePermission(ctx, 'payouts.manage')
    return createPayout(ctx, { statementIds: fields.all('id'), executeOn: fields.text('executeOn') })
  })
  if (outcome.problem) return refused(outcome, form)
  flash(context, { key: 'payouts.created' })
  return redirect(`/console/payouts/${outcome.result.id}`)
}

export default function NewPayout({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { statements, today, hasBank, mayChangeSettings } = loaderData
  return (
    <div className="stack max-w-3xl">
      <title>{t('payouts.newPayout')}</title>
      <PageHeader
        title={t('payouts.newPayout')}
        crumbs={[{ to: '/console/payouts', label: t('payouts.payouts') }]}
        text={t('payouts.newPayoutText')}
      />
      {!hasBank && (
        <Notice
          tone="warn"
          actions={
            mayChangeSettings && (
              <LinkButton to="/console/settings/payments" size="small">
                {t('payouts.toSettings')}
              </LinkButton>
            )
          }
        >
          {t('payouts.noBank')}
        </Notice>
      )}
      {statements.length === 0 ? (
        <EmptyState
          title={t('payouts.nothingToPay')}
          text={t('payouts.nothingToPayText')}
          actions={
            <LinkButton to="/console/statements/new" tone="primary">
              {t('payouts.newStatements')}
            </LinkButton>
          }
        />
      ) : (
        <Card>
          <Form problem={problem} values={actionData?.values}>
            <Choice statements={statements} />
            <DateField name="executeOn" label={t('payouts.executeOn')} defaultValue={today} min={today} />
            <SubmitButton
              reason={statements.every(({ blocked }) => blocked !== null) ? t('payouts.nothingToPay') : null}
            >
              {t('payouts.create')}
            </SubmitButton>
          </Form>
        </Card>
      )}
    </div>
  )
}

function Choice({ statements }: { statements: Route.ComponentProps['loaderData']['statements'] }) {
  const t = useT()
  const { date } = useFormat()
  const why = { owing: t('payouts.whyOwing'), iban: t('payouts.whyNoIban') }
  return (
    <fieldset className="field">
      <legend className="field-label">{t('payouts.choose')}</legend>
      <ul className="mt-1 divide-y divide-line rounded-md border border-line">
        {statements.map(({ id, number, producer, from, to, total, blocked }) => (
          <li key={id}>
            <label className="flex items-start gap-3 px-4 py-3">
              <input
                type="checkbox"
                name="id"
                value={id}
                className="mt-1.5"
                defaultChecked={blocked === null}
                disabled={blocked !== null}
              />
              <span className="min-w-0 flex-1">
                <span className="font-semibold">{producer}</span>
                <span className="block text-sm text-ink-soft" suppressHydrationWarning>
                  {number} · {date(from)} – {date(to)}
                </span>
                {blocked && <span className="block text-sm text-warn-ink">{why[blocked]}</span>}
              </span>
              <span className="font-semibold">
                <Money value={total} />
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
