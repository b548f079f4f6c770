/** What a buyer may still do: order it again, cancel it, send something back. */
import { Form as PlainForm } from 'react-router'
import { Form } from '../../../ui/forms/form.tsx'
import type { Problem } from '../../../ui/forms/problem.ts'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextArea } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { Badge } from '../../../ui/parts/badge.tsx'
import { Button } from '../../../ui/parts/button.tsx'
import { Disclosure } from '../../../ui/parts/disclosure.tsx'
import { OrderReturn } from './order-return.tsx'
import type { OrderPage } from './order-view.ts'

type OrderActsProps = {
  order: OrderPage
  problem: Problem | null
  /** Which of the forms was refused. */
  intent: string | null
  values?: Record<string, string>
}

export function OrderActs({ order, problem, intent, values }: OrderActsProps) {
  const t = useT()
  const of = (one: string) => (intent === one ? problem : null)
  const lines = order.parts.flatMap((part) => part.lines)
  return (
    <section className="card order-acts">
      <h2 className="card-title">{t('checkout.acts')}</h2>
      {order.returns.map(({ id, number, status, answer }) => (
        <p key={id} className="order-return">
          {t('checkout.returnNumber', { number })} <Badge>{t(`orders.return_${status}`)}</Badge> {answer}
        </p>
      ))}
      <PlainForm method="post" className="form-actions">
        <input type="hidden" name="intent" value="reorder" />
        <Button type="submit" tone="primary">
          {t('checkout.reorder')}
        </Button>
        {of('reorder') && (
          <p className="field-error" role="alert">
            {problem?.title}
          </p>
        )}
      </PlainForm>
      {order.can.return && lines.some((line) => line.returnable > 0) && (
        <Disclosure summary={t('checkout.return')} open={intent === 'return' && problem !== null}>
          <OrderReturn lines={lines} problem={of('return')} values={values} />
        </Disclosure>
      )}
      {order.can.cancel && (
        <Disclosure summary={t('checkout.cancel')} open={intent === 'cancel' && problem !== null}>
          <Form problem={of('cancel')}>
            <input type="hidden" name="intent" value="cancel" />
            <p>{t(order.paid ? 'checkout.cancelTextPaid' : 'checkout.cancelText')}</p>
            <TextArea name="reason" optional label={t('checkout.cancelReason')} rows={2} maxLength={500} />
            <SubmitButton tone="danger">{t('checkout.cancelSubmit')}</SubmitButton>
          </Form>
        </Disclosure>
      )}
    </section>
  )
}
