/** What happened to the order, newest first. */
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { Timeline, type TimelineItem } from '../../../../ui/parts/timeline.tsx'
import type { Tone } from '../../../../ui/tones.ts'
import type { TimelineKind } from '../../values.ts'
import type { OrderView } from './types.ts'

type Entry = OrderView['timeline'][number]

const tones: Partial<Record<TimelineKind, Tone>> = {
  paid: 'good',
  delivered: 'good',
  shipped: 'info',
  cancelled: 'bad',
  line_cancelled: 'bad',
  payment_failed: 'bad',
  refund_failed: 'bad',
  refunded: 'warn',
  return_requested: 'warn',
}

/** As the platform names whoever is not signed in. */
const guestName = 'Guest'

type CourseProps = Pick<OrderView, 'timeline'> & {
  /** Whose entries are marked with their producer; nobody's where there is one only. */
  parts: OrderView['parts']
  currency: string
}

export function Course({ timeline, parts, currency }: CourseProps) {
  const t = useT()
  const { money } = useFormat()
  const partName = (partId: string | null) => parts.find((part) => part.id === partId)?.producerName

  const item = (entry: Entry): TimelineItem => {
    const { data } = entry
    const kind = entry.kind as TimelineKind
    const said = (name: string) => (typeof data[name] === 'string' ? data[name] : '')
    const key = kind === 'shipped' && data['isPartial'] === true ? 'shipped_partly' : kind
    const values = {
      number: said('number'),
      carrier: said('carrier'),
      amount: said('amount') ? money({ amount: said('amount'), currency: said('currency') || currency }) : '',
    }
    const text = [partName(entry.partId), said('trackingNumber'), said('reason'), said('answer')].filter(
      Boolean,
    )
    return {
      id: entry.id,
      at: entry.at,
      who: entry.actor === guestName ? t('orders.customer') : entry.actor,
      title: t(`orders.tl_${key}`, values),
      text: kind === 'return_requested' || text.length === 0 ? partName(entry.partId) : text.join(' · '),
      tone: tones[kind],
    }
  }
  return (
    <Card title={t('orders.timeline')}>
      <Timeline items={timeline.map(item).toReversed()} />
    </Card>
  )
}
