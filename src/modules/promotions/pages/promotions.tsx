/** Promotions: which there are, what each does, and whether it runs. */
import BadgePercent from 'lucide-react/icons/badge-percent'
import type { Route } from './+types/promotions.ts'
import { requirePermission } from '../../../platform/access/require.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { listQuery } from '../../../platform/pages/list-query.ts'
import { orErrorPage } from '../../../platform/pages/outcome.ts'
import { useFormat, useT } from '../../../ui/i18n.tsx'
import { EmptyState } from '../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../ui/parts/badge.tsx'
import { LinkButton } from '../../../ui/parts/button.tsx'
import { DateTime } from '../../../ui/parts/date-time.tsx'
import type { Column } from '../../../ui/tables/list-types.ts'
import { filesOf } from '../../../ui/tables/files.ts'
import { List } from '../../../ui/tables/list.tsx'
import { presentPromotion } from '../present.ts'
import { listPromotions, ListPromotions } from '../promotions.ts'
import { stateOf, stateTones } from './editor/state.ts'
import { effectOf } from './editor/words.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'promotions.manage')
    const { data, page } = await listPromotions(ctx, listQuery(ListPromotions, url))
    return {
      promotions: data.map((row) => presentPromotion(row, ctx.locale)),
      page,
      currency: ctx.organization.currency,
      now: ctx.now.toISOString(),
    }
  })
}

type Row = Route.ComponentProps['loaderData']['promotions'][number]

export default function Promotions({ loaderData }: Route.ComponentProps) {
  const { promotions, page, currency, now } = loaderData
  const t = useT()
  const format = useFormat()
  const columns: Column<Row>[] = [
    { key: 'name', label: t('promotions.name'), render: (row) => row.name },
    {
      key: 'code',
      label: t('promotions.code'),
      render: (row) => row.code ?? <span className="text-ink-soft">{t('promotions.byItself')}</span>,
    },
    { key: 'does', label: t('promotions.does'), render: (row) => effectOf(t, format, row, currency) },
    {
      key: 'state',
      label: t('promotions.state'),
      card: 'aside',
      render: (row) => {
        const state = stateOf(row, now)
        return <StatusBadge status={state} tones={stateTones} label={t(`promotions.state_${state}`)} />
      },
    },
    {
      key: 'endsAt',
      label: t('promotions.endsAt'),
      render: (row) => (row.endsAt ? <DateTime at={row.endsAt} /> : '–'),
    },
    {
      key: 'used',
      label: t('promotions.used'),
      align: 'end',
      render: (row) =>
        row.usageLimit === null
          ? format.number(row.usedCount)
          : t('promotions.usedOf', { used: row.usedCount, limit: row.usageLimit }),
    },
  ]
  const create = (
    <LinkButton to="/console/promotions/new" tone="primary">
      {t('promotions.new')}
    </LinkButton>
  )
  return (
    <div className="stack">
      <title>{t('promotions.promotions')}</title>
      <PageHeader title={t('promotions.promotions')} text={t('promotions.text')} actions={create} />
      <List
        name="promotions"
        caption={t('promotions.promotions')}
        rows={promotions}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        rowHref={(row) => `/console/promotions/${row.id}`}
        columns={columns}
        search={t('promotions.search')}
        exports={filesOf('/api/v1/promotions')}
        page={page}
        empty={
          <EmptyState
            icon={<BadgePercent aria-hidden />}
            title={t('promotions.empty')}
            text={t('promotions.emptyText')}
            actions={create}
          />
        }
        loading={false}
        error={null}
      />
    </div>
  )
}
