/** One way of shipping: changed, switched off, or removed. */
import { redirect } from 'react-router'
import type { Route } from './+types/method.ts'
import { useConsoleProblem } from '../../../frames/use-console-problem.ts'
import { requirePermission } from '../../../platform/access/require.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../platform/pages/outcome.ts'
import { inLocale } from '../../../platform/values/shapes.ts'
import { useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { Badge } from '../../../ui/parts/badge.tsx'
import { ConfirmButton } from '../../../ui/parts/confirm-button.tsx'
import { euVatRates } from '../../pricing/vat-rates.ts'
import { deleteShippingMethod, getShippingMethod, updateShippingMethod } from '../methods.ts'
import { gridOf } from './method/grid.ts'
import { MethodForm } from './method/method-form.tsx'
import { hasTable, inputOf } from './method/save.ts'

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'shipping.manage')
    const row = await getShippingMethod(ctx, params.id)
    const { provider, version, name, description, price, freeFrom, vatClass, charge, isEnabled, position } =
      row
    return {
      title: inLocale(name, ctx.locale),
      method: {
        provider,
        version,
        name,
        description,
        price,
        freeFrom,
        vatClass,
        charge,
        isEnabled,
        position,
        countries: row.countries,
      },
      grid: hasTable(provider) ? gridOf(row.rates) : null,
      countries: Object.keys(euVatRates),
      currency: ctx.organization.currency,
    }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const isRemoval = fields.text('intent') === 'remove'
  const outcome = await attempt(async () => {
    requirePermission(ctx, 'shipping.manage')
    if (isRemoval) return deleteShippingMethod(ctx, params.id)
    const { provider } = await getShippingMethod(ctx, params.id)
    await updateShippingMethod(
      ctx,
      { methodId: params.id, ...inputOf(fields, provider) },
      fields.whole('version'),
    )
  })
  if (outcome.problem) return refused(outcome, form)
  flash(context, { key: isRemoval ? 'shipping.removed' : 'shipping.saved' })
  return redirect(isRemoval ? '/console/shipping' : `/console/shipping/${params.id}`)
}

export default function Method({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { title, method, ...rest } = loaderData
  return (
    <div className="stack">
      <title>{title}</title>
      <PageHeader
        title={title}
        crumbs={[{ to: '/console/shipping', label: t('shipping.shipping') }]}
        mark={
          method.isEnabled ? (
            <Badge tone="good">{t('shipping.on')}</Badge>
          ) : (
            <Badge>{t('shipping.off')}</Badge>
          )
        }
        text={t(`shipping.p_${method.provider}`)}
        actions={
          <ConfirmButton
            tone="danger"
            title={t('shipping.removeTitle')}
            text={t('shipping.removeText')}
            confirmLabel={t('shipping.remove')}
            fields={{ intent: 'remove' }}
          >
            {t('shipping.remove')}
          </ConfirmButton>
        }
      />
      <MethodForm
        key={method.version}
        {...rest}
        method={method}
        isStarter={false}
        problem={problem}
        values={actionData?.values}
      />
    </div>
  )
}
