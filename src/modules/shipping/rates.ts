/** What shipping costs by a rate table: zone by weight, from each producer or once for all. Pure; whole cents inside. */
import { amountOf, minorUnits } from '../../platform/values/money.ts'
import { spread, sum } from '../../platform/values/spread.ts'
import type { ZoneRate } from './schema.ts'
import { type Destination, zoneOf, zonesOf } from './zones.ts'

/** A row of a table. The first row that fits, of the narrowest zone that any row names, counts. */
export type RateRow = ZoneRate & {
  /** Only for parcels that leave from these zones; from everywhere when absent. */
  from?: string[]
  /** Heavier parcels are not taken, whatever the price of a further kilogram. */
  maximumGrams?: number
  /** Of the goods in the parcel; before the table's. */
  freeFrom?: string
  /** For collecting in cash there; null: the courier does not. Before the table's. */
  cashOnDelivery?: string | null
}

export type RateTable = {
  currency: string
  rows: RateRow[]
  /** Goods of at least this much travel free; null: never. */
  freeFrom: string | null
  /** One parcel for each producer, or one for the whole order. */
  charge: 'perOrder' | 'perProducer'
  /** For collecting in cash; null: not offered. Counted once, or for each parcel. */
  cashOnDelivery?: { price: string; per: 'order' | 'parcel' } | null
  /** Where the one parcel of `perOrder` leaves from. */
  origin?: Destination
  /** Postal codes that this courier also calls remote. */
  remoteCodes?: string[]
}

/** What one producer sends. */
export type ShippedPart = {
  producerId: string
  weightGrams: number
  /** The goods' value, after discounts: what thresholds are compared with. */
  goods: string
  /** Where they leave from; counts with `perProducer`. */
  origin?: Destination
  /** The producer's own prices, in place of the table's rows. */
  rows?: RateRow[]
  freeFrom?: string | null
}

export type ShippingPrice =
  | {
      kind: 'priced'
      /** Of shipping, without what collecting costs. */
      total: string
      /** They add up to `total`; of one parcel for all, each producer's share is by weight. */
      parts: { producerId: string; price: string; zone: string; isFree: boolean }[]
      /** `0.00` unless cash on delivery was asked for. */
      cashOnDelivery: string
    }
  | { kind: 'refused'; reason: 'not_served' | 'no_cash_on_delivery'; producerId: string | null }
  | { kind: 'refused'; reason: 'too_heavy'; producerId: string | null; limitGrams: number }

type Priced = { minor: bigint; zone: string; isFree: boolean; cashMinor: bigint | null }
type Refused = Extract<ShippingPrice, { kind: 'refused' }>

export type ShippingAsked = {
  destination: Destination
  parts: ShippedPart[]
  cashOnDelivery: boolean
  /** A promotion pays: the destination must be served all the same. */
  isFree?: boolean
}

export function priceShipping(table: RateTable, asked: ShippingAsked): ShippingPrice {
  const isPerProducer = table.charge === 'perProducer'
  const parcels: Priced[] = []
  for (const parcel of isPerProducer ? asked.parts : [oneParcel(table, asked.parts)]) {
    const producerId = isPerProducer ? parcel.producerId : null
    const met = priceParcel(table, parcel, asked, producerId)
    if ('kind' in met) return met
    if (asked.cashOnDelivery && met.cashMinor === null) {
      return { kind: 'refused', reason: 'no_cash_on_delivery', producerId }
    }
    parcels.push(met)
  }
  const prices = parcels.map(({ minor }) => minor)
  const shares = isPerProducer
    ? prices
    : spread(
        sum(prices),
        asked.parts.map(({ weightGrams }) => BigInt(weightGrams)),
      )
  return {
    kind: 'priced',
    total: amountOf(sum(prices), table.currency),
    parts: asked.parts.map(({ producerId }, index) => {
      const { zone, isFree } = parcels[index] ?? parcels[0]!
      return { producerId, price: amountOf(shares[index] ?? 0n, table.currency), zone, isFree }
    }),
    cashOnDelivery: amountOf(asked.cashOnDelivery ? collectingFee(table, parcels) : 0n, table.currency),
  }
}

