/** Everything that happened with a customer, from all rooms, in one line of time: the newest first. */
import type { CustomerEvent } from '../../../../orders/of-customer.ts'

export type StoryItem = { id: string; at: string } & (
  | { kind: 'known' }
  | {
      kind: 'order'
      event: string
      orderId: string
      number: string
      actor: string
      currency: string
      data: Record<string, unknown>
    }
  | { kind: 'review'; reviewId: string; rating: number; product: string }
  | { kind: 'mail'; mailId: string; subject: string }
)

type Sources = {
  customer: { id: string; createdAt: string }
  events: readonly CustomerEvent[]
  reviews: readonly {
    id: string
    createdAt: string
    rating: number
    product?: { name: string } | null
  }[]
  mails: readonly { id: string; at: string; subject: string }[]
}

export function storyOf({ customer, events, reviews, mails }: Sources): StoryItem[] {
  const items: StoryItem[] = [
    { id: customer.id, at: customer.createdAt, kind: 'known' },
    ...events.map((event): StoryItem => ({
      id: event.id,
      at: event.at.toISOString(),
      kind: 'order',
      event: event.kind,
      orderId: event.orderId,
      number: event.number,
      actor: event.actorName,
      currency: event.currency,
      data: event.data,
    })),
    ...reviews.map((review): StoryItem => ({
      id: review.id,
      at: review.createdAt,
      kind: 'review',
      reviewId: review.id,
      rating: review.rating,
      product: review.product?.name ?? '',
    })),
    ...mails.map((mail): StoryItem => ({
      id: mail.id,
      at: mail.at,
      kind: 'mail',
      mailId: mail.id,
      subject: mail.subject,
    })),
  ]
  return items
    .filter((item, index) => item.kind !== 'order' || !isToldBefore(items, item, index))
    .toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
}

/** The parts of one order go the same ways on the same day: that is told once. */
const isToldBefore = (items: readonly StoryItem[], { at, event, orderId }: OrderItem, index: number) =>
  items
    .slice(0, index)
    .some(
      (other) =>
        other.kind === 'order' &&
        other.orderId === orderId &&
        other.event === event &&
        other.at.slice(0, 10) === at.slice(0, 10) &&
        partWays.has(event),
    )

type OrderItem = StoryItem & { kind: 'order' }
const partWays = new Set(['accepted', 'packed', 'shipped', 'delivered'])
