/** Who may do what with an order: pure, so that the server and the buttons agree. */
import { type Actor, may } from '../../platform/access/actor.ts'
import { partFollows, type OrderStatus, type PartStatus } from './values.ts'

type Owned = { userId: string | null }
type Part = { producerId: string; status: PartStatus }
type State = { status: OrderStatus; paymentProvider: string; paidAt: Date | null }

export const isBuyer = (actor: Actor, order: Owned): boolean =>
  actor.userId !== null && actor.userId === order.userId

export const maySeeOrder = (actor: Actor, order: Owned): boolean =>
  isBuyer(actor, order) || may(actor, 'orders.readAll')

export const isPartProducer = (actor: Actor, part: Pick<Part, 'producerId'>): boolean =>
  actor.producerIds.includes(part.producerId)

export const mayFulfil = (actor: Actor, part: Pick<Part, 'producerId'>): boolean =>
  may(actor, 'orders.fulfil') && (isPartProducer(actor, part) || may(actor, 'orders.readAll'))

/** The buyer until the first parcel is packed, the house until it has left. `isBuyer` also for a guest with the order's own link. */
export function mayCancel(actor: Actor, order: Pick<State, 'status'>, buyer: boolean): boolean {
  if (may(actor, 'orders.manage')) return ['pending', 'paid', 'packed'].includes(order.status)
  return buyer && ['pending', 'paid'].includes(order.status)
}

export const mayReturn = (actor: Actor, order: Pick<State, 'status'>, buyer: boolean): boolean =>
  (buyer || may(actor, 'returns.manage')) && ['shipped', 'delivered'].includes(order.status)

/** Goods leave when they are paid, or when they are paid at the door. */
export const isReleased = (order: Pick<State, 'paymentProvider' | 'paidAt'>): boolean =>
  order.paidAt !== null || order.paymentProvider === 'cash-on-delivery'

export const canFollow = (from: PartStatus, to: PartStatus): boolean =>
  (partFollows[from] as readonly PartStatus[]).includes(to)
