/**
 * ELTA Courier's movements as states. It has no codes, only titles, newest first, and the delivery in fields of
 * its own (POD). Source: ELTA's page on PELTT01; titles as its public tracking shows them.
 */
import { athensInstant } from './fields.ts'
import type { ShipmentState, Tracking, TrackingEvent } from './provider.ts'
import { childText, type XmlNode } from './soap.ts'

export function readEltaTracking(response: XmlNode): Tracking {
  const events = response.children
    .filter((child) => child.name === 'web_status')
    .flatMap(readEvent)
    // Newest first, and of one minute the later stands above: turned round, both come right.
    .toReversed()
  const deliveredAt = moment(childText(response, 'pod_date'), childText(response, 'pod_time'))
  const state = deliveredAt ? 'delivered' : (events.at(-1)?.state ?? 'created')
  return {
    state,
    events,
    deliveredAt: deliveredAt ?? (state === 'delivered' ? (events.at(-1)?.at ?? null) : null),
    receivedBy: childText(response, 'pod_name') || null,
    reason: state === 'attempt_failed' || state === 'returning' ? (events.at(-1)?.text ?? null) : null,
  }
}

/** The service fills its fixed list of movements with empty ones. */
function readEvent(node: XmlNode): TrackingEvent[] {
  const at = moment(childText(node, 'web_date'), childText(node, 'web_time'))
  const text = childText(node, 'web_status_title')
  return at && text
    ? [{ at, state: stateOfTitle(text), place: childText(node, 'web_station') || null, text }]
    : []
}

/** ΕΕΕΕΜΜΗΗ and ΩΩΛΛ, in Athens. */
function moment(day: string, time: string): string | null {
  const d = /^(\d{4})(\d\d)(\d\d)$/.exec(day)
  const t = /^(\d\d)(\d\d)$/.exec(time.padStart(4, '0'))
  return d && t ? athensInstant(`${d[1]}-${d[2]}-${d[3]}T${t[1]}:${t[2]}`) : null
}

const titles: [RegExp, ShipmentState][] = [
  [/ΕΠΙΣΤΡΑΦΗΚΕ|ΕΠΕΣΤΡΑΦΗ/, 'returned'],
  [/ΕΠΙΣΤΡΟΦΗ/, 'returning'],
  [/ΜΗ ΠΑΡΑΔΟΣΗ|ΔΕΝ ΠΑΡΑΔΟΘΗΚΕ|ΑΔΥΝΑΜΙΑ|ΑΠΟΥΣΙΑ|ΑΠΩΝ|ΑΡΝΗΣΗ|ΑΓΝΩΣΤΟΣ|ΕΙΔΟΠΟΙΗΤΗΡΙΟ/, 'attempt_failed'],
  [/ΠΑΡΑΔΟΘΗΚΕ/, 'delivered'],
  [/ΔΗΜΙΟΥΡΓΙΑ|ΕΚΤΥΠΩΣΗ/, 'created'],
  [/ΠΡΟΣ ΕΠΙΔΟΣΗ|ΓΙΑ ΕΠΙΔΟΣΗ|ΔΙΑΝΟΜΗ|ΠΡΟΣ ΠΑΡΑΔΟΣΗ/, 'out_for_delivery'],
  [/ΠΑΡΑΛΑΒΗ|ΠΑΡΕΛΗΦΘΗ/, 'picked_up'],
]

function stateOfTitle(title: string): ShipmentState {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLocaleUpperCase('el')
  return titles.find(([words]) => words.test(plain))?.[1] ?? 'in_transit'
}
