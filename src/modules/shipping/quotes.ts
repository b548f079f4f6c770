/** What each shipping method costs for a cart and an address, and how that falls to the producers. Pure. */
import { amountOf, minorUnits } from '../../platform/values/money.ts'
import { spread, sum } from '../../platform/values/spread.ts'
import type { ShippingMethod } from './methods.ts'
import { priceShipping } from './rates.ts'
import type { Destination } from './zones.ts'

/** What one producer sends; `flat` and `freeFrom` are the producer's own word, null where the method's counts. */
export type Parcel = {
  producerId: string
  weightGrams: number
  goods: string
  origin: Destination | null
  flat: string | null
  freeFrom: string | null
}

export type Quote = { method: ShippingMethod; price: string; shares: Record<string, string> }

/** The methods that serve the destination, each with its price. Without a destination there is nothing to say yet. */
export function quoteMethods(
  methods: readonly ShippingMethod[],
  asked: { destination: Destination | null; parcels: readonly Parcel[]; currency: string },
): Quote[] {
  const { destination } = asked
  if (!destination || asked.parcels.length === 0) return []
  return methods.flatMap((method) => {
    if (method.countries.length > 0 && !method.countries.includes(destination.country)) return []
    const shares = sharesOf(method, { ...asked, destination })
    if (!shares) return []
    const price = amountOf(
      sum(Object.values(shares).map((share) => minorUnits(share, asked.currency))),
      asked.currency,
    )
    return [{ method, price, shares }]
  })
}

type Asked = { destination: Destination; parcels: readonly Parcel[]; currency: string }

function sharesOf(method: ShippingMethod, asked: Asked): Record<string, string> | null {
  if (method.provider === 'pickup') return evenly(method, asked, method.price ?? '0')
  return method.provider === 'flat' ? evenly(method, asked, method.price ?? '0') : byTable(method, asked)
}

/** One price for the order, spread over the producers by weight; or one price for each of them. */
function evenly(method: ShippingMethod, { parcels, currency }: Asked, price: string): Record<string, string> {
  if (method.charge === 'perProducer') {
    return Object.fromEntries(
      parcels.map((parcel) => {
        const isFree = reaches(parcel.goods, parcel.freeFrom ?? method.freeFrom, currency)
        return [
          parcel.producerId,
          amountOf(isFree ? 0n : minorUnits(parcel.flat ?? price, currency), currency),
        ]
      }),
    )
  }
  const goods = amountOf(sum(parcels.map((parcel) => minorUnits(parcel.goods, currency))), currency)
  const total = reaches(goods, method.freeFrom, currency) ? 0n : minorUnits(price, currency)
  const shares = spread(
    total,
    parcels.map((parcel) => BigInt(parcel.weightGrams)),
  )
  return Object.fromEntries(
    parcels.map((parcel, index) => [parcel.producerId, amountOf(shares[index]!, currency)]),
  )
}

function byTable(
  method: ShippingMethod,
  { destination, parcels, currency }: Asked,
): Record<string, string> | null {
  const priced = priceShipping(
    { currency, rows: method.rates, freeFrom: method.freeFrom, charge: method.charge },
    {
      destination,
      cashOnDelivery: false,
      parts: parcels.map(({ producerId, weightGrams, goods, origin, freeFrom }) => ({
        producerId,
        weightGrams,
        goods,
        ...(origin ? { origin } : {}),
        ...(freeFrom === null ? {} : { freeFrom }),
      })),
    },
  )
  return priced.kind === 'priced'
    ? Object.fromEntries(priced.parts.map(({ producerId, price }) => [producerId, price]))
    : null
}

const reaches = (goods: string, threshold: string | null, currency: string): boolean =>
  threshold !== null && minorUnits(goods, currency) >= minorUnits(threshold, currency)
