import { expect, test } from 'vitest'
import { address, newMarket } from '../../../test/market.ts'
import { newId } from '../../platform/database/columns.ts'
import { writing } from '../../platform/tenancy/change.ts'
import {
  addLine,
  claimCart,
  createCart,
  findOpenCart,
  getCart,
  linesOfCart,
  updateCart,
  updateLine,
} from './carts.ts'

const guestCart = async (market: Awaited<ReturnType<typeof newMarket>>) => {
  const { cart, token } = await createCart(market.shop.as('guest'))
  return { cartId: cart.id, token }
}

const quantitiesOf = async (market: Awaited<ReturnType<typeof newMarket>>, cartId: string) =>
  (await writing(market.shop.as('system'), (ctx) => linesOfCart(ctx, cartId))).map((line) => line.quantity)

test('a guest fills a cart with the token and nobody else sees it', async () => {
  const [market, other] = [await newMarket(), await newMarket()]
  const key = await guestCart(market)
  const variantId = await market.variant({ stock: 5 })
  await addLine(market.shop.as('guest'), { ...key, variantId, quantity: 2 })
  await addLine(market.shop.as('guest'), { ...key, variantId, quantity: 1 })
  expect(await quantitiesOf(market, key.cartId)).toEqual([3])

  const strangers = [
    getCart(market.shop.as('guest'), { cartId: key.cartId }),
    getCart(market.shop.as('guest'), { cartId: key.cartId, token: 'guessed' }),
    getCart(market.shop.as('customer'), { cartId: key.cartId }),
    getCart(market.shop.as('admin'), { cartId: key.cartId }),
    getCart(other.shop.as('guest'), key),
    addLine(other.shop.as('guest'), { ...key, variantId, quantity: 1 }),
    updateCart(market.shop.as('customer'), { cartId: key.cartId, email: 'thief@example.gr' }),
  ]
  for (const outcome of await Promise.allSettled(strangers))
    expect(outcome).toMatchObject({ status: 'rejected', reason: { status: 404 } })
})

test('more than there is, and what is not for sale, is refused and changes nothing', async () => {
  const [market, other] = [await newMarket(), await newMarket()]
  const key = await guestCart(market)
  const guest = market.shop.as('guest')
  const variantId = await market.variant({ stock: 2 })
  await addLine(guest, { ...key, variantId, quantity: 2 })
  await expect(addLine(guest, { ...key, variantId, quantity: 1 })).rejects.toMatchObject({
    code: 'out_of_stock',
    extra: { details: { lines: [{ requested: 3, available: 2 }] } },
  })
  const [line] = await writing(market.shop.as('system'), (ctx) => linesOfCart(ctx, key.cartId))
  await expect(updateLine(guest, { ...key, lineId: line!.id, quantity: 9 })).rejects.toMatchObject({
    code: 'out_of_stock',
  })
  expect(await quantitiesOf(market, key.cartId)).toEqual([2])

  for (const unknown of [newId(), await other.variant()])
    await expect(addLine(guest, { ...key, variantId: unknown, quantity: 1 })).rejects.toMatchObject({
      status: 422,
    })
  await market.shop.sql("update products set status = 'draft'")
  await expect(addLine(guest, { ...key, variantId, quantity: 1 })).rejects.toMatchObject({ status: 422 })
})

test('a line is changed, and taken out by zero; taking it out again says it is not there', async () => {
  const market = await newMarket()
  const key = await guestCart(market)
  const guest = market.shop.as('guest')
  await addLine(guest, { ...key, variantId: await market.variant({ stock: 9 }), quantity: 4 })
  const [line] = await writing(market.shop.as('system'), (ctx) => linesOfCart(ctx, key.cartId))
  await updateLine(guest, { ...key, lineId: line!.id, quantity: 6 })
  expect(await quantitiesOf(market, key.cartId)).toEqual([6])
  await updateLine(guest, { ...key, lineId: line!.id, quantity: 0 })
  expect(await quantitiesOf(market, key.cartId)).toEqual([])
  await expect(updateLine(guest, { ...key, lineId: line!.id, quantity: 0 })).rejects.toMatchObject({
    status: 404,
  })
})

test("signing in merges: the guest's cart takes in what the person had, and claiming twice adds nothing", async () => {
  const market = await newMarket()
  const me = market.shop.as('customer')
  const [oil, honey] = [await market.variant({ stock: 9 }), await market.variant({ stock: 9 })]
  const mine = await createCart(me)
  await addLine(me, { cartId: mine.cart.id, variantId: oil, quantity: 1 })
  await addLine(me, { cartId: mine.cart.id, variantId: honey, quantity: 2 })
  const key = await guestCart(market)
  await addLine(market.shop.as('guest'), { ...key, variantId: oil, quantity: 3 })

  const claimed = await claimCart(me, key)
  expect(claimed).toMatchObject({ id: key.cartId, userId: me.actor.userId })
  expect((await quantitiesOf(market, key.cartId)).toSorted()).toEqual([2, 4])
  expect((await claimCart(me, key)).version).toBe(claimed.version)
  expect((await findOpenCart(me))?.id).toBe(key.cartId)
  await expect(claimCart(market.shop.as('guest'), key)).rejects.toMatchObject({ status: 409 })

  const thief = market.shop.as('customer')
  await expect(claimCart(thief, { cartId: key.cartId })).rejects.toMatchObject({ status: 404 })
})

test('one open cart a person, on however many devices it is opened at once', async () => {
  const market = await newMarket()
  const me = market.shop.as('customer')
  const opened = await Promise.all(Array.from({ length: 10 }, () => createCart(me)))
  expect(new Set(opened.map(({ cart }) => cart.id)).size).toBe(1)
})

test('a cart that became an order takes nothing more', async () => {
  const market = await newMarket()
  const variantId = await market.variant()
  const cart = await market.cart([{ variantId, quantity: 1 }])
  expect((await market.place(cart)).status).toBe(201)
  const key = { cartId: cart.id, token: cart.token }
  for (const late of [
    addLine(market.shop.as('guest'), { ...key, variantId, quantity: 1 }),
    updateCart(market.shop.as('guest'), { ...key, note: 'And a bow' }),
  ])
    await expect(late).rejects.toMatchObject({ code: 'cart_closed' })
})

test.each([
  ['an address without a street', { shippingAddress: { ...address, line1: '' } }],
  ['a country that is none', { shippingAddress: { ...address, country: 'Greece' } }],
  ['an e-mail that is none', { email: 'maria' }],
  ['a provider that is none', { paymentProvider: 'barter' }],
  ['a field that is not ours', { total: '0.00' }],
])('%s is refused', async (_, fields) => {
  const market = await newMarket()
  const opened = await market.api.post<{ id: string; token: string }>('/carts', {})
  const reply = await market.api.patch(`/carts/${opened.body.id}`, fields, {
    headers: { 'Stoa-Cart': opened.body.token },
  })
  expect(reply.status).toBe(422)
})
