/** VAT: the rates in force by country, and the house's own word on them. */
import { redirect } from 'react-router'
import type { Route } from './+types/taxes.ts'
import { useConsoleProblem } from '../../../frames/use-console-problem.ts'
import { may } from '../../../platform/access/actor.ts'
import { requirePermission } from '../../../platform/access/require.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../platform/pages/outcome.ts'
import { read } from '../../../platform/tenancy/change.ts'
import { trimZeros } from '../../../platform/values/decimal.ts'
import { useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { LinkButton } from '../../../ui/parts/button.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import type { VatClass } from '../../catalog/values.ts'
import { listVatRates, removeVatRate, setVatRate, vatTableFor } from '../rates.ts'
import { OwnRates } from './taxes/own-rates.tsx'
import { RatesInForce } from './taxes/rates-in-force.tsx'

export function loader({ context }: Route.LoaderArgs) {
  const ctx = stoa(context)
  const { organization } = ctx
  return orErrorPage(async () => {
    requirePermission(ctx, 'taxes.manage')
    const [table, own] = await read(ctx, (ctx) => Promise.all([vatTableFor(ctx), listVatRates(ctx)]))
    return {
      table,
      own: own.map(({ id, country, vatClass, rate, validFrom }) => ({
        id,
        country,
        vatClass,
        rate: trimZeros(rate),
        validFrom,
      })),
      country: organization.country,
      isOss: organization.settings.isOssRegistered ?? false,
      mayChangeSettings: may(ctx.actor, 'organization.manage'),
      today: new Intl.DateTimeFormat('en-CA', { timeZone: organization.timeZone }).format(ctx.now),
    }
  })
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const isRemoval = fields.text('intent') === 'remove'
  const outcome = await attempt(async () => {
    requirePermission(ctx, 'taxes.manage')
    if (isRemoval) return removeVatRate(ctx, fields.text('id'))
    await setVatRate(ctx, {
      country: fields.text('country'),
      vatClass: fields.text('vatClass') as VatClass,
      rate: fields.decimal('rate'),
      validFrom: fields.text('validFrom'),
    })
  })
  if (outcome.problem) return refused(outcome, form)
  flash(context, { key: isRemoval ? 'pricing.removed' : 'pricing.saved' })
  return redirect('/console/taxes')
}

export default function Taxes({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { table, own, country, isOss, mayChangeSettings, today } = loaderData
  return (
    <div className="stack">
      <title>{t('pricing.taxes')}</title>
      <PageHeader title={t('pricing.taxes')} text={t('pricing.text')} />
      <Notice
        tone="info"
        actions={
          mayChangeSettings && (
            <LinkButton to="/console/settings/selling" size="small">
              {t('pricing.toSettings')}
            </LinkButton>
          )
        }
      >
        {isOss ? t('pricing.ossOn') : t('pricing.ossOff')}
      </Notice>
      <div className="panes">
        <RatesInForce table={table} own={own} home={country} today={today} />
        <OwnRates
          own={own}
          home={country}
          countries={Object.keys(table)}
          today={today}
          problem={problem}
          values={actionData?.values}
        />
      </div>
    </div>
  )
}
