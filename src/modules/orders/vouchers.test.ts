import { afterAll, beforeAll, expect, test } from 'vitest'
import { newMarket } from '../../../test/market.ts'
import type { Services } from '../../platform/tenancy/context.ts'
import { createShippingMethod } from '../shipping/methods.ts'
import { startAcsTwin, type AcsTwin } from '../shipping/twins/acs-twin.ts'
import { packPart, shipPart } from './parts.ts'
import { prepareParcel, trackParcels } from './vouchers.ts'

let twin: AcsTwin
beforeAll(async () => {
  twin = await startAcsTwin({ stageEveryMs: null })
})
afterAll(() => twin.stop())

test('a packed part gets one voucher and label; shipping uses it; its arrival delivers the part', async () => {
  const market = await newMarket()
  const { shop } = market
  ;(shop.services as { -readonly [K in keyof Services]: Services[K] }).twins = { acs: twin.settings }
  const method = await createShippingMethod(shop.as('admin'), {
    code: 'acs',
    provider: 'acs',
    name: 'ACS',
    rates: [{ zone: 'athens', brackets: [{ upToGrams: 5000, price: '3.90' }] }],
  })
  const cart = await market.cart([{ variantId: await market.variant(), quantity: 1 }], {
    payment: 'cash-on-delivery',
  })
  const changed = await market.api.patch<{ totals: { total: { amount: string } } }>(
    `/carts/${cart.id}`,
    { shippingMethodId: method.id },
    { headers: { 'Stoa-Cart': cart.token } },
  )
  expect((await market.place({ ...cart, total: changed.body.totals.total.amount })).status).toBe(201)
  const [part] = await shop.sql<{ id: string }>('select id from order_parts')

  const lead = shop.as('lead')
  await packPart(lead, part!.id)
  await prepareParcel(shop.as('system'), part!.id)
  await prepareParcel(shop.as('system'), part!.id)
  const parcels = () =>
    shop.sql<{ status: string; tracking_number: string; label_file_id: string }>(
      'select status, tracking_number, label_file_id from shipments',
    )
  const [prepared, ...more] = await parcels()
  expect(more).toEqual([])
  expect(prepared).toMatchObject({ status: 'preparing', tracking_number: expect.stringMatching(/^\d{10}$/) })
  expect(prepared!.label_file_id).not.toBeNull()

  await shipPart(lead, { partId: part!.id })
  expect(await parcels()).toEqual([{ ...prepared, status: 'shipped' }])

  while (twin.control.world.advance(prepared!.tracking_number));
  await trackParcels(shop.as('system'))
  expect((await shop.sql<{ status: string }>('select status from order_parts'))[0]!.status).toBe('delivered')
  expect((await parcels())[0]!.status).toBe('delivered')
})

test('what the courier does not take is told once and left to people, not tried again', async () => {
  const market = await newMarket()
  const { shop } = market
  ;(shop.services as { -readonly [K in keyof Services]: Services[K] }).twins = { acs: twin.settings }
  const method = await createShippingMethod(shop.as('admin'), {
    code: 'acs',
    provider: 'acs',
    name: 'ACS',
    rates: [{ zone: 'athens', brackets: [{ upToGrams: 5000, price: '3.90' }] }],
  })
  const cart = await market.cart([{ variantId: await market.variant(), quantity: 1 }], {
    payment: 'cash-on-delivery',
  })
  const changed = await market.api.patch<{ totals: { total: { amount: string } } }>(
    `/carts/${cart.id}`,
    { shippingMethodId: method.id },
    { headers: { 'Stoa-Cart': cart.token } },
  )
  await market.place({ ...cart, total: changed.body.totals.total.amount })
  const [part] = await shop.sql<{ id: string }>('select id from order_parts')
  await packPart(shop.as('lead'), part!.id)
  await shop.sql(`update orders set shipping_address = shipping_address || '{"country": "DE"}'`)

  await prepareParcel(shop.as('system'), part!.id)
  await prepareParcel(shop.as('system'), part!.id)
  expect(await shop.sql('select failure, tracking_number from shipments')).toEqual([
    { failure: 'ACS takes vouchers for Greece and Cyprus only.', tracking_number: null },
  ])
  expect(await shop.sql(`select action from audit where action = 'shipment.update'`)).toHaveLength(1)

  await shipPart(shop.as('lead'), { partId: part!.id, carrier: 'DHL', trackingNumber: 'JD0142' })
  expect((await shop.sql<{ status: string }>('select status from order_parts'))[0]!.status).toBe('shipped')
})
