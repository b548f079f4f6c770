/** Payouts, newest first. */
import Banknote from 'lucide-react/icons/banknote'
import type { Route } from './+types/payouts.ts'
import { requirePermission } from '../../../platform/access/require.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { listQuery } from '../../../platform/pages/list-query.ts'
import { orErrorPage } from '../../../platform/pages/outcome.ts'
import { useT } from '../../../ui/i18n.tsx'
import { EmptyState } from '../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../ui/parts/badge.tsx'
import { LinkButton } from '../../../ui/parts/button.tsx'
import { DateTime } from '../../../ui/parts/date-time.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import type { Column } from '../../../ui/tables/list-types.ts'
import { List } from '../../../ui/tables/list.tsx'
import { listPayouts, ListPayouts } from '../payouts.ts'
import { presentPayout } from '../present.ts'
import { payoutTones } from './payout/words.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'payouts.manage')
    const { data, page } = await listPayouts(ctx, listQuery(ListPayouts, url))
    return { payouts: data.map(presentPayout), page }
  })
}

type Row = Route.ComponentProps['loaderData']['payouts'][number]

export default function Payouts({ loaderData: { payouts, page } }: Route.ComponentProps) {
  const t = useT()
  const columns: Column<Row>[] = [
    { key: 'number', label: t('payouts.number'), render: (row) => row.number },
    { key: 'executeOn', label: t('payouts.executeOn'), render: (row) => <DateTime at={row.executeOn} /> },
    { key: 'count', label: t('payouts.count'), render: (row) => row.count },
    {
      key: 'state',
      label: t('payouts.state'),
      render: (row) => (
        <StatusBadge status={row.status} tones={payoutTones} label={t(`payouts.status_${row.status}`)} />
      ),
    },
    {
      key: 'total',
      label: t('payouts.total'),
      align: 'end',
      card: 'aside',
      render: (row) => <Money value={row.total} />,
    },
  ]
  const create = (
    <LinkButton to="/console/payouts/new" tone="primary">
      {t('payouts.newPayout')}
    </LinkButton>
  )
  return (
    <div className="stack">
      <title>{t('payouts.payouts')}</title>
      <PageHeader title={t('payouts.payouts')} text={t('payouts.payoutsText')} actions={create} />
      <List
        name="payouts"
        caption={t('payouts.payouts')}
        rows={payouts}
        rowKey={(row) => row.id}
        rowLabel={(row) => t('payouts.payout', { number: row.number })}
        rowHref={(row) => `/console/payouts/${row.id}`}
        columns={columns}
        page={page}
        empty={
          <EmptyState
            icon={<Banknote aria-hidden />}
            title={t('payouts.payoutsEmpty')}
            text={t('payouts.payoutsEmptyText')}
            actions={create}
          />
        }
        loading={false}
        error={null}
      />
    </div>
  )
}
