/**
 * ACS's flags, codes and words as states. Source: "ACS Rest API Web Services", Tracking summary and details:
 * shipment_status 4 delivered; 1 charge or parcel refused, 2 unknown recipient or address, 3 absent, 5 other.
 */
import { type AcsRow, acsText } from './acs-api.ts'
import { athensInstant } from './fields.ts'
import type { ShipmentState, Tracking, TrackingEvent } from './provider.ts'

export function readAcsTracking(summary: AcsRow, details: AcsRow[]): Tracking {
  const events = details.flatMap(readEvent).toSorted((a, b) => a.at.localeCompare(b.at))
  const state = stateOf(summary, events)
  const isDelivered = state === 'delivered'
  const deliveredAt = events.findLast((event) => event.state === 'delivered')?.at
  return {
    state,
    events,
    deliveredAt: isDelivered ? (deliveredAt ?? athensInstant(acsText(summary, 'delivery_date'))) : null,
    receivedBy: isDelivered ? acsText(summary, 'consignee') || null : null,
    reason:
      state === 'attempt_failed' || state === 'returning' ? acsText(summary, 'delivery_info') || null : null,
  }
}

function stateOf(summary: AcsRow, events: TrackingEvent[]): ShipmentState {
  const flag = (name: string) => acsText(summary, name) === '1'
  if (flag('returned_flag')) return flag('delivery_flag') ? 'returned' : 'returning'
  if (flag('delivery_flag') || acsText(summary, 'shipment_status') === '4') return 'delivered'
  if (isUndelivered(summary)) return 'attempt_failed'
  return events.at(-1)?.state ?? 'created'
}

/** ΔΔ1 and ΕΑ1 only say that it is under way; every other code is a reason why it was not delivered. */
function isUndelivered(summary: AcsRow): boolean {
  const code = acsText(summary, 'non_delivery_reason_code')
  if (['1', '2', '3'].includes(acsText(summary, 'shipment_status'))) return true
  return code !== '' && !['ΔΔ1', 'ΕΑ1'].includes(code)
}

function readEvent(row: AcsRow): TrackingEvent[] {
  const at = athensInstant(acsText(row, 'checkpoint_date_time'))
  const action = acsText(row, 'checkpoint_action')
  if (!at || !action) return []
  const notes = acsText(row, 'checkpoint_notes')
  const text = notes ? `${action} (${notes})` : action
  return [{ at, state: stateOfAction(action), place: acsText(row, 'checkpoint_location') || null, text }]
}

/** The words of a checkpoint; those that say nothing about the state mean that it is under way. */
const actions: [RegExp, ShipmentState][] = [
  [/ΕΠΙΣΤΡΟΦΗ/, 'returning'],
  [/ΜΗ ΠΑΡΑΔΟΣΗ|ΑΔΥΝΑΜΙΑ|ΑΠΩΝ|ΑΡΝΗΣΗ/, 'attempt_failed'],
  [/^ΠΑΡΑΔΟΣΗ/, 'delivered'],
  [/ΚΑΤΑΝΟΜΗ/, 'out_for_delivery'],
  [/^ΠΑΡΑΛΑΒΗ/, 'picked_up'],
]

const stateOfAction = (action: string): ShipmentState =>
  actions.find(([words]) => words.test(action.toUpperCase()))?.[1] ?? 'in_transit'
