import { afterEach, beforeEach, expect, test } from 'vitest'
import { serveTwin } from '../../../platform/twins/serve.ts'
import { type EltaTwin, startEltaTwin } from '../twins/elta-twin.ts'
import { elta, isEltaNumber } from './elta.ts'
import type { NewVoucher, ShippingProvider } from './provider.ts'

let now: Date
let twin: EltaTwin
let provider: ShippingProvider

beforeEach(async () => {
  now = new Date('2026-01-12T09:00:00Z')
  twin = await startEltaTwin({ stageEveryMs: null, now: () => now })
  provider = elta({ ...twin.settings, pauseMs: 5, timeoutMs: 5000 })
})
afterEach(() => twin.stop())

const voucher = (
  changes: Partial<NewVoucher> = {},
  recipient: Partial<NewVoucher['recipient']> = {},
): NewVoucher => ({
  reference: '2026-0007-1',
  pickupOn: '2026-01-12',
  senderName: 'Μέλια & Σία',
  recipient: {
    name: 'Γιώργος <Α&Β>',
    line1: 'Ερμού 45',
    city: 'Νάξος',
    postalCode: '843 00',
    country: 'GR',
    phone: '2285012345',
    ...recipient,
  },
  pieces: 1,
  weightGrams: 2345,
  cashOnDelivery: null,
  ...changes,
})

test('voucher, label, journey: the service speaks in padded fields and answers in prefixed XML', async () => {
  const made = await provider.createVoucher(voucher({ cashOnDelivery: { amount: '123.1', currency: 'EUR' } }))
  expect(isEltaNumber(made.voucherNumber)).toBe(true)
  expect(twin.control.world.state.parcels[made.voucherNumber]).toMatchObject({
    weight: '2.345',
    cashOnDelivery: '123.10',
    recipient: { name: 'Γιώργος <Α&Β>', postalCode: '84300', phone: '2285012345' },
  })
  expect(Buffer.from(await provider.printLabel(made.voucherNumber)).toString('latin1')).toMatch(/^%PDF-1/)
  expect(await provider.track(made.voucherNumber)).toMatchObject({
    state: 'created',
    events: [{ at: '2026-01-12T09:00:00Z', state: 'created' }],
  })

  const states = []
  for (let hour = 10; hour <= 14; hour++) {
    now = new Date(`2026-01-12T${hour}:00:00Z`)
    twin.control.world.advance(made.voucherNumber)
    states.push((await provider.track(made.voucherNumber)).state)
  }
  expect(states).toEqual(['picked_up', 'in_transit', 'in_transit', 'out_for_delivery', 'delivered'])
  const tracked = await provider.track(made.voucherNumber)
  expect(tracked).toMatchObject({ deliveredAt: '2026-01-12T14:00:00Z', receivedBy: 'ΓΙΩΡΓΟΣ <Α&Β>' })
  expect(tracked.events.map((event) => event.at)).toEqual(tracked.events.map((event) => event.at).toSorted())
})

test('absent, and refused', async () => {
  const end = async (outcome: 'absent' | 'refuse') => {
    const { voucherNumber } = await provider.createVoucher(voucher())
    twin.control.world.setOutcome(voucherNumber, outcome)
    const states = []
    while (twin.control.world.advance(voucherNumber)) states.push((await provider.track(voucherNumber)).state)
    return states.slice(4)
  }
  expect(await end('absent')).toEqual(['attempt_failed', 'out_for_delivery', 'delivered'])
  expect(await end('refuse')).toEqual(['attempt_failed', 'returning', 'returned'])
})

test('pieces, and both papers', async () => {
  const { voucherNumber, pieceNumbers } = await provider.createVoucher(voucher({ pieces: 4 }))
  expect(pieceNumbers).toHaveLength(3)
  expect(new Set([voucherNumber, ...pieceNumbers]).size).toBe(4)
  const onA4 = elta({ ...twin.settings, paper: 'A4' })
  const pages = Buffer.from(await onA4.printLabel(voucherNumber))
    .toString('latin1')
    .match(/\/Type \/Page\b/g)
  expect(pages).toHaveLength(2)
})

test('an unused number lapses; a parcel on its way cannot be called back', async () => {
  const { voucherNumber } = await provider.createVoucher(voucher())
  expect(await provider.cancelVoucher(voucherNumber)).toBe('lapses')
  expect(await provider.cancelVoucher('NOT-A-NUMBER')).toBe('lapses')
  twin.control.world.advance(voucherNumber)
  await expect(provider.cancelVoucher(voucherNumber)).rejects.toMatchObject({ code: 'voucher_final' })
})

test.each([
  [{}, { postalCode: 'x' }, '/recipient/postalCode'],
  [{}, { phone: undefined }, '/recipient/phone'],
  [{}, { phone: '+4917012345678' }, '/recipient/phone'],
] as const)('refused with the field: %j %j', async (changes, recipient, pointer) => {
  const error = await provider.createVoucher(voucher(changes, recipient)).catch((refusal: unknown) => refusal)
  expect(error).toMatchObject({ kind: 'invalid', extra: { errors: [{ pointer }] } })
})

test.each([
  [{ weightGrams: 0 }, {}, /Βάρος/],
  [{ pieces: 151 }, {}, /150/],
  [{}, { country: 'CY' }, /Greece only/],
  [{ cashOnDelivery: { amount: '5.00', currency: 'USD' } }, {}, /euros/],
] as const)('refused: %j %j', async (changes, recipient, message) => {
  await expect(provider.createVoucher(voucher(changes, recipient))).rejects.toThrow(message)
})

test('wrong accounts are our fault, unknown numbers are not found', async () => {
  for (const wrong of [{ userCode: '1' }, { userPassword: 'x' }, { customerCode: '1' }]) {
    await expect(elta({ ...twin.settings, ...wrong }).createVoucher(voucher())).rejects.toMatchObject({
      code: 'provider_refused_credentials',
    })
  }
  await expect(provider.track('SE101046218GR')).rejects.toMatchObject({ kind: 'not_found' })
  await expect(provider.printLabel('SE101046218GR')).rejects.toMatchObject({ kind: 'not_found' })
})

test('readings are repeated, a voucher is drawn once', async () => {
  const { voucherNumber } = await provider.createVoucher(voucher())
  twin.control.faults.add({ answer: 503, times: 2 })
  expect((await provider.track(voucherNumber)).state).toBe('created')
  twin.control.faults.add({ answer: 500, times: 1, afterWork: true })
  await expect(provider.createVoucher(voucher())).rejects.toMatchObject({ kind: 'unavailable' })
  expect(Object.keys(twin.control.world.state.parcels)).toHaveLength(2)
})

test('an answer that is no SOAP is "unavailable", not a crash', async () => {
  for (const body of ['', '<html>', '<a/>', '{"x":1}', '<!DOCTYPE x><READResponse/>']) {
    const odd = await serveTwin(0, () => () => new Response(body))
    await expect(elta({ ...twin.settings, baseUrl: odd.url }).track('SE101046219GR')).rejects.toMatchObject({
      kind: 'unavailable',
    })
    await odd.stop()
  }
})
