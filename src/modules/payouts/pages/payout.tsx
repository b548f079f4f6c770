/** One payout: the file for the bank, and how far it has come. */
import { Form, Link, redirect } from 'react-router'
import type { Route } from './+types/payout.ts'
import { useConsoleProblem } from '../../../frames/use-console-problem.ts'
import { may } from '../../../platform/access/actor.ts'
import { requirePermission } from '../../../platform/access/require.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { attempt, orErrorPage, refused } from '../../../platform/pages/outcome.ts'
import { useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../ui/parts/badge.tsx'
import { Button, buttonClass, LinkButton } from '../../../ui/parts/button.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { DateTime } from '../../../ui/parts/date-time.tsx'
import { KeyValue } from '../../../ui/parts/key-value.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { exportPayout, getPayout, markPaid } from '../payouts.ts'
import { presentPayout, presentTransfer } from '../present.ts'
import { payoutTones } from './payout/words.ts'

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'payouts.manage')
    const { payout, transfers } = await getPayout(ctx, params.id)
    return {
      payout: presentPayout(payout),
      transfers: transfers.map(presentTransfer),
      hasBank: ctx.organization.settings.bank !== undefined,
      mayChangeSettings: may(ctx.actor, 'organization.manage'),
    }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = stoa(context)
  const isPaid = (await request.formData()).get('intent') === 'paid'
  const outcome = await attempt(() => {
    requirePermission(ctx, 'payouts.manage')
    return isPaid ? markPaid(ctx, params.id) : exportPayout(ctx, params.id)
  })
  if (outcome.problem) return refused(outcome)
  flash(context, { key: isPaid ? 'payouts.paidDone' : 'payouts.exportDone' })
  return redirect(`/console/payouts/${params.id}`)
}

export default function Payout({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { payout, transfers, hasBank, mayChangeSettings } = loaderData
  const title = t('payouts.payout', { number: payout.number })
  return (
    <div className="stack">
      <title>{title}</title>
      <PageHeader
        title={title}
        crumbs={[{ to: '/console/payouts', label: t('payouts.payouts') }]}
        mark={
          <StatusBadge
            status={payout.status}
            tones={payoutTones}
            label={t(`payouts.status_${payout.status}`)}
          />
        }
      />
      {problem && <Notice tone="bad" title={problem.title} announce />}
      <div className="panes">
        <Card title={t('payouts.transfers')} flush>
          <ul className="divide-y divide-line">
            {transfers.map(({ statementId, number, name, amount }) => (
              <li key={statementId} className="flex justify-between gap-4 px-5 py-3">
                <span>
                  <span className="font-semibold">{name}</span>
                  <Link to={`/console/statements/${statementId}`} className="link block text-sm">
                    {number}
                  </Link>
                </span>
                <span className="font-semibold">
                  <Money value={amount} />
                </span>
              </li>
            ))}
          </ul>
        </Card>
        <div className="stack">
          <Card>
            <KeyValue
              facts={[
                { label: t('payouts.total'), value: <Money value={payout.total} /> },
                { label: t('payouts.count'), value: payout.count },
                { label: t('payouts.executeOn'), value: <DateTime at={payout.executeOn} /> },
                {
                  label: t('payouts.exportedAt'),
                  value: payout.exportedAt && <DateTime at={payout.exportedAt} format="dateTime" />,
                },
                {
                  label: t('payouts.paidAt'),
                  value: payout.paidAt && <DateTime at={payout.paidAt} format="dateTime" />,
                },
              ]}
            />
          </Card>
          {hasBank ? (
            <NextSteps payout={payout} />
          ) : (
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
        </div>
      </div>
    </div>
  )
}

function NextSteps({ payout }: { payout: Route.ComponentProps['loaderData']['payout'] }) {
  const t = useT()
  const isOpen = payout.status === 'draft' || payout.status === 'exported'
  return (
    <Card title={t('payouts.steps')}>
      <ol className="flex list-decimal flex-col gap-2 pl-5 text-ink-soft">
        <li>{t('payouts.step1')}</li>
        <li>{t('payouts.step2')}</li>
        <li>{t('payouts.step3')}</li>
      </ol>
      <div className="mt-4 flex flex-col items-start gap-2">
        <a
          href={`/api/v1/payouts/${payout.id}/sepa`}
          download
          className={buttonClass({ tone: payout.status === 'draft' ? 'primary' : 'quiet' })}
        >
          {t('payouts.sepa')}
        </a>
        {isOpen && (
          <Form method="post" className="flex flex-wrap gap-2">
            {payout.status === 'draft' && (
              <Button type="submit" name="intent" value="exported">
                {t('payouts.markExported')}
              </Button>
            )}
            <Button
              type="submit"
              name="intent"
              value="paid"
              tone={payout.status === 'exported' ? 'primary' : 'quiet'}
            >
              {t('payouts.markPaid')}
            </Button>
          </Form>
        )}
      </div>
    </Card>
  )
}
