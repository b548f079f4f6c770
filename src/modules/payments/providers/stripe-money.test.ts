import { expect, test } from 'vitest'
import { fromStripe, toStripe } from './stripe-money.ts'

test('Stripe has its own table: yen whole, dinars in tens, krona and shilling in hundreds', () => {
  expect(toStripe({ amount: '12.50', currency: 'EUR' })).toEqual({ amount: 1250, currency: 'eur' })
  expect(toStripe({ amount: '1250', currency: 'JPY' })).toEqual({ amount: 1250, currency: 'jpy' })
  expect(toStripe({ amount: '1.250', currency: 'KWD' })).toEqual({ amount: 1250, currency: 'kwd' })
  expect(toStripe({ amount: '5', currency: 'UGX' })).toEqual({ amount: 500, currency: 'ugx' })
  expect(() => toStripe({ amount: '1.255', currency: 'KWD' })).toThrow(/steps of 10/)
  expect(() => toStripe({ amount: '5.5', currency: 'ISK' })).toThrow(/steps of 100/)
  expect(() => toStripe({ amount: '1.5', currency: 'JPY' })).toThrowError(
    expect.objectContaining({ kind: 'invalid' }),
  )
  expect(fromStripe(500, 'ugx')).toEqual({ amount: '5', currency: 'UGX' })
  expect(fromStripe(1250, 'kwd')).toEqual({ amount: '1.250', currency: 'KWD' })
})
