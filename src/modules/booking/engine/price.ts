/**
 * What a visit costs, line by line: its time, what is beyond it, the surcharges of its hour and day, the hurry, the way
 * there, and what promotions take off. Pure; the list, the wizard, the booking and the invoice are told the same.
 */
import { currencyScale } from '../../../platform/values/currencies.ts'
import {
  type Decimal,
  divideRounded,
  formatDecimal,
  parseDecimal,
  percentOf,
  tenTo,
  unitsAt,
} from '../../../platform/values/decimal.ts'
import { sum } from '../../../platform/values/spread.ts'
import { applyPromotions } from '../../promotions/engine.ts'
import type { PromotionCart, PromotionOutcome } from '../../promotions/rule.ts'
import type { PriceLine, ToldPrice } from '../../requests/values.ts'
import { dayMs, dayNumber, dayOf, minuteMs, minutesOf, weekdayName } from '../../services/calendar/days.ts'
import type { ZoneClock } from '../../services/calendar/zone-clock.ts'
import type { PriceRule, ServicePrice, Surcharge } from '../../services/values.ts'

export type PriceInputs = Pick<PromotionCart, 'currency' | 'promotions' | 'codes' | 'usedByCustomer'> & {
  serviceId: string
  price: ServicePrice
  /** Public holidays as local days, whether or not the service is open on them. */
  holidays: Iterable<string>
  postalCode: string | null
}

export type PricedVisit = ToldPrice & {
  applied: PromotionOutcome['applied']
  refused: PromotionOutcome['refused']
}

type Line = { kind: string; label?: PriceLine['label']; code?: string; amount: bigint }
type Visit = { minutes: number; day: number; minuteOfDay: number; noticeMinutes: number }

/** Prices visits of one service; `home` is the clock of its zone. Days and hours are those at which a visit begins. */
export function pricerOf(inputs: PriceInputs, home: ZoneClock) {
  const scale = currencyScale(inputs.currency)
  const holidays = new Set([...inputs.holidays].map(dayNumber))
  const known = new Map<string, PricedVisit>()

  return (start: number, durationMinutes: number, now: number): PricedVisit => {
    const local = home.localOf(start)
    const day = dayOf(local)
    const visit: Visit = {
      minutes: durationMinutes,
      day,
      minuteOfDay: Math.floor((local - day * dayMs) / minuteMs),
      noticeMinutes: (start - now) / minuteMs,
    }
    const rules = (inputs.price.rules ?? []).filter((rule) => applies(rule, visit, holidays))
    // Visits that the same rules apply to cost the same.
    const key = `${durationMinutes} ${rules.map((rule) => inputs.price.rules!.indexOf(rule)).join(' ')}`
    let priced = known.get(key)
    if (!priced) known.set(key, (priced = priceOf(inputs, rules, visit, scale, new Date(now))))
    return priced
  }
}

function applies(rule: PriceRule, visit: Visit, holidays: ReadonlySet<number>): boolean {
  switch (rule.kind) {
    case 'peak':
      return (
        rule.days.includes(weekdayName(visit.day)) &&
        minutesOf(rule.from) <= visit.minuteOfDay &&
        visit.minuteOfDay < minutesOf(rule.to)
      )
    case 'weekend':
      return (rule.days ?? ['sa', 'su']).includes(weekdayName(visit.day))
    case 'holiday':
      return holidays.has(visit.day)
    case 'emergency':
      return visit.noticeMinutes < rule.withinMinutes
    case 'overage':
      return visit.minutes > rule.afterMinutes
    case 'travel':
      return true
  }
}