function collectingFee(table: RateTable, parcels: Priced[]): bigint {
  const fees = parcels.map(({ cashMinor }) => cashMinor ?? 0n)
  return table.cashOnDelivery?.per === 'parcel'
    ? sum(fees)
    : fees.reduce((most, fee) => (fee > most ? fee : most), 0n)
}

function oneParcel(table: RateTable, parts: ShippedPart[]): ShippedPart {
  const goods = sum(parts.map((part) => minorUnits(part.goods, table.currency)))
  return {
    producerId: '',
    weightGrams: parts.reduce((grams, part) => grams + part.weightGrams, 0),
    goods: amountOf(goods, table.currency),
    origin: table.origin,
  }
}

function priceParcel(
  table: RateTable,
  parcel: ShippedPart,
  asked: ShippingAsked,
  producerId: string | null,
): Priced | Refused {
  const row = rowFor(table, parcel, asked.destination)
  if (!row) return { kind: 'refused', reason: 'not_served', producerId }
  if (parcel.weightGrams > limitOf(row)) {
    return { kind: 'refused', reason: 'too_heavy', producerId, limitGrams: limitOf(row) }
  }
  const { currency } = table
  const freeFrom = parcel.freeFrom !== undefined ? parcel.freeFrom : (row.freeFrom ?? table.freeFrom)
  const isAbove = freeFrom !== null && minorUnits(parcel.goods, currency) >= minorUnits(freeFrom, currency)
  const isFree = asked.isFree === true || isAbove
  const cash = row.cashOnDelivery !== undefined ? row.cashOnDelivery : (table.cashOnDelivery?.price ?? null)
  return {
    minor: isFree ? 0n : priceByWeight(row, parcel.weightGrams, currency),
    zone: row.zone,
    isFree,
    cashMinor: cash === null ? null : minorUnits(cash, currency),
  }
}

function rowFor(table: RateTable, parcel: ShippedPart, destination: Destination): RateRow | undefined {
  const from = parcel.origin ? zoneOf(parcel.origin, table.remoteCodes) : null
  const rows = (parcel.rows ?? table.rows).filter(
    (row) => !row.from || (from !== null && row.from.includes(from)),
  )
  for (const zone of zonesOf(destination, table.remoteCodes)) {
    const row = rows.find((each) => each.zone === zone)
    if (row) return row
  }
  return undefined
}

/** A row without a price for further kilograms ends with its last bracket. */
function limitOf(row: RateRow): number {
  const byBracket = row.perExtraKg ? Infinity : (lastBracket(row)?.upToGrams ?? 0)
  return Math.min(row.maximumGrams ?? Infinity, byBracket)
}

/** In minor units. A started kilogram above the last bracket is a whole one. */
function priceByWeight(row: RateRow, grams: number, currency: string): bigint {
  const bracket = rising(row).find((each) => grams <= each.upToGrams)
  if (bracket) return minorUnits(bracket.price, currency)

  const last = lastBracket(row)
  const extraKilograms = BigInt(Math.ceil((grams - (last?.upToGrams ?? 0)) / 1000))
  return (
    minorUnits(last?.price ?? '0', currency) + extraKilograms * minorUnits(row.perExtraKg ?? '0', currency)
  )
}

const rising = (row: RateRow) => row.brackets.toSorted((a, b) => a.upToGrams - b.upToGrams)
const lastBracket = (row: RateRow) => rising(row).at(-1)

/**
 * What a parcel is charged for: its weight, or its size where that is more.
 * Source: length × width × height in centimetres ÷ 5000, in kilograms (ACS, ELTA Courier, IATA).
 */
export const chargeableGrams = (
  weightGrams: number,
  size?: { lengthCm: number; widthCm: number; heightCm: number },
): number => Math.max(weightGrams, size ? Math.ceil((size.lengthCm * size.widthCm * size.heightCm) / 5) : 0)
