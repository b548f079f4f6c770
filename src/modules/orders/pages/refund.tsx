/** Giving money back: an amount, or item by item. */
import type { Route } from './+types/refund.ts'
import { useConsoleProblem } from '../../../frames/use-console-problem.ts'
import { subtract } from '../../../platform/values/decimal.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { MoneyField } from '../../../ui/forms/number-field.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextArea } from '../../../ui/forms/text-field.tsx'
import { useFormat, useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { Tabs } from '../../../ui/parts/tabs.tsx'
import { act } from './order/acts.ts'
import { loadOrder } from './order/load.ts'
import type { LineView } from './order/types.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { order } = await loadOrder(context, params.id, 'payments.refund')
  const onTheWay = order.refunds.filter(({ status }) => status !== 'failed')
  const left = onTheWay.reduce((sum, { amount }) => subtract(sum, amount.amount), order.totals.paid.amount)
  const by = url.searchParams.get('by') === 'lines' ? 'lines' : 'amount'
  return { order, left: { amount: left, currency: order.totals.paid.currency }, by }
}

export const action = ({ context, request, params }: Route.ActionArgs) =>
  act({ context, request, id: params.id, back: `/console/orders/${params.id}` })

export default function RefundPage({ loaderData: { order, left, by }, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { money } = useFormat()
  return (
    <div className="stack max-w-3xl">
      <title>{t('orders.refundTitle')}</title>
      <PageHeader
        title={t('orders.refundTitle')}
        crumbs={[
          { to: '/console/orders', label: t('orders.orders') },
          { to: `/console/orders/${order.id}`, label: order.number },
        ]}
        text={t('orders.refundText', { amount: money(left) })}
      />
      {Number(left.amount) <= 0 ? (
        <Notice tone="warn" title={t('orders.whyNothingPaid')} />
      ) : (
        <>
          <Tabs
            label={t('orders.refundTitle')}
            items={[
              { to: '?by=amount', label: t('orders.refundByAmount'), isActive: by === 'amount' },
              { to: '?by=lines', label: t('orders.refundByLine'), isActive: by === 'lines' },
            ]}
          />
          <Card>
            <Form key={by} problem={problem} values={actionData?.values}>
              <input type="hidden" name="intent" value="refund" />
              <input type="hidden" name="by" value={by} />
              {by === 'amount' ? (
                <MoneyField
                  name="amount"
                  label={t('orders.amount')}
                  defaultValue={left.amount}
                  currency={left.currency}
                />
              ) : (
                <LineAmounts lines={order.lines} />
              )}
              <TextArea name="reason" label={t('orders.refundReason')} rows={2} maxLength={500} />
              <SubmitButton>{t('orders.refundSubmit')}</SubmitButton>
            </Form>
          </Card>
        </>
      )}
    </div>
  )
}

const LineAmounts = ({ lines }: { lines: readonly LineView[] }) => {
  const t = useT()
  const { money } = useFormat()
  return lines.map((line) => {
    const left = {
      amount: subtract(line.gross.amount, line.refunded.amount),
      currency: line.gross.currency,
    }
    if (Number(left.amount) <= 0) return null
    return (
      <MoneyField
        key={line.id}
        name={`amount.${line.id}`}
        label={[line.name, line.variantName].filter(Boolean).join(' · ')}
        hint={t('orders.refundLeft', { amount: money(left) })}
        currency={left.currency}
        optional
      />
    )
  })
}
