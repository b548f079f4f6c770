import { expect, test } from 'vitest'
import { newMarket } from '../../../test/market.ts'
import { newShop } from '../../../test/world.ts'
import { newId } from '../../platform/database/columns.ts'
import {
  createPromotion,
  deletePromotion,
  getPromotion,
  listPromotions,
  ListPromotions,
  updatePromotion,
} from './promotions.ts'

const tenPercent = {
  kind: 'percent',
  value: '10',
  code: 'spring',
  name: { el: 'Άνοιξη', en: 'Spring' },
} as const

test('a promotion is made, found, changed and deleted; each is audited', async () => {
  const shop = await newShop()
  const admin = shop.as('admin')
  const made = await createPromotion(admin, tenPercent)
  expect(made).toMatchObject({ code: 'SPRING', value: '10.0000' })
  const codes = async (q?: string) =>
    (await listPromotions(admin, ListPromotions.parse({ q }))).data.map(({ code }) => code)
  expect(await codes('άνοιξη')).toEqual(['SPRING'])
  expect(await codes('%')).toEqual([])

  const after = await updatePromotion(admin, { promotionId: made.id, isPaused: true }, made.version)
  expect(after.pausedAt).not.toBeNull()
  await expect(
    updatePromotion(admin, { promotionId: made.id, isPaused: false }, made.version),
  ).rejects.toMatchObject({ status: 412 })
  await deletePromotion(admin, made.id)
  await expect(deletePromotion(admin, made.id)).rejects.toMatchObject({ status: 404 })
  expect(await shop.auditOf(made.id)).toEqual(['promotion.create', 'promotion.update', 'promotion.delete'])
})

test('the same code twice is a conflict that names the field, also when both come at once', async () => {
  const shop = await newShop()
  const attempts = await Promise.allSettled(
    Array.from({ length: 5 }, () => createPromotion(shop.as('admin'), tenPercent)),
  )
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(createPromotion(shop.as('admin'), { ...tenPercent, code: 'SPRING' })).rejects.toMatchObject({
    code: 'duplicate',
    extra: { errors: [{ pointer: '/code' }] },
  })
})

test('roles without the right are refused, and another organisation sees and reaches none of it', async () => {
  const [shop, other] = [await newShop(), await newShop()]
  const { id } = await createPromotion(shop.as('admin'), tenPercent)
  for (const role of ['customer', 'producer', 'member', 'lead', 'accountant', 'guest'] as const) {
    const status = role === 'guest' ? 401 : 403
    await expect(createPromotion(shop.as(role), tenPercent)).rejects.toMatchObject({ status })
    await expect(updatePromotion(shop.as(role), { promotionId: id, value: '99' })).rejects.toMatchObject({
      status,
    })
    await expect(deletePromotion(shop.as(role), id)).rejects.toMatchObject({ status })
  }
  const owner = other.as('owner')
  await expect(getPromotion(owner, id)).rejects.toMatchObject({ status: 404 })
  await expect(updatePromotion(owner, { promotionId: id, value: '99' })).rejects.toMatchObject({
    status: 404,
  })
  await expect(deletePromotion(owner, id)).rejects.toMatchObject({ status: 404 })
  expect((await listPromotions(owner, ListPromotions.parse({}))).data).toEqual([])
})

test.each([
  ['more than a hundred percent', { kind: 'percent', value: '101' }],
  ['no percent at all', { kind: 'percent', value: '0' }],
  ['a fixed nothing', { kind: 'fixed' }],
  ['buy without saying how many', { kind: 'buyXGetY', getQuantity: 1 }],
  ['free without saying how many', { kind: 'buyXGetY', buyQuantity: 1 }],
  [
    'an end before the start',
    { kind: 'percent', value: '5', startsAt: '2026-05-02T00:00:00Z', endsAt: '2026-05-01T00:00:00Z' },
  ],
  ["somebody else's product", { kind: 'percent', value: '5', productIds: [newId()] }],
  ['a limit of nothing', { kind: 'percent', value: '5', usageLimit: 0 }],
] as const)('%s is refused', async (_, fields) => {
  const shop = await newShop()
  await expect(createPromotion(shop.as('admin'), fields as never)).rejects.toBeInstanceOf(Error)
})

test('a code works from its start to its end and not while it is paused', async () => {
  const market = await newMarket()
  const admin = market.shop.as('admin')
  const variantId = await market.variant({ price: '20.00' })
  const [startsAt, endsAt] = ['2026-05-01T00:00:00.000Z', '2026-05-31T00:00:00.000Z']
  const { id } = await createPromotion(admin, { ...tenPercent, startsAt, endsAt })
  const cart = await market.cart([{ variantId, quantity: 1 }], { codes: ['SPRING'] })
  const discountAt = async (now: string) =>
    (
      await market.api.get<{ totals: { discount: { amount: string } } }>(`/carts/${cart.id}`, {
        headers: { 'Stoa-Cart': cart.token },
        now,
      })
    ).body.totals.discount.amount
  expect(await discountAt('2026-04-30T23:59:59Z')).toBe('0.00')
  expect(await discountAt(startsAt)).toBe('2.00')
  expect(await discountAt('2026-05-30T23:59:59Z')).toBe('2.00')
  expect(await discountAt(endsAt)).toBe('0.00')
  await updatePromotion(admin, { promotionId: id, isPaused: true })
  expect(await discountAt('2026-05-15T00:00:00Z')).toBe('0.00')
})

test('a limit per customer holds, and a used promotion cannot be deleted', async () => {
  const market = await newMarket()
  const admin = market.shop.as('admin')
  const { id } = await createPromotion(admin, { ...tenPercent, usageLimitPerCustomer: 1 })
  const buy = async (email: string) => {
    const cart = await market.cart([{ variantId: await market.variant({ price: '20.00' }), quantity: 1 }], {
      codes: ['SPRING'],
      email,
    })
    return market.place(cart)
  }
  const first = await buy('maria@example.gr')
  expect(first.body).toMatchObject({ totals: { discount: { amount: '2.00' } } })
  const second = await buy('Maria@Example.gr')
  expect(second.status === 409 || JSON.stringify(second.body).includes('"discount":{"amount":"0.00"')).toBe(
    true,
  )
  expect((await buy('eleni@example.gr')).body).toMatchObject({ totals: { discount: { amount: '2.00' } } })
  await expect(deletePromotion(admin, id)).rejects.toMatchObject({ code: 'in_use' })
})
