/** Reads numbers as people and spreadsheets of either locale write them, and refuses what could mean two amounts. */
import type { ProblemCode } from './problem-texts.ts'
import type { Params } from './problems.ts'

export type Read<T> = { ok: true; value: T } | { ok: false; code: ProblemCode; params: Params }

const read = <T>(value: T): Read<T> => ({ ok: true, value })
const refused = (code: ProblemCode, params: Params = {}): Read<never> => ({ ok: false, code, params })

/** Digits before and after the point; never floating point. */
type Decimal = { isNegative: boolean; whole: string; fraction: string }

const currencies: [sign: RegExp, codes: readonly string[]][] = [
  [/€|(?<!\p{L})(?:EUR|euros?|ευρώ)(?!\p{L})/iu, ['EUR']],
  [/£|(?<!\p{L})GBP(?!\p{L})/iu, ['GBP']],
  [/US\$|(?<!\p{L})USD(?!\p{L})/iu, ['USD']],
  [/\$/, ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN']],
  [/(?<!\p{L})CHF(?!\p{L})/iu, ['CHF']],
]

/** An amount with two decimals, such as "12.50" from `12,5 €`, `1.234,56` or `€ 12.50`. */
export function readMoney(text: string, currency: string): Read<string> {
  const found = currencies.find(([sign]) => sign.test(text))
  if (found && !found[1].includes(currency)) {
    return refused('wrong_currency', { found: found[1][0] ?? '', expected: currency })
  }
  const decimal = readDecimal(found ? text.replace(found[0], ' ') : text, 'either')
  if (!decimal.ok) return decimal
  const { isNegative, whole, fraction } = decimal.value
  if (isNegative) return refused('negative_number')
  if (fraction.length > 2) return refused('too_precise', { scale: 2 })
  if (whole.length > 12) return refused('number_too_large')
  return read(`${whole}.${fraction.padEnd(2, '0')}`)
}

/** A whole number, also written as `12.0`; the sign is the caller's to judge. */
export function readWhole(text: string): Read<number> {
  const decimal = readDecimal(text, 'either')
  if (!decimal.ok) return decimal
  const { isNegative, whole, fraction } = decimal.value
  if (fraction !== '') return refused('not_whole')
  if (whole.length > 9) return refused('number_too_large')
  return read(isNegative ? -Number(whole) : Number(whole))
}

/** A quantity above zero with up to three decimals, such as "0.5" from `0,500`. */
export function readQuantity(text: string): Read<string> {
  const decimal = readDecimal(text, 'point')
  if (!decimal.ok) return decimal
  const { isNegative, whole, fraction } = decimal.value
  if (isNegative || !/[1-9]/.test(whole + fraction)) return refused('not_positive')
  if (fraction.length > 3) return refused('too_precise', { scale: 3 })
  if (whole.length > 9) return refused('number_too_large')
  return read(fraction === '' ? whole : `${whole}.${fraction}`)
}

export const weightUnits = ['g', 'kg', 'lb', 'oz'] as const
export type WeightUnit = (typeof weightUnits)[number]

// Billionths of a gram: the international pound and ounce are exact in them.
const billionths = { g: 10n ** 9n, kg: 10n ** 12n, lb: 453_592_370_000n, oz: 28_349_523_125n } as const
const spellings: Record<WeightUnit, readonly string[]> = {
  g: ['g', 'gr', 'γρ'],
  kg: ['kg', 'kgs', 'κιλά'],
  lb: ['lb', 'lbs'],
  oz: ['oz'],
}

export function weightUnitOf(text: string): WeightUnit | null {
  const small = text.trim().toLowerCase()
  return weightUnits.find((unit) => spellings[unit].includes(small)) ?? null
}

/** Whole grams, half up. A unit written in the cell wins over the column's. */
export function readGrams(text: string, columnUnit: WeightUnit): Read<number> {
  const written = /^(.*\d)\s*(\p{L}+)\.?$/u.exec(text.trim())
  const unit = written ? weightUnitOf(written[2] ?? '') : columnUnit
  if (unit === null) return refused('bad_number')
  // Nobody groups thousands of kilograms, but 1.250 kg is written every day; grams may be either.
  const decimal = readDecimal(written?.[1] ?? text, unit === 'g' ? 'either' : 'point')
  if (!decimal.ok) return decimal
  const { isNegative, whole, fraction } = decimal.value
  if (isNegative) return refused('negative_number')
  if (whole.length > 9 || fraction.length > 12) return refused('number_too_large')
  const oneGram = 10n ** BigInt(9 + fraction.length)
  const grams = (BigInt(whole + fraction) * billionths[unit] * 2n + oneGram) / (oneGram * 2n)
  return grams > 1_000_000_000n ? refused('number_too_large') : read(Number(grams))
}

/**
 * One separator followed by three digits could group thousands or start decimals: with `either` it is refused, with
 * `point` it is a decimal point. Trailing zeros of the fraction are dropped.
 */
function readDecimal(text: string, lone: 'either' | 'point'): Read<Decimal> {
  const match = /^([-−]?)\s*([\d.,'’\s]*\d)$/.exec(text.trim())
  const digits = match?.[2]?.replace(/\s/g, ' ')
  if (digits === undefined) return refused('bad_number')
  const isNegative = match?.[1] !== ''
  const marks = digits.match(/[.,]/g) ?? []
  const kinds = new Set(marks).size
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))

  const asPoint = () => decimalOf(isNegative, digits.slice(0, last), digits.slice(last + 1))
  const asWhole = () => decimalOf(isNegative, digits, '')
  if (marks.length === 0) return asWhole()
  if (kinds === 2)
    return marks.filter((mark) => mark === digits[last]).length === 1 ? asPoint() : refused('bad_number')
  if (marks.length > 1) return asWhole()
  if (lone === 'either' && /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) {
    const small = digits.replace(',', '.').replace(/0$/, '')
    return refused('ambiguous_number', { large: digits.replace(/[.,]/, ''), small })
  }
  return asPoint()
}

/** The part before the point may be grouped in threes by one kind of mark; anything else is no number. */
function decimalOf(isNegative: boolean, before: string, after: string): Read<Decimal> {
  const isPlain = /^\d*$/.test(before)
  const isGrouped = /^\d{1,3}(?:([.,'’ ])\d{3})(?:\1\d{3})*$/.test(before)
  if (!(isPlain || isGrouped) || !/^\d*$/.test(after)) return refused('bad_number')
  const whole = before.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0'
  return read({ isNegative, whole, fraction: after.replace(/0+$/, '') })
}