function priceOf(
  inputs: PriceInputs,
  rules: readonly PriceRule[],
  visit: Visit,
  scale: number,
  now: Date,
): PricedVisit {
  const minor = (amount: string) => unitsAt(parseDecimal(amount), scale)
  const ofKind = <K extends PriceRule['kind']>(kind: K) =>
    rules.filter((rule): rule is Extract<PriceRule, { kind: K }> => rule.kind === kind)
  const time: Line[] = [
    ...timeLines(inputs.price, visit.minutes, minor),
    ...ofKind('overage').map((rule): Line => {
      const begun = Math.ceil((visit.minutes - rule.afterMinutes) / rule.perMinutes)
      return { kind: rule.kind, label: rule.label, amount: minor(rule.amount) * BigInt(begun) }
    }),
  ]
  const base = totalOf(time)
  const surcharges = [...ofKind('peak'), ...ofKind('weekend'), ...ofKind('holiday')].map((rule): Line => ({
    kind: rule.kind,
    label: rule.label,
    amount: surchargeOf(rule, base, minor),
  }))
  const soFar = base + totalOf(surcharges)
  const hurry = ofKind('emergency').map(({ kind, label, multiplier }): Line => ({
    kind,
    label,
    amount: timesBeyondOne(soFar, parseDecimal(multiplier)),
  }))
  const way = ofKind('travel').flatMap((rule): Line[] => {
    const amount = zoneAmount(rule, inputs.postalCode)
    return amount === null ? [] : [{ kind: rule.kind, label: rule.label, amount: minor(amount) }]
  })
  const lines = [...time, ...surcharges, ...hurry, ...way]
  const outcome = promotionsOn(inputs, totalOf(lines), now)
  const off = outcome.applied.map(({ code, amount }): Line => ({
    kind: 'promotion',
    ...(code ? { code } : {}),
    amount: -amount,
  }))
  const told = [...lines, ...off]
  const text = (units: bigint) => formatDecimal({ units, scale })
  return {
    currency: inputs.currency,
    total: text(totalOf(told)),
    lines: told.map(({ label, amount, ...line }) => ({
      ...line,
      ...(label ? { label } : {}),
      amount: text(amount),
    })),
    applied: outcome.applied,
    refused: outcome.refused,
  }
}

const totalOf = (lines: readonly Line[]): bigint => sum(lines.map(({ amount }) => amount))

function timeLines(
  { base, hourly }: ServicePrice,
  minutes: number,
  minor: (amount: string) => bigint,
): Line[] {
  const lines: Line[] = []
  if (base !== undefined) lines.push({ kind: 'base', amount: minor(base) })
  if (hourly !== undefined)
    lines.push({ kind: 'hourly', amount: divideRounded(minor(hourly) * BigInt(minutes), 60n) })
  return lines
}

const surchargeOf = (
  { percent, amount }: Surcharge,
  base: bigint,
  minor: (amount: string) => bigint,
): bigint =>
  (percent === undefined ? 0n : percentOf(base, parseDecimal(percent))) +
  (amount === undefined ? 0n : minor(amount))

/** What a multiplier adds: 1.5 adds half. */
const timesBeyondOne = (amount: bigint, { units, scale }: Decimal): bigint =>
  divideRounded(amount * (units - tenTo(scale)), tenTo(scale))

type Travel = Extract<PriceRule, { kind: 'travel' }>

function zoneAmount({ zones }: Travel, postalCode: string | null): string | null {
  if (!postalCode) return null
  const code = plain(postalCode)
  const fitting = zones.flatMap(({ postalCodes, amount }) =>
    postalCodes
      .map(plain)
      .filter((begin) => code.startsWith(begin))
      .map((begin) => ({ begin, amount })),
  )
  const [longest] = fitting.toSorted((a, b) => b.begin.length - a.begin.length)
  return longest?.amount ?? null
}

const plain = (code: string): string => code.replaceAll(/[\s-]/g, '').toUpperCase()

const promotionsOn = (inputs: PriceInputs, total: bigint, now: Date): PromotionOutcome =>
  applyPromotions({
    currency: inputs.currency,
    lines: [
      {
        id: inputs.serviceId,
        kind: 'bookings',
        productId: null,
        categoryIds: [],
        producerId: null,
        quantity: '1',
        total: total > 0n ? total : 0n,
      },
    ],
    shipping: 0n,
    promotions: inputs.promotions,
    codes: inputs.codes,
    usedByCustomer: inputs.usedByCustomer,
    now,
  })
