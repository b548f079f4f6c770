/** What has happened to an order, the newest first. */
import { useFormat, useT } from '../../../ui/i18n.tsx'
import { Timeline } from '../../../ui/parts/timeline.tsx'
import type { OrderPageEvent } from './order-view.ts'

export function OrderTimeline({ events }: { events: readonly OrderPageEvent[] }) {
  const t = useT()
  const { money } = useFormat()
  const told = events.filter(({ kind }) => kind !== 'note')
  return (
    <section className="card">
      <h2 className="card-title order-told">{t('checkout.timeline')}</h2>
      <Timeline
        items={told.toReversed().map((event) => ({
          id: event.id,
          at: event.at,
          title: t(`checkout.told_${event.kind as 'placed'}`, {
            carrier: event.carrier,
            number: event.number,
            amount: event.amount && money(event.amount),
          }),
          text:
            [event.isPartial && t('checkout.inPart'), event.tracking, event.reason]
              .filter(Boolean)
              .join(' · ') || null,
          tone: tones[event.kind] ?? 'neutral',
        }))}
      />
    </section>
  )
}

const tones: Record<string, 'good' | 'bad' | 'olive'> = {
  paid: 'olive',
  shipped: 'olive',
  delivered: 'good',
  cancelled: 'bad',
  payment_failed: 'bad',
  refund_failed: 'bad',
}
