/** A new way of shipping: first how it travels, then its prices. */
import MapPin from 'lucide-react/icons/map-pin'
import Package from 'lucide-react/icons/package'
import Store from 'lucide-react/icons/store'
import Truck from 'lucide-react/icons/truck'
import { Link, redirect } from 'react-router'
import type { Route } from './+types/new-method.ts'
import { useConsoleProblem } from '../../../frames/use-console-problem.ts'
import { requirePermission } from '../../../platform/access/require.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../platform/pages/outcome.ts'
import { useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { euVatRates } from '../../pricing/vat-rates.ts'
import { greekRates } from '../greek-rates.ts'
import { createShippingMethod } from '../methods.ts'
import { type ShippingProviderCode, shippingProviders } from '../schema.ts'
import { gridOf } from './method/grid.ts'
import { MethodForm } from './method/method-form.tsx'
import { hasTable, inputOf } from './method/save.ts'

const kinds = [
  { provider: 'flat', icon: Package },
  { provider: 'table', icon: MapPin },
  { provider: 'pickup', icon: Store },
  { provider: 'acs', icon: Truck },
  { provider: 'elta', icon: Truck },
] as const satisfies { provider: ShippingProviderCode; icon: unknown }[]

const providerOf = ({ searchParams }: URL): ShippingProviderCode | null => {
  const asked = searchParams.get('provider')
  return shippingProviders.find((code) => code === asked) ?? null
}

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'shipping.manage')
    const provider = providerOf(url)
    return {
      provider,
      grid: provider && hasTable(provider) ? gridOf(greekRates) : null,
      country: ctx.organization.country,
      countries: Object.keys(euVatRates),
      currency: ctx.organization.currency,
    }
  })
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const provider = providerOf(url)
  if (!provider) return redirect('/console/shipping/new')
  const fields = fieldsOf(form, ctx.locale)
  const outcome = await attempt(() => {
    requirePermission(ctx, 'shipping.manage')
    const input = inputOf(fields, provider)
    return createShippingMethod(ctx, {
      provider,
      code: fields.text('code'),
      ...input,
      name: input.name ?? '',
    })
  })
  if (outcome.problem) return refused(outcome, form)
  flash(context, { key: 'shipping.created' })
  return redirect('/console/shipping')
}

export default function NewMethod({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { provider, grid, country, countries, currency } = loaderData
  return (
    <div className="stack">
      <title>{t('shipping.new')}</title>
      <PageHeader
        title={provider ? t(`shipping.p_${provider}`) : t('shipping.new')}
        crumbs={[
          { to: '/console/shipping', label: t('shipping.shipping') },
          ...(provider ? [{ to: '/console/shipping/new', label: t('shipping.new') }] : []),
        ]}
        text={provider ? t(`shipping.pt_${provider}`) : t('shipping.chooseProvider')}
      />
      {provider ? (
        <MethodForm
          method={{
            provider,
            version: null,
            name: null,
            description: null,
            price: null,
            freeFrom: null,
            countries: [country],
            vatClass: 'standard',
            charge: 'perOrder',
            isEnabled: true,
            position: 0,
          }}
          grid={grid}
          isStarter
          countries={countries}
          currency={currency}
          problem={problem}
          values={actionData?.values}
        />
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {kinds.map(({ provider, icon: Icon }) => (
            <li key={provider}>
              <Link
                to={`?provider=${provider}`}
                className="card flex h-full items-start gap-4 hover:border-line-strong"
              >
                <span className="mt-1 text-2xl text-olive-ink">
                  <Icon aria-hidden />
                </span>
                <span>
                  <span className="block font-display text-xl">{t(`shipping.p_${provider}`)}</span>
                  <span className="text-ink-soft">{t(`shipping.pt_${provider}`)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
