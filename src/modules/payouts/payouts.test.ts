/** From a delivered part to the bank's file: the ledger, the statement, the payout. */
import { expect, test } from 'vitest'
import { expectOk, type Market, newMarket } from '../../../test/market.ts'
import { newId } from '../../platform/database/columns.ts'
import { writing } from '../../platform/tenancy/change.ts'
import { deliverPart, shipPart } from '../orders/parts.ts'
import { payoutFile } from './api.ts'
import { dayOf, openBalance, trueUp } from './earnings.ts'
import { createPayout, exportPayout, getPayout, listPayouts, ListPayouts, markPaid } from './payouts.ts'
import { createStatements, getStatement, listStatements, ListStatements } from './statements.ts'

/** An order of 100.00 from the first producer, delivered and booked. */
async function earned(market: Market): Promise<string> {
  const cart = await market.cart([{ variantId: await market.variant({ price: '100.00' }), quantity: 1 }], {
    payment: 'cash-on-delivery',
  })
  const order = await market.place(cart)
  expectOk(order)
  const orderId = (order.body as { id: string }).id
  const [part] = await market.shop.sql<{ id: string }>('select id from order_parts where order_id = $1', [
    orderId,
  ])
  const lead = market.shop.as('lead')
  await shipPart(lead, { partId: part!.id })
  await deliverPart(lead, part!.id)
  await trueUp(market.shop.as('system'), { orderId, cause: newId() })
  return orderId
}

const balanceOf = async (market: Market): Promise<string | undefined> =>
  (await writing(market.shop.as('system'), (ctx) => openBalance(ctx, [market.producers[0]])))[0]?.total

const state = (market: Market) => {
  const accountant = market.shop.as('accountant')
  const today = dayOf({ now: accountant.now, organization: accountant.organization })
  return createStatements(accountant, { from: today, to: today })
}

/** What was owed changes sign when more comes back than is sold: as a ledger entry that a statement then holds. */
const owe = (market: Market, orderId: string, amount: string) =>
  market.shop.sql(
    `insert into earnings (tenant_id, id, producer_id, order_id, order_part_id, kind, amount, currency, effect_key, description, earned_on)
     select tenant_id, gen_random_uuid(), producer_id, order_id, order_part_id, 'refund', $2, currency, gen_random_uuid()::text, 'x', earned_on
     from earnings where order_id = $1 limit 1`,
    [orderId, amount],
  )

test('a delivered part earns goods and shipping less commission with VAT, however often it is reckoned', async () => {
  const market = await newMarket()
  const orderId = await earned(market)
  expect(await balanceOf(market)).toBe('91.10')
  await Promise.all(
    Array.from({ length: 5 }, () => trueUp(market.shop.as('system'), { orderId, cause: newId() })),
  )
  expect(await balanceOf(market)).toBe('91.10')
})

test('a statement holds what was open, and made again there is nothing left; its producer reads it, others do not', async () => {
  const [market, other] = [await newMarket(), await newMarket()]
  await earned(market)
  const [statement] = await state(market)
  expect(statement).toMatchObject({ total: '91.10', producerId: market.producers[0] })
  expect(await state(market)).toEqual([])
  expect(await balanceOf(market)).toBeUndefined()

  const mine = market.shop.as('producer', { producerIds: [market.producers[0]] })
  const theirs = market.shop.as('producer', { producerIds: [market.producers[1]] })
  expect((await getStatement(mine, statement!.id)).entries.length).toBeGreaterThan(2)
  await expect(getStatement(theirs, statement!.id)).rejects.toMatchObject({ status: 404 })
  await expect(getStatement(other.shop.as('owner'), statement!.id)).rejects.toMatchObject({ status: 404 })
  expect((await listStatements(theirs, ListStatements.parse({}))).data).toEqual([])
  await expect(createStatements(mine, { from: '2026-01-01', to: '2026-01-31' })).rejects.toMatchObject({
    status: 403,
  })
})

test.each([
  ['ends before it begins', { from: '2026-02-01', to: '2026-01-01' }],
  ['is not over', { from: '2026-01-01', to: '2999-01-01' }],
  ['has no such day', { from: '2026-02-30', to: '2026-03-01' }],
])('a period that %s is refused', async (_, period) => {
  const market = await newMarket()
  await expect(createStatements(market.shop.as('accountant'), period)).rejects.toBeInstanceOf(Error)
})

test('a payout pays statements once, is taken to the bank and marked as paid; each twice is once', async () => {
  const market = await newMarket()
  const accountant = market.shop.as('accountant')
  await earned(market)
  const [statement] = await state(market)
  const pay = () => createPayout(accountant, { statementIds: [statement!.id], executeOn: '2026-12-01' })
  const attempts = await Promise.allSettled(Array.from({ length: 5 }, pay))
  const made = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []))
  expect(made).toHaveLength(1)
  expect(made[0]).toMatchObject({ total: '91.10', count: 1, status: 'draft' })

  const file = await payoutFile(accountant, made[0]!.id)
  expect(file).toContain('<InstdAmt Ccy="EUR">91.10</InstdAmt>')
  expect(file).toContain('<CtrlSum>91.10</CtrlSum>')
  for (const [step, status] of [
    [exportPayout, 'exported'],
    [markPaid, 'paid'],
  ] as const)
    for (let time = 0; time < 2; time++) expect(await step(accountant, made[0]!.id)).toMatchObject({ status })
  expect(await exportPayout(accountant, made[0]!.id)).toMatchObject({ status: 'paid' })
  expect(await market.shop.auditOf(made[0]!.id)).toEqual(['payout.create', 'payout.send', 'payout.pay'])
})

test('what a producer owes is taken off what is paid; who owes more than is owed waits', async () => {
  const market = await newMarket()
  const accountant = market.shop.as('accountant')
  const orderId = await earned(market)
  const [first] = await state(market)
  await owe(market, orderId, '-30.00')
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  const [second] = await createStatements(accountant, {
    from: yesterday,
    to: dayOf({ now: accountant.now, organization: accountant.organization }),
  })
  expect(second!.total).toBe('-30.00')
  await expect(
    createPayout(accountant, { statementIds: [second!.id], executeOn: '2026-12-01' }),
  ).rejects.toMatchObject({ code: 'nothing_to_pay' })
  const payout = await createPayout(accountant, {
    statementIds: [first!.id, second!.id],
    executeOn: '2026-12-01',
  })
  expect(payout.total).toBe('61.10')
  const file = await payoutFile(accountant, payout.id)
  expect(file.match(/<CdtTrfTxInf>/g)).toHaveLength(1)
  expect(file).toContain('<InstdAmt Ccy="EUR">61.10</InstdAmt>')
})

test('without the right, in another organisation, or without an IBAN nothing is paid', async () => {
  const [market, other] = [await newMarket(), await newMarket()]
  await earned(market)
  const [statement] = await state(market)
  const wish = { statementIds: [statement!.id], executeOn: '2026-12-01' }
  for (const role of ['lead', 'producer', 'customer'] as const)
    await expect(createPayout(market.shop.as(role), wish)).rejects.toMatchObject({ status: 403 })
  await expect(createPayout(other.shop.as('owner'), wish)).rejects.toMatchObject({ code: 'not_open' })
  await market.shop.sql('update producers set iban = null')
  await expect(createPayout(market.shop.as('owner'), wish)).rejects.toMatchObject({ code: 'iban_missing' })
  await expect(getPayout(market.shop.as('owner'), newId())).rejects.toMatchObject({ status: 404 })
  expect((await listPayouts(market.shop.as('owner'), ListPayouts.parse({}))).data).toEqual([])
})
