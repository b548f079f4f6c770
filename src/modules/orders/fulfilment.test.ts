/** What producers and the house do with a placed order, and what its buyer sends back. */
import { expect, test } from 'vitest'
import { expectOk, imbalances, type Market, newMarket } from '../../../test/market.ts'
import { writing } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { cancelOrder } from './cancel.ts'
import { linesOf, type OrderLine, partsOf } from './find.ts'
import { acceptPart, deliverPart, getPart, listParts, packPart, shipPart } from './parts.ts'
import { approveReturn, listReturns, receiveReturn, refuseReturn, requestReturn } from './returns.ts'
import { ListParts, ListReturns } from './shapes.ts'

type Placed = {
  market: Market
  orderId: string
  partIds: [string, string]
  lines: OrderLine[]
  buyer: Context
}

/** An order paid at the door: three bottles of the first producer, one jar of the second. */
async function placed(): Promise<Placed> {
  const market = await newMarket()
  const person = await market.api.signUp('customer')
  const cart = await market.cart(
    [
      { variantId: await market.variant({ price: '10.00', producer: 0 }), quantity: 3 },
      { variantId: await market.variant({ price: '7.00', producer: 1 }), quantity: 1 },
    ],
    { as: person, payment: 'cash-on-delivery' },
  )
  const order = await market.place(cart, { as: person })
  expectOk(order)
  const orderId = (order.body as { id: string }).id
  const [lines, parts] = await writing(market.shop.as('system'), (ctx) =>
    Promise.all([linesOf(ctx, orderId), partsOf(ctx, orderId)]),
  )
  const partIds = market.producers.map((id) => parts.find((part) => part.producerId === id)!.id)
  return {
    market,
    orderId,
    partIds: partIds as [string, string],
    lines: lines.toSorted((a, b) => b.quantity - a.quantity),
    buyer: market.shop.as('customer', { userId: person.userId }),
  }
}

const producerOf = ({ market }: Placed, which: 0 | 1) =>
  market.shop.as('producer', { producerIds: [market.producers[which]] })

const statusOf = async ({ market, orderId }: Placed) =>
  (await market.shop.sql<{ status: string }>('select status from orders where id = $1', [orderId]))[0]!.status

async function delivered(): Promise<Placed> {
  const order = await placed()
  const lead = order.market.shop.as('lead')
  for (const partId of order.partIds) {
    await shipPart(lead, { partId })
    await deliverPart(lead, partId)
  }
  return order
}

test('a part is accepted, packed, shipped and delivered, each once, and the order follows', async () => {
  const order = await placed()
  const [oil, honey] = [producerOf(order, 0), producerOf(order, 1)]
  const [partId] = order.partIds
  for (const step of [
    () => acceptPart(oil, partId),
    () => packPart(oil, partId),
    () => shipPart(oil, { partId, carrier: 'ACS', trackingNumber: '123' }),
    () => deliverPart(oil, partId),
  ]) {
    const first = await step()
    expect(await step()).toEqual(first)
  }
  expect(await order.market.shop.auditOf(partId)).toEqual([
    'order-part.accept',
    'order-part.pack',
    'order-part.ship',
    'order-part.deliver',
  ])
  expect(await statusOf(order)).not.toBe('delivered')
  await shipPart(honey, { partId: order.partIds[1] })
  await deliverPart(honey, order.partIds[1])
  expect(await statusOf(order)).toBe('delivered')
})

test("another producer's part, and another organisation's, is not there; a role that sends nothing is refused", async () => {
  const order = await placed()
  const other = await newMarket()
  const [partId] = order.partIds
  for (const stranger of [
    producerOf(order, 1),
    order.buyer,
    order.market.shop.as('guest'),
    other.shop.as('owner'),
  ]) {
    for (const act of [acceptPart, packPart, deliverPart, getPart])
      await expect(act(stranger, partId)).rejects.toMatchObject({ status: 404 })
    await expect(shipPart(stranger, { partId })).rejects.toMatchObject({ status: 404 })
  }
  await expect(acceptPart(order.market.shop.as('member'), partId)).rejects.toMatchObject({ status: 403 })
  const seen = async (who: Context) =>
    (await listParts(who, ListParts.parse({}))).data.map(({ part }) => part.id)
  expect(await seen(producerOf(order, 0))).toEqual([partId])
  expect(await seen(order.market.shop.as('customer'))).toEqual([])
  expect(await seen(other.shop.as('owner'))).toEqual([])
})

test('what is not paid and not paid at the door does not leave', async () => {
  const market = await newMarket()
  const cart = await market.cart([{ variantId: await market.variant(), quantity: 1 }])
  expectOk(await market.place(cart))
  const [part] = await market.shop.sql<{ id: string }>('select id from order_parts')
  await expect(packPart(market.shop.as('lead'), part!.id)).rejects.toMatchObject({ code: 'not_paid' })
  await expect(shipPart(market.shop.as('lead'), { partId: part!.id })).rejects.toMatchObject({
    code: 'not_paid',
  })
  await expect(deliverPart(market.shop.as('lead'), part!.id)).rejects.toMatchObject({ code: 'wrong_state' })
})

test('some bottles now and the rest later: the part is shipped when its last has gone', async () => {
  const order = await placed()
  const oil = producerOf(order, 0)
  const [partId] = order.partIds
  const lineId = order.lines[0]!.id
  expect(await shipPart(oil, { partId, lines: [{ lineId, quantity: 2 }] })).toMatchObject({
    status: 'packed',
  })
  await expect(shipPart(oil, { partId, lines: [{ lineId, quantity: 2 }] })).rejects.toMatchObject({
    code: 'too_many',
  })
  await expect(
    shipPart(oil, { partId, lines: [{ lineId: order.lines[1]!.id, quantity: 1 }] }),
  ).rejects.toMatchObject({ status: 422 })
  expect(await shipPart(oil, { partId })).toMatchObject({ status: 'shipped' })
  const [sum] = await order.market.shop.sql<{ n: number }>(
    "select sum((line->>'quantity')::int)::int as n from shipments s, jsonb_array_elements(s.lines) line where s.order_part_id = $1",
    [partId],
  )
  expect(sum!.n).toBe(3)
})

