/** What holds for whatever is put in: a booking only ever takes away, and nothing depends on how the same is said. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayMs, minuteMs } from '../../services/calendar/days.ts'
import { weekdays, type WeeklyHours } from '../../services/values.ts'
import { explain } from './explain.ts'
import type { Inputs, MemberRules, Taken } from './inputs.ts'
import { inputs, member } from './inputs.fixture.ts'
import { explainStart, squeezeStart } from './one-start.ts'

const zones = [
  'UTC',
  'Europe/Athens',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Cairo',
]
/** Around the end of summer time in the north. */
const base = Date.parse('2026-10-20T00:00Z')
const now = base - 3 * dayMs

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const window: fc.Arbitrary<WeeklyHours> = fc
  .tuple(
    fc.integer({ min: 0, max: 90 }),
    fc.integer({ min: 1, max: 60 }),
    fc.subarray([...weekdays], { minLength: 1 }),
  )
  .map(([from, length, days]) => ({
    days,
    from: clock(from * 15),
    to: clock(Math.min(96, from + length) * 15),
  }))
const hours = fc.array(window, { minLength: 1, maxLength: 4 })
const limit = fc.option(fc.integer({ min: 1, max: 4 }), { nil: null })
const limits = fc.record({ dailyLimit: limit, dailyMinutesLimit: fc.constant(null), weeklyLimit: limit })
const members: fc.Arbitrary<MemberRules[]> = fc
  .array(fc.tuple(fc.option(hours, { nil: null }), fc.constantFrom(null, ...zones), limits), { maxLength: 3 })
  .map((list) => list.map(([hours, timeZone, limits], n) => member(`m${n}`, { hours, timeZone, ...limits })))

const buffers = fc.constantFrom(0, 15, 30)
const world = fc
  .record({
    hours,
    timeZone: fc.constantFrom(...zones),
    slotStepMinutes: fc.constantFrom(15, 20, 30, 45, 60),
    bufferBeforeMinutes: buffers,
    bufferAfterMinutes: buffers,
    capacity: fc.constantFrom(1, 1, 3),
    assignment: fc.constantFrom('any' as const, 'all' as const),
    limits,
    members,
    length: fc.constantFrom(15, 30, 60, 90),
    /** Which of the starts offered are booked, one after the other. */
    picks: fc.array(fc.nat(), { maxLength: 12 }),
  })
  .map(({ members, length, picks, limits, ...service }) => {
    const empty = inputs({ service: { ...service, ...limits }, members })
    return { given: picks.reduce((given, pick) => booked(given, length, pick), empty), length }
  })

const week = { from: base, to: base + 7 * dayMs }
const ask = (length: number) => ({ ...week, durationMinutes: length })

let made = 0
/** Books one of the starts offered, as the write does. */
function booked(given: Inputs, length: number, pick: number): Inputs {
  const { offers } = explain(given, ask(length), now)
  if (offers.length === 0) return given
  const offer = offers[pick % offers.length]!
  const [choice] = offer.choices
  if (choice!.visitId) {
    const taken = given.taken.map((one) =>
      one.visitId === choice!.visitId ? { ...one, seats: one.seats + 1 } : one,
    )
    return { ...given, taken }
  }
  const { service } = given
  const rows = (choice!.memberIds.length > 0 ? choice!.memberIds : [service.id]).map((resourceId): Taken => ({
    visitId: `visit-${made}`,
    serviceId: service.id,
    resourceId,
    start: offer.start,
    end: offer.end,
    from: offer.start - service.bufferBeforeMinutes * minuteMs,
    to: offer.end + service.bufferAfterMinutes * minuteMs,
    seats: 1,
    capacity: service.capacity,
  }))
  made++
  return { ...given, taken: [...given.taken, ...rows] }
}

const starts = (given: Inputs, length: number) =>
  explain(given, ask(length), now).offers.map(({ start }) => start)
const runs = { numRuns: 120 }

describe('availability', () => {
  test('a booking never adds or moves a start, and takes one seat of its own', () => {
    fc.assert(
      fc.property(world, fc.nat(), ({ given, length }, pick) => {
        const before = explain(given, ask(length), now).offers
        const after = explain(booked(given, length, pick), ask(length), now).offers
        const known = new Map(before.map((offer) => [offer.start, offer.remaining]))
        for (const { start, remaining } of after) expect(known.get(start)).toBeGreaterThanOrEqual(remaining)
        const sum = (offers: typeof before) => offers.reduce((total, offer) => total + offer.remaining, 0)
        expect(sum(after)).toBeLessThanOrEqual(sum(before) - Math.min(1, before.length))
      }),
      runs,
    )
  })

  test('no two visits of one resource come closer than their buffers, however many are booked', () => {
    fc.assert(
      fc.property(world, ({ given }) => {
        for (const rows of Map.groupBy(given.taken, (one) => one.resourceId).values()) {
          const sorted = rows.toSorted((a, b) => a.from - b.from)
          sorted.slice(1).forEach((one, n) => expect(one.from).toBeGreaterThanOrEqual(sorted[n]!.to))
          for (const one of rows) expect(one.seats).toBeLessThanOrEqual(one.capacity)
        }
      }),
      runs,
    )
  })

  test('what the list offers, one start alone is answered too; and the other way round', () => {
    fc.assert(
      fc.property(world, ({ given, length }) => {
        const { offers, refused } = explain(given, ask(length), now)
        for (const offer of offers.slice(0, 20)) {
          expect(explainStart(given, { start: offer.start, durationMinutes: length }, now)).toEqual(offer)
          expect(squeezeStart(given, { start: offer.start, durationMinutes: length })).toMatchObject({
            end: offer.end,
          })
        }
        for (const { start, reason } of refused.slice(0, 20))
          expect(explainStart(given, { start, durationMinutes: length }, now)).toBe(reason)
      }),
      runs,
    )
  })

  test('the order of rows does not matter', () => {
    fc.assert(
      fc.property(world, ({ given, length }) => {
        const turned = {
          ...given,
          taken: given.taken.toReversed(),
          service: { ...given.service, hours: given.service.hours!.toReversed() },
        }
        expect(explain(turned, ask(length), now)).toEqual(explain(given, ask(length), now))
        expect(starts({ ...given, members: given.members.toReversed() }, length)).toEqual(
          starts(given, length),
        )
      }),
      runs,
    )
  })

  test('a stretch is the sum of its days, wherever the viewer’s midnights lie', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 95 }), ({ given, length }, quarters) => {
        const cuts = [
          week.from,
          ...Array.from({ length: 7 }, (_, n) => week.from + n * dayMs + quarters * 15 * minuteMs),
          week.to,
        ]
        const parts = cuts
          .slice(1)
          .flatMap((to, n) => explain(given, { ...ask(length), from: cuts[n]!, to }, now).offers)
        expect(parts).toEqual(explain(given, ask(length), now).offers)
      }),
      runs,
    )
  })

  test('a window that is split is the same window', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 95 }), ({ given, length }, quarter) => {
        const at = clock(quarter * 15)
        const split = given.service.hours!.flatMap((one) =>
          one.from < at && at < one.to
            ? [
                { ...one, to: at },
                { ...one, from: at },
              ]
            : [one],
        )
        expect(starts({ ...given, service: { ...given.service, hours: split } }, length)).toEqual(
          starts(given, length),
        )
      }),
      runs,
    )
  })
})
