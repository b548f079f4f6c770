/** The customer's line of time: orders and what became of them, returns, reviews and mails. */
import { Link } from 'react-router'
import { useFormat, useT } from '../../../../../ui/i18n.tsx'
import { Card } from '../../../../../ui/parts/card.tsx'
import { Disclosure } from '../../../../../ui/parts/disclosure.tsx'
import { Rating } from '../../../../../ui/parts/rating.tsx'
import { Timeline, type TimelineItem } from '../../../../../ui/parts/timeline.tsx'
import type { Tone } from '../../../../../ui/tones.ts'
import { type TimelineKind, timelineKinds } from '../../../../orders/values.ts'
import type { LoadedCustomer } from './load.ts'
import type { StoryItem } from './story.ts'

const tones: Partial<Record<TimelineKind, Tone>> = {
  placed: 'olive',
  paid: 'good',
  delivered: 'good',
  shipped: 'info',
  cancelled: 'bad',
  payment_failed: 'bad',
  refunded: 'warn',
  return_requested: 'warn',
}

const shownFirst = 12

export function StoryCard({ story, maySeeOrders }: Pick<LoadedCustomer, 'story' | 'maySeeOrders'>) {
  const t = useT()
  const orderItem = useOrderItem(maySeeOrders)
  const item = (one: StoryItem): TimelineItem => {
    switch (one.kind) {
      case 'order':
        return orderItem(one)
      case 'review':
        return {
          id: one.id,
          at: one.at,
          title: (
            <Link to={`/console/reviews/${one.reviewId}`} className="link">
              {t('customers.reviewed', { name: one.product })}
            </Link>
          ),
          text: <Rating value={one.rating} />,
        }
      case 'mail':
        return {
          id: one.id,
          at: one.at,
          title: t('customers.mailed'),
          text: (
            <Link to={`/console/mails/${one.mailId}`} className="link">
              {one.subject}
            </Link>
          ),
        }
      case 'known':
        return { id: one.id, at: one.at, title: t('customers.becameKnown'), tone: 'good' }
    }
  }
  return (
    <Card title={t('customers.story')}>
      <Timeline items={story.slice(0, shownFirst).map(item)} />
      {story.length > shownFirst && (
        <Disclosure summary={t('customers.older', { count: story.length - shownFirst })}>
          <Timeline items={story.slice(shownFirst).map(item)} />
        </Disclosure>
      )}
    </Card>
  )
}

/** As the platform names whoever is not signed in. */
const guestName = 'Guest'

function useOrderItem(hasLinks: boolean): (item: StoryItem & { kind: 'order' }) => TimelineItem {
  const t = useT()
  const { money } = useFormat()
  return ({ id, at, event, orderId, number, actor, currency, data }) => {
    const kind = timelineKinds.find((one) => one === event) ?? 'note'
    const said = (name: string) => (typeof data[name] === 'string' ? data[name] : '')
    const values = {
      number: said('number'),
      carrier: said('carrier'),
      amount: said('amount') ? money({ amount: said('amount'), currency: said('currency') || currency }) : '',
    }
    const order = t('orders.order', { number })
    return {
      id,
      at,
      who: actor === guestName ? t('orders.customer') : actor,
      tone: tones[kind],
      title: <span suppressHydrationWarning>{t(`orders.tl_${kind}`, values)}</span>,
      text: hasLinks ? (
        <Link to={`/console/orders/${orderId}`} className="link">
          {order}
        </Link>
      ) : (
        order
      ),
    }
  }
}