test('the rest of a part that has left in part is cancelled: what left counts as all of it', async () => {
  const order = await placed()
  const lead = order.market.shop.as('lead')
  const [partId] = order.partIds
  const lineId = order.lines[0]!.id
  await shipPart(lead, { partId, lines: [{ lineId, quantity: 2 }] })
  await cancelOrder(lead, { orderId: order.orderId, lines: [{ lineId, quantity: 1 }] })
  expect((await getPart(lead, partId)).part).toMatchObject({ status: 'shipped' })
  expect(await deliverPart(lead, partId)).toMatchObject({ status: 'delivered' })
  expect(await imbalances(order.market.shop)).toEqual([])
})

test('one line is cancelled: its stock is back and its worth no longer owed; too many is refused', async () => {
  const order = await placed()
  const lead = order.market.shop.as('lead')
  const { orderId, lines } = order
  const cancel = (quantity: number) =>
    cancelOrder(lead, { orderId, lines: [{ lineId: lines[0]!.id, quantity }] })
  expect(await cancel(1)).toMatchObject({ adjusted: '10.00' })
  await expect(cancel(3)).rejects.toMatchObject({ code: 'too_many' })
  expect(await cancel(2)).toMatchObject({ adjusted: '30.00' })
  expect(await order.market.stockOf(lines[0]!.variantId)).toBe(10)
  expect((await getPart(lead, order.partIds[0])).part.status).toBe('cancelled')
  await expect(
    cancelOrder(order.market.shop.as('customer'), { orderId, reason: 'Not mine' }),
  ).rejects.toMatchObject({ status: 404 })
  await expect(cancelOrder(order.market.shop.as('member'), { orderId })).rejects.toMatchObject({
    status: 403,
  })
})

test('a return is asked for, approved, received and restocked; each twice is once', async () => {
  const order = await delivered()
  const { market, orderId, buyer, lines } = order
  const lead = market.shop.as('lead')
  const line = lines[0]!
  const asked = await requestReturn(buyer, {
    orderId,
    reason: 'damaged',
    lines: [{ lineId: line.id, quantity: 2 }],
  })
  await expect(
    requestReturn(buyer, { orderId, reason: 'other', lines: [{ lineId: line.id, quantity: 2 }] }),
  ).rejects.toMatchObject({ code: 'too_many' })
  for (let time = 0; time < 2; time++) expect((await approveReturn(lead, asked.id)).status).toBe('approved')
  await expect(refuseReturn(lead, { returnId: asked.id, answer: 'No' })).rejects.toMatchObject({
    code: 'wrong_state',
  })
  const before = await market.stockOf(line.variantId)
  for (let time = 0; time < 2; time++)
    expect((await receiveReturn(lead, { returnId: asked.id, restock: [line.id] })).status).toBe('received')
  expect(await market.stockOf(line.variantId)).toBe(before + 2)
  expect(await imbalances(market.shop)).toEqual([])
  expect(await market.shop.auditOf(asked.id)).toEqual(['return.request', 'return.approve', 'return.receive'])
})

test('strangers return nothing, roles without the right decide nothing, and another organisation sees none of it', async () => {
  const order = await delivered()
  const other = await newMarket()
  const { market, orderId, buyer, lines } = order
  const wish = { orderId, reason: 'other' as const, lines: [{ lineId: lines[0]!.id, quantity: 1 }] }
  await expect(requestReturn(market.shop.as('customer'), wish)).rejects.toMatchObject({ status: 404 })
  await expect(requestReturn(market.shop.as('member'), wish)).rejects.toMatchObject({ status: 403 })
  await expect(requestReturn(other.shop.as('owner'), wish)).rejects.toMatchObject({ status: 404 })
  const asked = await requestReturn(buyer, wish)
  for (const who of [buyer, market.shop.as('member'), producerOf(order, 0)]) {
    await expect(approveReturn(who, asked.id)).rejects.toMatchObject({ status: 403 })
    await expect(receiveReturn(who, { returnId: asked.id })).rejects.toMatchObject({ status: 403 })
    await expect(listReturns(who, ListReturns.parse({}))).rejects.toMatchObject({ status: 403 })
  }
  await expect(approveReturn(other.shop.as('owner'), asked.id)).rejects.toMatchObject({ status: 404 })
  expect((await listReturns(other.shop.as('owner'), ListReturns.parse({}))).data).toEqual([])
})

test('the buyer has fourteen days, the house is not bound by them; what never left cannot come back', async () => {
  const order = await delivered()
  const { orderId, lines, market } = order
  const wish = { orderId, reason: 'changed_mind' as const, lines: [{ lineId: lines[0]!.id, quantity: 1 }] }
  const late = new Date(Date.now() + 15 * 86_400_000)
  await expect(requestReturn({ ...order.buyer, now: late }, wish)).rejects.toMatchObject({ code: 'too_late' })
  expect((await requestReturn({ ...market.shop.as('lead'), now: late }, wish)).status).toBe('requested')
  const fresh = await placed()
  await expect(
    requestReturn(fresh.buyer, {
      ...wish,
      orderId: fresh.orderId,
      lines: [{ lineId: fresh.lines[0]!.id, quantity: 1 }],
    }),
  ).rejects.toMatchObject({ code: 'not_shipped' })
})
