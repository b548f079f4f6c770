import { expect, test } from 'vitest'
import { newMarket } from '../../../test/market.ts'
import { unzip } from '../../../test/unzip.ts'

const linesOf = (text: string) => text.replace('\ufeff', '').trim().split('\r\n')

test('orders leave as CSV with the list’s own filters, formulas disarmed', async () => {
  const market = await newMarket()
  const admin = await market.api.signUp('admin')
  const variantId = await market.variant()
  const cart = await market.cart([{ variantId, quantity: 2 }], { email: 'a@test.example' })
  await market.place(cart)
  await market.shop.sql(`update orders set billing_address = billing_address || '{"name": "=1+1"}'`)

  const all = await market.api.get('/orders.csv?view=all', { as: admin })
  expect(all.status).toBe(200)
  expect(all.headers.get('content-type')).toContain('text/csv')
  const [header, row, ...rest] = linesOf(all.text)
  expect(header).toMatch(/^number,placedAt,status,customer,/)
  expect(row).toContain(`'=1+1`)
  expect(rest).toEqual([])

  expect(
    linesOf((await market.api.get('/orders.csv?view=all&payment=waiting', { as: admin })).text),
  ).toHaveLength(2)
  expect(
    linesOf((await market.api.get('/orders.csv?view=all&payment=paid', { as: admin })).text),
  ).toHaveLength(1)
  expect((await market.api.get('/orders.csv?nonsense=1', { as: admin })).status).toBe(422)
})

test('a customer’s file holds their own orders, a producer’s their own parts, a guest gets none', async () => {
  const market = await newMarket()
  const customer = await market.api.signUp('customer')
  const producer = await market.api.signUp('producer', { producerIds: [market.producers[1]] })
  const variantId = await market.variant({ producer: 0 })
  await market.place(await market.cart([{ variantId, quantity: 1 }]))

  expect(linesOf((await market.api.get('/orders.csv?view=all', { as: customer })).text)).toHaveLength(1)
  expect(linesOf((await market.api.get('/order-parts.csv', { as: producer })).text)).toHaveLength(1)
  expect((await market.api.get('/order-parts.csv', { as: customer })).status).toBe(403)
  expect((await market.api.get('/orders.csv')).status).toBe(401)
  expect((await market.api.get('/returns.csv', { as: producer })).status).toBe(403)
})

test('what waits to leave comes oldest first and only when it may leave', async () => {
  const market = await newMarket()
  const producer = await market.api.signUp('producer', { producerIds: [market.producers[0]] })
  const variantId = await market.variant({ producer: 0 })
  const place = async (payment: string) =>
    (await market.place(await market.cart([{ variantId, quantity: 1 }], { payment }))).body as {
      number: string
    }
  const first = await place('cash-on-delivery')
  await place('bank-transfer')
  const third = await place('cash-on-delivery')

  const list = async (query: string) =>
    (
      await market.api.get<{ data: { number: string }[]; page: { next: string | null } }>(
        `/order-parts?${query}`,
        { as: producer },
      )
    ).body
  expect((await list('view=toSend')).data.map(({ number }) => number.slice(0, -2))).toEqual([
    first.number,
    third.number,
  ])
  const page = await list('view=toSend&limit=1')
  expect((await list(`view=toSend&limit=1&cursor=${page.page.next}`)).data[0]!.number).toContain(third.number)
  expect((await list('')).data).toHaveLength(3)
})

test('the same rows leave as a spreadsheet, headed in the reader’s language, formulas disarmed', async () => {
  const market = await newMarket()
  const admin = await market.api.signUp('admin')
  const variantId = await market.variant()
  await market.place(await market.cart([{ variantId, quantity: 2 }], { email: 'a@test.example' }))
  await market.shop.sql(`update orders set billing_address = billing_address || '{"name": "=1+1"}'`)

  const file = await market.api.get('/orders.xlsx?view=all', {
    as: admin,
    headers: { 'Accept-Language': 'el' },
  })
  expect(file.headers.get('content-type')).toContain('spreadsheetml.sheet')
  expect(file.headers.get('content-disposition')).toContain('orders.xlsx')
  const sheet = unzip(file.bytes).get('xl/worksheets/sheet1.xml')!
  expect(sheet).toContain('>Πελάτης<')
  expect(sheet).toContain('=1+1')
  expect(sheet).not.toContain('<f>')
  expect(sheet.match(/<row /g)).toHaveLength(2)
  expect((await market.api.get('/orders.xlsx?nonsense=1', { as: admin })).status).toBe(422)
})
