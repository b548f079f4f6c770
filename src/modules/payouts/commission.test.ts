import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, compare, subtract } from '../../platform/values/decimal.ts'
import { commissionOf } from './commission.ts'

const terms = (percent: string, vatPercent = '0', currency = 'EUR') => ({ percent, vatPercent, currency })

test.each([
  ['C1', '100', terms('3.33', '21'), ['3.33', '0.70', '4.03']],
  ['half a cent, away from zero', '0.50', terms('1', '24'), ['0.01', '0.00', '0.01']],
  ['the rate as the database writes it', '100.00', terms('12.5000', '24.0000'), ['12.50', '3.00', '15.50']],
  ['nothing', '0.00', terms('10', '24'), ['0.00', '0.00', '0.00']],
  ['no commission', '100', terms('0', '24'), ['0.00', '0.00', '0.00']],
  ['all of it', '100', terms('100'), ['100.00', '0.00', '100.00']],
  ['yen', '1005', terms('10', '10', 'JPY'), ['101', '10', '111']],
  ['more came back than went', '-100', terms('3.33', '21'), ['-3.33', '-0.70', '-4.03']],
])('%s', (_, goods, terms, [commission, vat, total]) =>
  expect(commissionOf({ goods, ...terms })).toEqual({ commission, vat, total }),
)

test('C2: the producer has the goods and the shipping without the commission, before and after a refund', () => {
  const producer = (goods: string) =>
    subtract(add(goods, '20.00'), commissionOf({ goods, ...terms('10') }).total)
  expect(producer('100.00')).toBe('110.00')
  expect(producer('50.00')).toBe('65.00')
})

test('what cannot be reckoned is refused', () => {
  expect(() => commissionOf({ goods: '1.005', ...terms('10') })).toThrow('EUR has 2 decimals')
  expect(() => commissionOf({ goods: '1', ...terms('ten') })).toThrow('not a decimal number')
})

const cents = (units: number) => (units / 100).toFixed(2)
const percents = fc.integer({ min: 0, max: 1_000_000 }).map((units) => (units / 10_000).toFixed(4))

test('refunds give back in proportion, and a whole one gives back all', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 6 }),
      percents,
      percents,
      (refunds, percent, vatPercent) => {
        const totalOf = (goods: number) =>
          commissionOf({ goods: cents(goods), ...terms(percent, vatPercent) }).total
        const sold = refunds.reduce((sum, refund) => sum + refund, 0)
        let left = sold
        let kept = totalOf(sold)
        for (const refund of refunds) {
          const reversed = subtract(totalOf(left), totalOf(left - refund))
          expect(compare(reversed, '0')).not.toBe(-1)
          kept = subtract(kept, reversed)
          left -= refund
          expect(kept).toBe(totalOf(left))
        }
        expect(kept).toBe('0.00')
      },
    ),
  ))
