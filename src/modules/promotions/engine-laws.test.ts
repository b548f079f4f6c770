/** What must hold for every cart and every set of promotions: checked on generated ones. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sum } from '../../platform/values/spread.ts'
import { applyPromotions } from './engine.ts'
import type { PromotionCart, PromotionLine, PromotionRule } from './rule.ts'

const id = fc.constantFrom('a', 'b', 'c')
const ids = fc.uniqueArray(id, { maxLength: 2 })

const line: fc.Arbitrary<PromotionLine> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('shop', 'bookings'),
  productId: fc.option(id),
  categoryIds: ids,
  producerId: fc.option(id),
  quantity: fc.constantFrom('1', '2', '3', '0.75', '7', '12'),
  total: fc.bigInt(0n, 100_000n),
})

const rule: fc.Arbitrary<PromotionRule> = fc.record({
  id: fc.uuid(),
  code: fc.option(fc.constantFrom('A', 'B', 'C', 'D')),
  kind: fc.constantFrom('percent', 'fixed', 'freeShipping', 'buyXGetY'),
  value: fc.integer({ min: 0, max: 12_000 }).map((units) => (units / 100).toFixed(2)),
  buyQuantity: fc.integer({ min: 1, max: 4 }),
  getQuantity: fc.integer({ min: 1, max: 4 }),
  appliesTo: fc.constantFrom('shop', 'bookings', 'all'),
  productIds: ids,
  categoryIds: ids,
  producerIds: ids,
  minimumTotal: fc.option(fc.constantFrom('0', '10', '500')),
  usageLimit: fc.option(fc.integer({ min: 1, max: 3 })),
  usageLimitPerCustomer: fc.constant(null),
  usedCount: fc.integer({ min: 0, max: 3 }),
  isStackable: fc.boolean(),
  priority: fc.integer({ min: -1, max: 1 }),
  startsAt: fc.constantFrom(null, new Date(0), new Date(2)),
  endsAt: fc.constantFrom(null, new Date(1), new Date(2)),
})

const cart: fc.Arbitrary<PromotionCart> = fc.record({
  currency: fc.constant('EUR'),
  lines: fc.array(line, { maxLength: 8 }),
  shipping: fc.bigInt(0n, 2000n),
  // One code names one promotion: the database sees to it.
  promotions: fc.uniqueArray(rule, { maxLength: 6, selector: ({ code, id }) => code ?? id }),
  codes: fc.array(fc.constantFrom('A', 'b', ' C ', 'E'), { maxLength: 4 }),
  now: fc.constant(new Date(1)),
})

test('nothing goes below zero, and every sum is the sum of its reasons', () =>
  fc.assert(
    fc.property(cart, (cart) => {
      const { lines, shipping, applied } = applyPromotions(cart)
      const amounts = [...lines, shipping]
      amounts.forEach(({ discount, discounts }, i) => {
        const whole = cart.lines[i]?.total ?? cart.shipping
        expect(discount >= 0n && discount <= whole).toBe(true)
        expect(discounts.every(({ amount }) => amount > 0n)).toBe(true)
        expect(sum(discounts.map(({ amount }) => amount))).toBe(discount)
      })
      expect(sum(applied.map(({ amount }) => amount))).toBe(sum(amounts.map(({ discount }) => discount)))
    }),
  ))

test('every code that was given is either applied or refused, with one reason', () =>
  fc.assert(
    fc.property(cart, (cart) => {
      const { applied, refused } = applyPromotions(cart)
      const answered = [...applied.flatMap(({ code }) => code ?? []), ...refused.map(({ code }) => code)]
      const given = new Set(cart.codes.map((code) => code.trim().toUpperCase()))
      expect(answered.toSorted()).toEqual([...given].toSorted())
    }),
  ))

test('the order of codes and promotions changes nothing', () =>
  fc.assert(
    fc.property(cart, (cart) => {
      const { refused, ...outcome } = applyPromotions(cart)
      const { refused: refusedToo, ...turned } = applyPromotions({
        ...cart,
        codes: cart.codes.toReversed(),
        promotions: cart.promotions.toReversed(),
      })
      expect(turned).toEqual(outcome)
      expect(new Set(refusedToo)).toEqual(new Set(refused))
    }),
  ))

test('only free shipping touches the shipping', () =>
  fc.assert(
    fc.property(cart, (cart) => {
      const promotions = cart.promotions.filter(({ kind }) => kind !== 'freeShipping')
      expect(applyPromotions({ ...cart, promotions }).shipping.discount).toBe(0n)
    }),
  ))
