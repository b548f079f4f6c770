/** The order's state follows from its parts and its money; nobody sets it by hand. */
import type { OrderStatus, PartStatus } from './values.ts'

type Facts = { parts: readonly PartStatus[]; isPaid: boolean }

/** Cancelled parts do not hold the others back; the slowest of the rest decides. */
export function orderStatusOf({ parts, isPaid }: Facts): OrderStatus {
  const active = parts.filter((status) => status !== 'cancelled')
  if (active.length === 0) return 'cancelled'
  if (active.every((status) => status === 'returned')) return 'returned'
  const reached = Math.min(...active.map(rank))
  if (reached >= rank('delivered')) return 'delivered'
  if (reached >= rank('shipped')) return 'shipped'
  if (reached >= rank('packed')) return 'packed'
  return isPaid ? 'paid' : 'pending'
}

const order: readonly PartStatus[] = ['pending', 'accepted', 'packed', 'shipped', 'delivered', 'returned']
const rank = (status: PartStatus): number => order.indexOf(status)
