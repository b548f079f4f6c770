/** Prices line by line: the same for list, booking and invoice. */
import { describe, expect, test } from 'vitest'
import { zoneClock } from '../../services/calendar/zone-clock.ts'
import type { PriceRule, ServicePrice } from '../../services/values.ts'
import type { PromotionRule } from '../../promotions/rule.ts'
import { type PriceInputs, pricerOf } from './price.ts'

const monday = Date.parse('2026-06-01T07:00Z')
const longAgo = Date.parse('2026-01-01T00:00Z')

function price(
  price: ServicePrice,
  more: Partial<PriceInputs> & { start?: number; minutes?: number; now?: number } = {},
) {
  const { start = monday, minutes = 60, now = longAgo, ...inputs } = more
  const priced = pricerOf(
    {
      serviceId: 's',
      currency: 'EUR',
      price,
      holidays: [],
      postalCode: null,
      promotions: [],
      codes: [],
      ...inputs,
    },
    zoneClock('Europe/Athens', start, start),
  )(start, minutes, now)
  return [priced.total, ...priced.lines.map(({ kind, amount }) => `${kind} ${amount}`)]
}

const rules = (...rules: PriceRule[]): ServicePrice => ({ base: '40.00', rules })
const after = (hours: number) => monday + hours * 3_600_000

describe('time', () => {
  test('a base price, an hourly rate, or both', () => {
    expect(price({ base: '40' })).toEqual(['40.00', 'base 40.00'])
    expect(price({ hourly: '30' }, { minutes: 100 })).toEqual(['50.00', 'hourly 50.00'])
    expect(price({ hourly: '0.01' }, { minutes: 30 })).toEqual(['0.01', 'hourly 0.01'])
    expect(price({ base: '25', hourly: '30' }, { minutes: 90 })).toEqual([
      '70.00',
      'base 25.00',
      'hourly 45.00',
    ])
  })

  test('overage by begun steps', () => {
    const overage: PriceRule = { kind: 'overage', afterMinutes: 60, perMinutes: 15, amount: '8.00' }
    expect(price(rules(overage))).toEqual(['40.00', 'base 40.00'])
    expect(price(rules(overage), { minutes: 61 })).toEqual(['48.00', 'base 40.00', 'overage 8.00'])
    expect(price(rules(overage), { minutes: 90 })).toEqual(['56.00', 'base 40.00', 'overage 16.00'])
  })
})

describe('surcharges', () => {
  const peak: PriceRule = { kind: 'peak', days: ['mo'], from: '10:00', to: '12:00', percent: '25' }

  test('peak hours by the wall, at the start of the visit', () => {
    expect(price(rules(peak))).toEqual(['50.00', 'base 40.00', 'peak 10.00'])
    expect(price(rules(peak), { start: after(-0.25) })).toEqual(['40.00', 'base 40.00'])
    expect(price(rules(peak), { start: after(1.75) })).toEqual(['50.00', 'base 40.00', 'peak 10.00'])
    expect(price(rules(peak), { start: after(2) })).toEqual(['40.00', 'base 40.00'])
    expect(price(rules(peak), { start: after(24) })).toEqual(['40.00', 'base 40.00'])
  })

  test('weekends and holidays are the service’s local days', () => {
    const weekend: PriceRule = { kind: 'weekend', percent: '10', amount: '5' }
    // Friday 21:30 in UTC is Saturday in Athens.
    expect(price(rules(weekend), { start: Date.parse('2026-06-05T21:30Z') })).toEqual([
      '49.00',
      'base 40.00',
      'weekend 9.00',
    ])
    expect(price(rules(weekend), { start: Date.parse('2026-06-05T20:30Z') })).toEqual(['40.00', 'base 40.00'])
    const holiday: PriceRule = { kind: 'holiday', percent: '100' }
    expect(price(rules(holiday), { holidays: ['2026-06-01'] })).toEqual([
      '80.00',
      'base 40.00',
      'holiday 40.00',
    ])
    expect(price(rules(holiday), { holidays: ['2026-06-02'] })).toEqual(['40.00', 'base 40.00'])
  })

  test('in a hurry: on what there is so far', () => {
    const emergency: PriceRule = { kind: 'emergency', withinMinutes: 120, multiplier: '1.5' }
    const given = rules(peak, emergency)
    expect(price(given, { now: after(-1) })).toEqual(['75.00', 'base 40.00', 'peak 10.00', 'emergency 25.00'])
    expect(price(given, { now: after(-2) })).toEqual(['50.00', 'base 40.00', 'peak 10.00'])
  })

  test('the way there by the longest beginning of the postal code', () => {
    const zones = [
      { postalCodes: ['1'], amount: '5' },
      { postalCodes: ['104', '105'], amount: '0' },
      { postalCodes: ['8'], amount: '30' },
    ]
    const travel: PriceRule = { kind: 'travel', zones }
    const to = (postalCode: string | null) => price(rules(travel), { postalCode }).slice(2)
    expect([to('104 31'), to('16-562'), to('84001'), to('5'), to(null)]).toEqual([
      ['travel 0.00'],
      ['travel 5.00'],
      ['travel 30.00'],
      [],
      [],
    ])
  })
})

describe('promotions', () => {
  const promotion = (more: Partial<PromotionRule>): PromotionRule => ({
    id: 'p',
    code: 'SPRING',
    kind: 'percent',
    value: '10',
    buyQuantity: null,
    getQuantity: null,
    appliesTo: 'bookings',
    productIds: [],
    categoryIds: [],
    producerIds: [],
    minimumTotal: null,
    usageLimit: null,
    usageLimitPerCustomer: null,
    usedCount: 0,
    isStackable: true,
    priority: 0,
    startsAt: null,
    endsAt: null,
    ...more,
  })
  const with_ = (more: Partial<PromotionRule>) =>
    price({ base: '40' }, { promotions: [promotion(more)], codes: ['spring'] })

  test('are the shop’s own engine, for what they apply to', () => {
    expect(with_({})).toEqual(['36.00', 'base 40.00', 'promotion -4.00'])
    expect(with_({ appliesTo: 'all', kind: 'fixed', value: '99' })).toEqual([
      '0.00',
      'base 40.00',
      'promotion -40.00',
    ])
    expect(with_({ appliesTo: 'shop' })).toEqual(['40.00', 'base 40.00'])
    expect(with_({ minimumTotal: '50' })).toEqual(['40.00', 'base 40.00'])
  })
})

test('the sum is the sum of the lines, in each currency’s own scale', () => {
  expect(price({ hourly: '1000' }, { minutes: 50, currency: 'JPY' })).toEqual(['833', 'hourly 833'])
  expect(price({ hourly: '10' }, { minutes: 50, currency: 'KWD' })).toEqual(['8.333', 'hourly 8.333'])
})
