/** How long the availability engine takes: 31 days × 10 members × 2,000 bookings, and how that grows. Pure; no server. */
import { explain } from '../src/modules/booking/engine/explain.ts'
import type { Inputs, MemberRules, Taken } from '../src/modules/booking/engine/inputs.ts'
import { type WeeklyHours, weekdays } from '../src/modules/services/values.ts'

const day = 86_400_000
const from = Date.parse('2026-10-05T00:00:00Z')
const noLimits = { dailyLimit: null, dailyMinutesLimit: null, weeklyLimit: null }
const hours: WeeklyHours[] = [{ days: weekdays.slice(0, 6), from: '08:00', to: '20:00' }]
const zones = ['Europe/Athens', 'America/New_York', 'Asia/Kathmandu']

function world(members: number, bookings: number, days: number): Inputs {
  const team = Array.from({ length: members }, (_, n): MemberRules => ({
    id: `member-${n}`,
    timeZone: zones[n % 3]!,
    hours,
    overrides: [{ date: '2026-10-09', hours: [{ from: '10:00', to: '14:00' }] }],
    timeOff: [{ from: '2026-10-12T00:00:00Z', to: '2026-10-14T00:00:00Z' }],
    travel: [],
    ...noLimits,
    dailyLimit: 20,
  }))
  const taken = Array.from({ length: bookings }, (_, n): Taken => {
    const start = from + ((n * 7919) % (days * 48)) * 1_800_000
    return {
      visitId: `visit-${n}`,
      serviceId: n % 2 ? 'service' : 'another',
      resourceId: `member-${n % members}`,
      start,
      end: start + 1_800_000,
      from: start - 600_000,
      to: start + 2_400_000,
      seats: 1,
      capacity: 1,
    }
  })
  const service = {
    id: 'service',
    timeZone: 'Europe/Athens',
    hours,
    overrides: [],
    memberHours: 'replace' as const,
    assignment: 'any' as const,
    resources: [],
    slotStepMinutes: 15,
    bufferBeforeMinutes: 10,
    bufferAfterMinutes: 10,
    minimumNoticeMinutes: 60,
    horizon: { days: 400, kind: 'calendar' as const },
    capacity: 1,
    ...noLimits,
    weeklyLimit: 5_000,
  }
  return { service, members: team, taken, busy: [], closedDays: ['2026-10-28'] }
}

function measure(members: number, bookings: number, days: number): string {
  const inputs = world(members, bookings, days)
  const ask = { from, to: from + days * day, durationMinutes: 60 }
  const times: number[] = []
  let offers = 0
  for (let n = 0; n < 60; n++) {
    const began = process.cpuUsage()
    offers = explain(inputs, ask, from - day).offers.length
    const { user, system } = process.cpuUsage(began)
    times.push((user + system) / 1000)
  }
  // The first runs are the compiler's.
  const settled = times.slice(20).toSorted((a, b) => a - b)
  const at = (share: number) => settled[Math.floor(settled.length * share)]!.toFixed(2)
  return `| ${days} | ${members} | ${bookings} | ${offers} | ${at(0.5)} | ${at(0.95)} |`
}

console.log(
  '| days | members | bookings | starts offered | CPU ms, median | p95 |\n|---|---|---|---|---|---|',
)
for (const [members, bookings, days] of [
  [10, 2_000, 31],
  [1, 200, 31],
  [50, 10_000, 31],
  [10, 2_000, 62],
  [10, 20_000, 31],
] as const)
  console.log(measure(members, bookings, days))
