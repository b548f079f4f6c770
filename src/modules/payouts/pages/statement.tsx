/** One statement: its sums by kind and every entry behind them. */
import { Link } from 'react-router'
import type { Route } from './+types/statement.ts'
import { may } from '../../../platform/access/actor.ts'
import { requirePermission } from '../../../platform/access/require.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { orErrorPage } from '../../../platform/pages/outcome.ts'
import { read } from '../../../platform/tenancy/change.ts'
import { inLocale } from '../../../platform/values/shapes.ts'
import { useFormat, useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { Badge } from '../../../ui/parts/badge.tsx'
import { buttonClass } from '../../../ui/parts/button.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { DateTime } from '../../../ui/parts/date-time.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import { producerNames } from '../../producers/names.ts'
import { presentEntry, presentStatement } from '../present.ts'
import { getStatement } from '../statements.ts'
import { kindName } from './payout/words.ts'

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'statements.read', 'payouts.manage')
    const { statement, entries } = await getStatement(ctx, params.id)
    const names = await read(ctx, (ctx) => producerNames(ctx, [statement.producerId]))
    return {
      statement: presentStatement(statement),
      entries: entries.map(presentEntry),
      producer: inLocale(names.get(statement.producerId), ctx.locale),
      mayOpenOrders: may(ctx.actor, 'orders.readAll'),
      mayPay: may(ctx.actor, 'payouts.manage'),
    }
  })
}

export default function Statement({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const { date } = useFormat()
  const { statement, entries, producer, mayOpenOrders, mayPay } = loaderData
  const title = t('payouts.statement', { number: statement.number })
  const badge = statement.payoutId ? (
    <Badge tone="good">{t('payouts.inPayout')}</Badge>
  ) : (
    <Badge tone="warn">{t('payouts.unpaid')}</Badge>
  )
  return (
    <div className="stack">
      <title>{title}</title>
      <PageHeader
        title={title}
        crumbs={[{ to: '/console/statements', label: t('payouts.statements') }]}
        mark={
          statement.payoutId && mayPay ? (
            <Link to={`/console/payouts/${statement.payoutId}`}>{badge}</Link>
          ) : (
            badge
          )
        }
        text={`${producer} · ${date(statement.from)} – ${date(statement.to)}`}
        actions={
          <a href={`/api/v1/statements/${statement.id}/csv`} download className={buttonClass({})}>
            {t('payouts.csv')}
          </a>
        }
      />
      <div className="panes">
        <Card title={t('payouts.entries')} flush className="min-w-0">
          <div className="overflow-x-auto px-2 pb-2">
            <table className="plain-table w-full">
              <caption className="sr-only">{t('payouts.entries')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('payouts.day')}</th>
                  <th scope="col">{t('payouts.order')}</th>
                  <th scope="col">{t('payouts.kind')}</th>
                  <th scope="col" className="cell-end">
                    {t('payouts.total')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => (
                  <tr key={entry.id}>
                    <td className="whitespace-nowrap">
                      <DateTime at={entry.earnedOn} />
                    </td>
                    <td className="whitespace-nowrap">
                      {mayOpenOrders ? (
                        <Link to={`/console/orders/${entry.orderId}`} className="link">
                          {entry.description}
                        </Link>
                      ) : (
                        entry.description
                      )}
                    </td>
                    <td>{kindName(t, entry.kind)}</td>
                    <td className="cell-end">
                      <Money value={entry.amount} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Card>
        <Card title={t('payouts.sums')}>
          <dl className="flex flex-col gap-1.5">
            {Object.entries(statement.sums).map(([kind, amount]) => (
              <div key={kind} className="flex justify-between gap-4">
                <dt className="text-ink-soft">{kindName(t, kind)}</dt>
                <dd>
                  <Money value={amount} />
                </dd>
              </div>
            ))}
            <div className="mt-1 flex justify-between gap-4 border-t border-line pt-2 text-lg font-semibold">
              <dt>{t('payouts.total')}</dt>
              <dd>
                <Money value={statement.total} />
              </dd>
            </div>
          </dl>
        </Card>
      </div>
    </div>
  )
}
