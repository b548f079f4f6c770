/** The ways of shipping, in the order in which customers see them. */
import Truck from 'lucide-react/icons/truck'
import type { Route } from './+types/methods.ts'
import { requirePermission } from '../../../platform/access/require.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { orErrorPage } from '../../../platform/pages/outcome.ts'
import { useT } from '../../../ui/i18n.tsx'
import { EmptyState } from '../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { Badge } from '../../../ui/parts/badge.tsx'
import { LinkButton } from '../../../ui/parts/button.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import type { Column } from '../../../ui/tables/list-types.ts'
import { List } from '../../../ui/tables/list.tsx'
import { presentMethod } from '../api.ts'
import { listShippingMethods } from '../methods.ts'

export function loader({ context }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'shipping.manage')
    const names = new Intl.DisplayNames(ctx.locale, { type: 'region' })
    const methods = await listShippingMethods(ctx, { onlyEnabled: false })
    return {
      methods: methods.map((row) => {
        const method = presentMethod(row, ctx.locale)
        return { ...method, countries: method.countries.map((code) => names.of(code) ?? code) }
      }),
      currency: ctx.organization.currency,
    }
  })
}

type Row = Route.ComponentProps['loaderData']['methods'][number]

export default function Methods({ loaderData: { methods, currency } }: Route.ComponentProps) {
  const t = useT()
  const columns: Column<Row>[] = [
    { key: 'name', label: t('shipping.name'), render: (row) => row.name },
    { key: 'provider', label: t('shipping.provider'), render: (row) => t(`shipping.p_${row.provider}`) },
    {
      key: 'charge',
      label: t('shipping.charge'),
      render: (row) => t(`shipping.charge_${row.charge}`),
      hidden: true,
    },
    {
      key: 'countries',
      label: t('shipping.countries'),
      render: (row) => <Countries names={row.countries} />,
    },
    {
      key: 'state',
      label: t('shipping.state'),
      render: (row) =>
        row.isEnabled ? <Badge tone="good">{t('shipping.on')}</Badge> : <Badge>{t('shipping.off')}</Badge>,
    },
    {
      key: 'price',
      label: t('shipping.price'),
      align: 'end',
      card: 'aside',
      render: (row) => <Price method={row} currency={currency} />,
    },
  ]
  const create = (
    <LinkButton to="/console/shipping/new" tone="primary">
      {t('shipping.new')}
    </LinkButton>
  )
  return (
    <div className="stack">
      <title>{t('shipping.shipping')}</title>
      <PageHeader title={t('shipping.shipping')} text={t('shipping.text')} actions={create} />
      <List
        name="shipping"
        caption={t('shipping.shipping')}
        rows={methods}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        rowHref={(row) => `/console/shipping/${row.id}`}
        columns={columns}
        page={{ next: null }}
        empty={
          <EmptyState
            icon={<Truck aria-hidden />}
            title={t('shipping.empty')}
            text={t('shipping.emptyText')}
            actions={create}
          />
        }
        loading={false}
        error={null}
      />
    </div>
  )
}

/** As many countries as a cell can name. */
const named = 3

function Countries({ names }: { names: readonly string[] }) {
  const t = useT()
  if (names.length === 0) return <>–</>
  const first = names.slice(0, named).join(', ')
  return names.length > named ? t('shipping.countriesMore', { first, count: names.length - named }) : first
}

function Price({ method, currency }: { method: Row; currency: string }) {
  const t = useT()
  if (method.rates.length > 0) return t('shipping.priceTable')
  if (Number(method.price ?? 0) === 0) return t('shipping.priceFree')
  return <Money value={{ amount: method.price!, currency }} />
}
