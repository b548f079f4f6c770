/** Cancelling an order, or some of it. */
import type { Route } from './+types/cancel.ts'
import { useConsoleProblem } from '../../../frames/use-console-problem.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextArea } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { act } from './order/acts.ts'
import { LinePicker } from './order/line-picker.tsx'
import { loadOrder } from './order/load.ts'

export const loader = ({ context, params }: Route.LoaderArgs) =>
  loadOrder(context, params.id, 'orders.manage')

export const action = ({ context, request, params }: Route.ActionArgs) =>
  act({ context, request, id: params.id, back: `/console/orders/${params.id}` })

export default function CancelPage({ loaderData: { order }, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const title = t('orders.cancelTitle', { number: order.number })
  const lines = order.lines
    .map((line) => ({ ...line, available: line.quantity - line.shippedQuantity - line.cancelledQuantity }))
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
        text={t('orders.cancelText')}
      />
      {!order.can.cancel || lines.length === 0 ? (
        <Notice tone="warn" title={t('orders.whyShipped')} />
      ) : (
        <Card>
          <Form problem={problem} values={actionData?.values}>
            <input type="hidden" name="intent" value="cancel" />
            <LinePicker legend={t('orders.howMany')} lines={lines} isAll />
            <TextArea
              name="reason"
              label={t('orders.cancelReason')}
              hint={t('orders.cancelReasonHint')}
              optional
              rows={2}
              maxLength={500}
            />
            <SubmitButton tone="danger">{t('orders.cancelSubmit')}</SubmitButton>
          </Form>
        </Card>
      )}
    </div>
  )
}
