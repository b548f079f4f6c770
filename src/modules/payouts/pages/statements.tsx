/** Statements: a producer's own, or everybody's for those who pay. */
import ReceiptText from 'lucide-react/icons/receipt-text'
import type { Route } from './+types/statements.ts'
import { may } from '../../../platform/access/actor.ts'
import { requirePermission } from '../../../platform/access/require.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { listQuery } from '../../../platform/pages/list-query.ts'
import { orErrorPage } from '../../../platform/pages/outcome.ts'
import { read } from '../../../platform/tenancy/change.ts'
import { add } from '../../../platform/values/decimal.ts'
import { inLocale } from '../../../platform/values/shapes.ts'
import { useFormat, useT } from '../../../ui/i18n.tsx'
import { EmptyState } from '../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { Badge } from '../../../ui/parts/badge.tsx'
import { LinkButton } from '../../../ui/parts/button.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import { StatTile } from '../../../ui/parts/stat-tile.tsx'
import type { Column } from '../../../ui/tables/list-types.ts'
import { List } from '../../../ui/tables/list.tsx'
import { allProducerNames } from '../../producers/names.ts'
import { openBalance } from '../earnings.ts'
import { presentStatement } from '../present.ts'
import { listStatements, ListStatements } from '../statements.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  const { currency } = ctx.organization
  return orErrorPage(async () => {
    requirePermission(ctx, 'statements.read', 'payouts.manage')
    const isHouse = may(ctx.actor, 'payouts.manage')
    const [{ data, page }, { producers, open }] = await Promise.all([
      listStatements(ctx, listQuery(ListStatements, url)),
      read(ctx, async (ctx) => {
        const producers = await allProducerNames(ctx)
        const ids = isHouse ? producers.map(({ id }) => id) : ctx.actor.producerIds
        return { producers, open: await openBalance(ctx, ids) }
      }),
    ])
    const names = new Map(producers.map(({ id, name }) => [id, inLocale(name, ctx.locale)]))
    return {
      statements: data.map((row) => ({
        ...presentStatement(row),
        producer: names.get(row.producerId) ?? '',
      })),
      page,
      isHouse,
      open: { amount: open.reduce((sum, { total }) => add(sum, total), '0.00'), currency },
      producers: isHouse ? [...names].map(([value, label]) => ({ value, label })) : [],
    }
  })
}

type Row = Route.ComponentProps['loaderData']['statements'][number]

export default function Statements({ loaderData }: Route.ComponentProps) {
  const { statements, page, isHouse, open, producers } = loaderData
  const t = useT()
  const { date } = useFormat()
  const columns: Column<Row>[] = [
    { key: 'number', label: t('payouts.number'), render: (row) => row.number },
    ...(isHouse
      ? [{ key: 'producer', label: t('payouts.producer'), render: (row: Row) => row.producer }]
      : []),
    {
      key: 'period',
      label: t('payouts.period'),
      render: (row) => <span suppressHydrationWarning>{`${date(row.from)} – ${date(row.to)}`}</span>,
    },
    {
      key: 'state',
      label: t('payouts.state'),
      render: (row) =>
        row.payoutId ? (
          <Badge tone="good">{t('payouts.inPayout')}</Badge>
        ) : (
          <Badge tone="warn">{t('payouts.unpaid')}</Badge>
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
  const create = isHouse && (
    <LinkButton to="/console/statements/new" tone="primary">
      {t('payouts.newStatements')}
    </LinkButton>
  )
  return (
    <div className="stack">
      <title>{t('payouts.statements')}</title>
      <PageHeader
        title={t('payouts.statements')}
        text={isHouse ? t('payouts.statementsText') : t('payouts.statementsOwn')}
        actions={create}
      />
      <div className="tiles">
        <StatTile
          label={t('payouts.openBalance')}
          value={<Money value={open} />}
          hint={t('payouts.openText')}
        />
      </div>
      <List
        name="statements"
        caption={t('payouts.statements')}
        rows={statements}
        rowKey={(row) => row.id}
        rowLabel={(row) => t('payouts.statement', { number: row.number })}
        rowHref={(row) => `/console/statements/${row.id}`}
        columns={columns}
        filters={[
          ...(isHouse
            ? [
                {
                  kind: 'select' as const,
                  name: 'producerId',
                  label: t('payouts.producer'),
                  options: producers,
                },
              ]
            : []),
          { kind: 'flag', name: 'unpaid', label: t('payouts.onlyUnpaid') },
        ]}
        page={page}
        empty={
          <EmptyState
            icon={<ReceiptText aria-hidden />}
            title={t('payouts.statementsEmpty')}
            text={isHouse ? t('payouts.statementsEmptyText') : t('payouts.statementsOwnEmpty')}
            actions={create}
          />
        }
        loading={false}
        error={null}
      />
    </div>
  )
}
