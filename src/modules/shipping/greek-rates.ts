/** A rate table to begin with: what Greek shops usually ask for a parcel, VAT included. Shops change it as they like. */
import type { RateRow } from './rates.ts'

const row = (zone: string, upToGrams: number, price: string, perExtraKg: string): RateRow => ({
  zone,
  brackets: [{ upToGrams, price }],
  perExtraKg,
})

export const greekRates: RateRow[] = [
  row('athens', 2000, '3.50', '0.90'),
  row('thessaloniki', 2000, '3.90', '1.00'),
  row('mainland', 2000, '4.20', '1.10'),
  row('crete', 2000, '4.80', '1.60'),
  row('islands', 2000, '5.20', '1.90'),
  row('remote', 2000, '7.50', '2.40'),
  // Couriers collect cash at home only.
  ...[
    row('cyprus', 1000, '12.00', '3.50'),
    row('eu-1', 1000, '14.90', '4.00'),
    row('eu-2', 1000, '18.90', '5.00'),
    row('eu-3', 1000, '22.90', '6.00'),
  ].map((abroad) => ({ ...abroad, cashOnDelivery: null, maximumGrams: 30_000 })),
]
