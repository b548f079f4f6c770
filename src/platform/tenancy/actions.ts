/** Actions are imperative (`order.cancel`), the events they cause are past (`order.cancelled`): one table holds both. */
import { invalidField } from '../http/app-error.ts'

const past = {
  accept: 'accepted',
  adjust: 'adjusted',
  answer: 'answered',
  apply: 'applied',
  approve: 'approved',
  cancel: 'cancelled',
  change: 'changed',
  close: 'closed',
  complete: 'completed',
  confirm: 'confirmed',
  create: 'created',
  decide: 'decided',
  delete: 'deleted',
  deliver: 'delivered',
  enqueue: 'enqueued',
  expire: 'expired',
  fail: 'failed',
  import: 'imported',
  invite: 'invited',
  issue: 'issued',
  join: 'joined',
  merge: 'merged',
  miss: 'missed',
  pack: 'packed',
  pay: 'paid',
  place: 'placed',
  publish: 'published',
  receive: 'received',
  record: 'recorded',
  refund: 'refunded',
  refuse: 'refused',
  reject: 'rejected',
  remove: 'removed',
  request: 'requested',
  reschedule: 'rescheduled',
  restore: 'restored',
  retry: 'retried',
  return: 'returned',
  review: 'reviewed',
  revoke: 'revoked',
  save: 'saved',
  send: 'sent',
  ship: 'shipped',
  start: 'started',
  suspend: 'suspended',
  track: 'tracked',
  undo: 'undone',
  unpublish: 'unpublished',
  update: 'updated',
  upload: 'uploaded',
} as const

export type Verb = keyof typeof past
export type Action = `${string}.${Verb}`
export type EventName = `${string}.${(typeof past)[Verb]}`

export function eventOf(action: Action): EventName {
  const dot = action.lastIndexOf('.')
  const verb = action.slice(dot + 1)
  if (!Object.hasOwn(past, verb)) throw invalidField('/action', `There is no action "${action}".`)
  return `${action.slice(0, dot)}.${past[verb as Verb]}`
}
