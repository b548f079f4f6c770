/** Payments that came and money that went back, each with what a person still has to do. */
import { Form } from 'react-router'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { Button } from '../../../../ui/parts/button.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { Money } from '../../../../ui/parts/money.tsx'
import { paymentTones, refundTones } from '../../tones.ts'
import type { OrderView, PaymentView, RefundView } from './types.ts'
import { methodName, providerName } from './words.ts'

export function MoneyCard({ order, mayRefund }: { order: OrderView; mayRefund: boolean }) {
  const t = useT()
  return (
    <Card title={t('orders.payments')} flush>
      {order.payments.length === 0 && <p className="px-5 pb-4 text-ink-soft">{t('orders.noPayments')}</p>}
      <ul className="divide-y divide-line">
        {order.payments.map((payment) => (
          <PaymentRow key={payment.id} payment={payment} />
        ))}
        {order.refunds.map((refund) => (
          <RefundRow key={refund.id} refund={refund} mayAct={mayRefund} />
        ))}
      </ul>
    </Card>
  )
}

function PaymentRow({ payment }: { payment: PaymentView }) {
  const t = useT()
  const { date } = useFormat()
  const facts = [
    methodName(t, payment.method),
    payment.reference && t('orders.referenceIs', { reference: payment.reference }),
    date(payment.succeededAt ?? payment.createdAt, 'dateTime'),
    payment.failure,
  ].filter(Boolean)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-5 py-3">
      <p className="font-semibold">{providerName(t, payment.provider)}</p>
      <p className="text-right font-semibold">
        <Money value={payment.amount} />
      </p>
      <p className="text-sm text-ink-soft" suppressHydrationWarning>
        {facts.join(' · ')}
      </p>
      <p className="text-right">
        <StatusBadge
          status={payment.status}
          tones={paymentTones}
          label={t(`orders.payment_${payment.status}`)}
        />
      </p>
    </li>
  )
}

function RefundRow({ refund, mayAct }: { refund: RefundView; mayAct: boolean }) {
  const t = useT()
  const { date } = useFormat()
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-5 py-3">
      <p className="font-semibold">{t('orders.refundOf', { reason: refund.reason })}</p>
      <p className="text-right font-semibold">
        −<Money value={refund.amount} />
      </p>
      <p className="text-sm text-ink-soft" suppressHydrationWarning>
        {[date(refund.succeededAt ?? refund.createdAt, 'dateTime'), refund.failure]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="text-right">
        <StatusBadge status={refund.status} tones={refundTones} label={t(`orders.refund_${refund.status}`)} />
      </p>
      {refund.isManual && mayAct && <ConfirmRefund refund={refund} />}
      {refund.status === 'failed' && mayAct && (
        <Form method="post" className="col-span-2" preventScrollReset>
          <input type="hidden" name="id" value={refund.id} />
          <Button type="submit" name="intent" value="retry-refund" size="small">
            {t('orders.retryRefund')}
          </Button>
        </Form>
      )}
    </li>
  )
}

function ConfirmRefund({ refund }: { refund: RefundView }) {
  const t = useT()
  return (
    <Form
      method="post"
      className="col-span-2 mt-1 flex flex-col gap-2 rounded-md bg-sunken p-3"
      preventScrollReset
    >
      <p className="text-sm">{t('orders.manualRefund')}</p>
      <div className="flex flex-wrap gap-2">
        <input type="hidden" name="id" value={refund.id} />
        <input
          name="reference"
          className="input max-w-64 flex-1"
          aria-label={t('orders.reference')}
          placeholder={t('orders.reference')}
          maxLength={140}
        />
        <Button type="submit" name="intent" value="confirm-refund" tone="primary">
          {t('orders.confirmRefund')}
        </Button>
      </div>
    </Form>
  )
}
