/** How far the whole order has come, at a glance. */
import { cx } from '../../../ui/cx.ts'
import { useT } from '../../../ui/i18n.tsx'
import type { OrderPage } from './order-view.ts'

const stages = ['placed', 'paid', 'packed', 'shipped', 'delivered'] as const

export function OrderProgress({ order }: { order: OrderPage }) {
  const t = useT()
  if (order.status === 'cancelled' || order.status === 'returned') return null
  // What is paid at the door is paid last.
  const isCash = order.paymentProvider === 'cash-on-delivery'
  const shown = isCash ? stages.filter((stage) => stage !== 'paid') : stages
  const reached = Math.max(
    0,
    shown.findIndex((stage) => stage === order.status),
  )
  return (
    <ol className="course" aria-label={t('checkout.course')}>
      {shown.map((stage, index) => (
        <li
          key={stage}
          className={cx(index <= reached && 'course-done')}
          aria-current={index === reached ? 'step' : undefined}
        >
          {t(`checkout.stage_${stage}`)}
        </li>
      ))}
    </ol>
  )
}
