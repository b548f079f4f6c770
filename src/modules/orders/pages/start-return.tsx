/** Starting a return for a customer who called instead of asking on the site. */
import type { Route } from './+types/start-return.ts'
import { useConsoleProblem } from '../../../frames/use-console-problem.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { Select } from '../../../ui/forms/select.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextArea } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { returnReasons } from '../values.ts'
import { act } from './order/acts.ts'
import { LinePicker } from './order/line-picker.tsx'
import { loadOrder } from './order/load.ts'

export const loader = ({ context, params }: Route.LoaderArgs) =>
  loadOrder(context, params.id, 'returns.manage')

export const action = ({ context, request, params }: Route.ActionArgs) =>
  act({ context, request, id: params.id, back: `/console/orders/${params.id}` })

export default function StartReturnPage({ loaderData: { order }, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const title = t('orders.returnTitle', { number: order.number })
  const claimed = new Map<string, number>()
  for (const { lineId, quantity } of order.returns
    .filter(({ status }) => status === 'requested' || status === 'approved')
    .flatMap((row) => row.lines))
    claimed.set(lineId, (claimed.get(lineId) ?? 0) + quantity)
  const lines = order.lines
    .map((line) => ({
      ...line,
      available: line.shippedQuantity - line.returnedQuantity - (claimed.get(line.id) ?? 0),
    }))
    .filter((line) => line.available > 0)
  return (
    <div className="stack max-w-3xl">
      <title>{title}</title>
      <PageHeader
        title={title}
        crumbs={[
          { to: '/console/orders', label: t('orders.orders') },
          { to: `/console/orders/${order.id}`, label: order.number },
        ]}
        text={t('orders.returnText')}
      />
      {!order.can.return || lines.length === 0 ? (
        <Notice tone="warn" title={order.can.return ? t('orders.nothingLeft') : t('orders.whyNotShipped')} />
      ) : (
        <Card>
          <Form problem={problem} values={actionData?.values}>
            <input type="hidden" name="intent" value="start-return" />
            <LinePicker legend={t('orders.howMany')} lines={lines} isAll={lines.length === 1} />
            <Select
              name="reason"
              label={t('orders.returnReason')}
              options={returnReasons.map((value) => ({ value, label: t(`orders.reason_${value}`) }))}
            />
            <TextArea name="note" label={t('orders.returnNote')} optional rows={2} maxLength={1000} />
            <SubmitButton>{t('orders.returnSubmit')}</SubmitButton>
          </Form>
        </Card>
      )}
    </div>
  )
}
