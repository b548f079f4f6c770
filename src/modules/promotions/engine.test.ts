import { describe, expect, test } from 'vitest'
import { applyPromotions } from './engine.ts'
import type { PromotionCart, PromotionLine, PromotionRule } from './rule.ts'

const now = new Date('2026-06-13T12:00:00Z')
const day = (offset: number) => new Date(now.getTime() + offset * 86_400_000)

const rule = (more: Partial<PromotionRule> & Pick<PromotionRule, 'kind'>): PromotionRule => ({
  id: `id-${more.code ?? more.kind}`,
  code: null,
  value: null,
  buyQuantity: null,
  getQuantity: null,
  appliesTo: 'shop',
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
const percent = (value: string, more: Partial<PromotionRule> = {}) =>
  rule({ kind: 'percent', value, ...more })
const fixed = (value: string, more: Partial<PromotionRule> = {}) => rule({ kind: 'fixed', value, ...more })
const buyGet = (buyQuantity: number, getQuantity: number, more: Partial<PromotionRule> = {}) =>
  rule({ kind: 'buyXGetY', buyQuantity, getQuantity, ...more })
const freeShipping = (more: Partial<PromotionRule> = {}) => rule({ kind: 'freeShipping', ...more })

const line = (total: number, quantity = '1', more: Partial<PromotionLine> = {}): PromotionLine => ({
  id: 'line',
  kind: 'shop',
  productId: 'product',
  categoryIds: [],
  producerId: 'producer',
  quantity,
  total: BigInt(total),
  ...more,
})

const apply = (lines: PromotionLine[], promotions: PromotionRule[], more: Partial<PromotionCart> = {}) => {
  const codes = promotions.flatMap(({ code }) => code ?? [])
  return applyPromotions({ currency: 'EUR', lines, shipping: 0n, promotions, codes, now, ...more })
}
const offLines = (...given: Parameters<typeof apply>) =>
  apply(...given).lines.map(({ discount }) => Number(discount))

describe('what is taken off', () => {
  const fifty = line(5000)
  test.each<[string, PromotionLine[], PromotionRule[], number[]]>([
    ['nothing without promotions', [fifty], [], [0]],
    ['a percentage of each line', [line(5000), line(15_000)], [percent('10')], [500, 1500]],
    ['rounded line by line', [line(5), line(5)], [percent('10.0000')], [1, 1]],
    ['a percentage with a fraction', [line(9990)], [percent('33.333')], [3330]],
    ['G6: all of it', [line(39_900)], [percent('100')], [39_900]],
    ['never more than all', [line(100)], [percent('150')], [100]],
    ['D1: an amount, by value', [line(4300), line(1400), line(2300)], [fixed('2.99')], [161, 52, 86]],
    ['D1: ties to the earlier', [line(50), line(50), line(50)], [fixed('0.10')], [4, 3, 3]],
    ['an amount above the goods', [line(120), line(80)], [fixed('10.00')], [120, 80]],
    ['D2: buy 2 get 2, four units', [line(1000, '4')], [buyGet(2, 2)], [500]],
    ['D2: three units are no set', [line(750, '3')], [buyGet(2, 2)], [0]],
    ['five units are one set', [line(1250, '5')], [buyGet(2, 2)], [500]],
    ['eight are two', [line(2000, '8')], [buyGet(2, 2)], [1000]],
    [
      'the cheapest is free, wherever it stands',
      [line(300), line(100), line(200)],
      [buyGet(2, 1)],
      [0, 100, 0],
    ],
    ['the cheapest by unit, not by line', [line(600, '3'), line(250)], [buyGet(3, 1)], [200, 0]],
    ['free units from two lines', [line(300, '3'), line(900, '3')], [buyGet(1, 2)], [300, 100 * 3]],
    ['kilos count whole', [line(700, '3.5')], [buyGet(2, 1)], [200]],
    ['what is free already makes no set', [line(0), line(500), line(600)], [buyGet(1, 2)], [0, 0, 0]],
  ])('%s', (_, lines, promotions, expected) => expect(offLines(lines, promotions)).toEqual(expected))

  test('D3: 10 % and then 10 % of what is left', () => {
    const outcome = apply(
      [line(5000), line(15_000)],
      [percent('10', { id: 'a' }), percent('10', { id: 'b' })],
    )
    expect(outcome.lines.map(({ discounts }) => discounts.map(({ amount }) => Number(amount)))).toEqual([
      [500, 450],
      [1500, 1350],
    ])
    expect(outcome.applied.map(({ promotionId, amount }) => [promotionId, Number(amount)])).toEqual([
      ['a', 2000],
      ['b', 1800],
    ])
  })

  test('D4: an amount off the goods leaves the shipping alone', () => {
    const outcome = apply([line(120)], [fixed('10.00')], { shipping: 500n })
    expect(outcome).toMatchObject({ lines: [{ discount: 120n }], shipping: { discount: 0n } })
  })

  test('free shipping takes the shipping and nothing else, once', () => {
    const outcome = apply([line(120)], [freeShipping({ code: 'A' }), freeShipping({ code: 'B' })], {
      shipping: 500n,
    })
    expect(outcome.lines[0]!.discount).toBe(0n)
    expect(outcome.shipping).toEqual({
      discount: 500n,
      discounts: [{ promotionId: 'id-A', code: 'A', amount: 500n }],
    })
    expect(outcome.refused).toEqual([{ code: 'B', reason: 'not_applicable' }])
  })

  test('free shipping waits for a method to be chosen', () => {
    const outcome = apply([line(120)], [freeShipping({ code: 'FREE' })])
    expect(outcome).toMatchObject({ applied: [{ code: 'FREE', amount: 0n }], refused: [] })
  })

  test('priority decides what goes first, then the kind, then the id', () => {
    const first = (promotions: PromotionRule[]) => apply([line(10_000, '2')], promotions).applied[0]!.kind
    expect(first([fixed('5'), percent('10')])).toBe('percent')
    expect(first([fixed('5', { priority: -1 }), percent('10')])).toBe('fixed')
    expect(first([percent('10'), buyGet(1, 1), fixed('5')])).toBe('buyXGetY')
  })

  test('twins go by their id, however they are listed', () => {
    const twins = [percent('10', { id: 'b' }), percent('25', { id: 'a' })]
    const order = (promotions: PromotionRule[]) =>
      apply([line(500)], promotions).applied.map(({ promotionId }) => promotionId)
    expect(order(twins)).toEqual(['a', 'b'])
    expect(order(twins.toReversed())).toEqual(['a', 'b'])
  })

  test('yen have no cents', () => {
    expect(offLines([line(101), line(101)], [fixed('10')], { currency: 'JPY' })).toEqual([5, 5])
    expect(offLines([line(333)], [percent('50')], { currency: 'JPY' })).toEqual([167])
  })
})

describe('which lines it may touch', () => {
  const honey = line(1000, '1', { productId: 'honey', categoryIds: ['food', 'sweet'], producerId: 'bee' })
  const soap = line(1000, '1', { productId: 'soap', categoryIds: ['bath'], producerId: 'olive' })
  const visit = line(1000, '1', { kind: 'bookings', productId: null, producerId: null })
  const lines = [honey, soap, visit]
  test.each<[string, Partial<PromotionRule>, number[]]>([
    ['the shop', {}, [100, 100, 0]],
    ['bookings', { appliesTo: 'bookings' }, [0, 0, 100]],
    ['all', { appliesTo: 'all' }, [100, 100, 100]],
    ['a product', { productIds: ['soap'] }, [0, 100, 0]],
    ['a category above', { categoryIds: ['food'] }, [100, 0, 0]],
    ['a producer', { producerIds: ['bee', 'nobody'] }, [100, 0, 0]],
    ['all conditions at once', { producerIds: ['bee'], categoryIds: ['bath'] }, [0, 0, 0]],
    ['a product, where bookings have none', { appliesTo: 'all', productIds: ['soap'] }, [0, 100, 0]],
  ])('%s', (_, scope, expected) => expect(offLines(lines, [percent('10', scope)])).toEqual(expected))
})

describe('why a code is refused', () => {
  const refusal = (more: Partial<PromotionRule>, cart: Partial<PromotionCart> = {}) =>
    apply([line(1000)], [percent('10', { code: 'TEN', ...more })], cart).refused[0]?.reason
  test.each<[string | undefined, Partial<PromotionRule>, Partial<PromotionCart>]>([
    [undefined, {}, {}],
    [undefined, { startsAt: now, endsAt: day(1) }, {}],
    ['unknown', {}, { codes: ['ELEVEN'] }],
    ['not_started', { startsAt: day(1) }, {}],
    ['ended', { endsAt: now }, {}],
    ['below_minimum', { minimumTotal: '10.01' }, {}],
    [undefined, { minimumTotal: '10.00' }, {}],
    ['used_up', { usageLimit: 5, usedCount: 5 }, {}],
    [undefined, { usageLimit: 5, usedCount: 4 }, {}],
    ['used_up', { usageLimitPerCustomer: 1 }, { usedByCustomer: new Map([['id-TEN', 1]]) }],
    [undefined, { usageLimitPerCustomer: 1 }, { usedByCustomer: new Map([['id-OTHER', 1]]) }],
    ['not_applicable', { productIds: ['other'] }, {}],
    ['not_applicable', { appliesTo: 'bookings' }, {}],
    ['not_applicable', { kind: 'buyXGetY', buyQuantity: 2, getQuantity: 1 }, {}],
    ['not_applicable', {}, { lines: [] }],
    ['not_applicable', {}, { lines: [line(0)] }],
    ['ended', { endsAt: now, minimumTotal: '99' }, {}],
  ])('%s', (expected, more, cart) => expect(refusal(more, cart)).toBe(expected))

  test('codes are read in any case, and once', () => {
    const outcome = apply([line(1000)], [percent('10', { code: 'ΜΕΛΙ' })], {
      codes: [' μελι ', 'ΜΕΛΙ', 'x', 'X'],
    })
    expect(outcome).toMatchObject({
      lines: [{ discount: 100n }],
      refused: [{ code: 'X', reason: 'unknown' }],
    })
  })

  test('a code that nobody gave does not apply', () =>
    expect(offLines([line(1000)], [percent('10', { code: 'TEN' })], { codes: [] })).toEqual([0]))

  test('an automatic one that does not apply says nothing', () =>
    expect(apply([line(1000)], [percent('10', { endsAt: now })])).toMatchObject({ applied: [], refused: [] }))

  test('the minimum counts what it applies to by kind, before discounts', () => {
    const visit = line(5000, '1', { kind: 'bookings' })
    const promotions = [percent('50', { priority: -1 }), fixed('1', { code: 'MIN', minimumTotal: '10' })]
    expect(apply([line(1000), visit], promotions).refused).toEqual([])
    expect(apply([line(999), visit], promotions).refused).toEqual([{ code: 'MIN', reason: 'below_minimum' }])
  })
})

describe('one that does not stack', () => {
  const alone = (value: string, code: string) => percent(value, { code, isStackable: false })

  test('wins when it saves more than all the others together', () => {
    const outcome = apply([line(1000)], [percent('5'), fixed('1', { code: 'ONE' }), alone('50', 'HALF')])
    expect(outcome).toMatchObject({
      lines: [{ discount: 500n }],
      refused: [{ code: 'ONE', reason: 'not_combinable' }],
    })
  })

  test('gives way when they save more', () => {
    const outcome = apply([line(1000)], [percent('5'), fixed('1', { code: 'ONE' }), alone('10', 'TEN')])
    expect(outcome).toMatchObject({
      lines: [{ discount: 150n }],
      refused: [{ code: 'TEN', reason: 'not_combinable' }],
    })
  })

  test('two of them: the better', () => {
    const outcome = apply([line(1000)], [alone('10', 'TEN'), alone('20', 'TWENTY')])
    expect(outcome).toMatchObject({
      applied: [{ code: 'TWENTY' }],
      refused: [{ code: 'TEN', reason: 'not_combinable' }],
    })
  })
})

test('a cart below zero is refused', () => {
  expect(() => apply([line(-1)], [])).toThrow('below zero')
  expect(() => apply([line(1)], [], { shipping: -1n })).toThrow('below zero')
})
