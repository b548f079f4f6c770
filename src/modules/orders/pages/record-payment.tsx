/** Booking money that came outside a provider. */
import type { Route } from './+types/record-payment.ts'
import { useConsoleProblem } from '../../../frames/use-console-problem.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { MoneyField } from '../../../ui/forms/number-field.tsx'
import { Select } from '../../../ui/forms/select.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { act } from './order/acts.ts'
import { loadOrder } from './order/load.ts'
import { methodOptions } from './order/words.ts'

export const loader = ({ context, params }: Route.LoaderArgs) =>
  loadOrder(context, params.id, 'payments.record')

export const action = ({ context, request, params }: Route.ActionArgs) =>
  act({ context, request, id: params.id, back: `/console/orders/${params.id}` })

export default function RecordPaymentPage({ loaderData: { order }, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { due } = order.totals
  return (
    <div className="stack max-w-3xl">
      <title>{t('orders.payTitle')}</title>
      <PageHeader
        title={t('orders.payTitle')}
        crumbs={[
          { to: '/console/orders', label: t('orders.orders') },
          { to: `/console/orders/${order.id}`, label: order.number },
        ]}
        text={t('orders.payText')}
      />
      {!order.can.recordPayment ? (
        <Notice
          tone="warn"
          title={order.status === 'cancelled' ? t('orders.whyCancelled') : t('orders.whyPaid')}
        />
      ) : (
        <Card>
          <Form problem={problem} values={actionData?.values} className="form form-grid">
            <input type="hidden" name="intent" value="pay" />
            <MoneyField
              name="amount"
              label={t('orders.amount')}
              defaultValue={due.amount}
              currency={due.currency}
            />
            <Select
              name="method"
              label={t('orders.method')}
              options={methodOptions(t)}
              defaultValue={order.paymentProvider === 'cash-on-delivery' ? 'cash' : 'transfer'}
            />
            <TextField
              name="reference"
              label={t('orders.reference')}
              hint={t('orders.referenceHint')}
              optional
              maxLength={140}
              className="field-wide"
            />
            <SubmitButton>{t('orders.paySubmit')}</SubmitButton>
          </Form>
        </Card>
      )}
    </div>
  )
}
