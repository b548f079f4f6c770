import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AcsTwin, startAcsTwin } from '../twins/acs-twin.ts'
import { acs, isAcsNumber } from './acs.ts'
import type { NewVoucher, ShippingProvider } from './provider.ts'

let now: Date
let twin: AcsTwin
let provider: ShippingProvider

beforeEach(async () => {
  now = new Date('2026-06-15T09:00:00Z')
  twin = await startAcsTwin({ stageEveryMs: null, now: () => now })
  provider = acs({ ...twin.settings, pauseMs: 5, timeoutMs: 5000 })
})
afterEach(() => twin.stop())

const voucher = (
  changes: Partial<NewVoucher> = {},
  recipient: Partial<NewVoucher['recipient']> = {},
): NewVoucher => ({
  reference: '2026-0007-1',
  pickupOn: '2026-06-15',
  senderName: 'Ελαιώνας Λέσβου',
  recipient: {
    name: 'Μαρία Παπαδοπούλου',
    line1: 'Ερμού 45',
    city: 'Μυτιλήνη',
    postalCode: '81100',
    country: 'GR',
    phone: '+306941234567',
    ...recipient,
  },
  pieces: 1,
  weightGrams: 2300,
  cashOnDelivery: null,
  ...changes,
})
const pdfText = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

test('voucher, label, pickup list, journey to the door', async () => {
  const { voucherNumber, pieceNumbers } = await provider.createVoucher(
    voucher(
      { cashOnDelivery: { amount: '50.50', currency: 'EUR' }, notes: 'Απόγευμα' },
      { line2: '3ος όροφος' },
    ),
  )
  expect(isAcsNumber(voucherNumber)).toBe(true)
  expect(pieceNumbers).toEqual([])
  expect(twin.control.world.state.parcels[voucherNumber]).toMatchObject({
    reference: '2026-0007-1',
    weight: '2.3',
    cashOnDelivery: '50.50',
    notes: '3ος όροφος · Απόγευμα',
    recipient: { address: 'Ερμού 45', phone: '6941234567' },
  })
  await expect(provider.track(voucherNumber)).rejects.toMatchObject({ kind: 'not_found' })

  expect(await provider.issuePickupList?.('2026-06-15')).toEqual({
    kind: 'unprinted',
    voucherNumbers: [voucherNumber],
  })
  expect(pdfText(await provider.printLabel(voucherNumber))).toMatch(/^%PDF-1/)
  const list = await provider.issuePickupList?.('2026-06-15')
  expect(list?.kind).toBe('issued')
  expect(await provider.issuePickupList?.('2026-06-15')).toEqual({ kind: 'empty' })
  await expect(provider.printLabel(voucherNumber)).rejects.toMatchObject({ kind: 'conflict' })

  expect(await provider.track(voucherNumber)).toMatchObject({ state: 'created', events: [] })
  const states = []
  for (let hours = 1; hours <= 5; hours++) {
    now = new Date(`2026-06-16T0${hours}:00:00Z`)
    twin.control.world.advance(voucherNumber)
    states.push((await provider.track(voucherNumber)).state)
  }
  expect(states).toEqual(['picked_up', 'in_transit', 'in_transit', 'out_for_delivery', 'delivered'])
  expect(await provider.track(voucherNumber)).toMatchObject({
    deliveredAt: '2026-06-16T05:00:00Z',
    receivedBy: 'ΜΑΡΙΑ ΠΑΠΑΔΟΠΟΥΛΟΥ',
    reason: null,
    events: [
      { at: '2026-06-16T01:00:00Z', state: 'picked_up', place: 'HUB Π.ΡΑΛΛΗ' },
      {},
      {},
      {},
      { state: 'delivered' },
    ],
  })
})

test('absent, tried again; refused, and back to the sender', async () => {
  const make = async (outcome: 'absent' | 'refuse') => {
    const { voucherNumber } = await provider.createVoucher(voucher())
    await provider.printLabel(voucherNumber)
    await provider.issuePickupList?.('2026-06-15')
    twin.control.world.setOutcome(voucherNumber, outcome)
    const states = []
    while (twin.control.world.advance(voucherNumber)) {
      const { state, reason } = await provider.track(voucherNumber)
      states.push(reason ? `${state}: ${reason.split(': ')[1] ?? ''}` : state)
    }
    return states.slice(4)
  }
  expect(await make('absent')).toEqual(['attempt_failed: ΑΠΩΝ', 'out_for_delivery', 'delivered'])
  expect(await make('refuse')).toEqual(['attempt_failed: ΜΗ ΑΠΟΔΟΧΗ ΑΠΟΣΤΟΛΗΣ', 'returning: ', 'returned'])
})

test('several pieces have numbers and labels of their own', async () => {
  const { voucherNumber, pieceNumbers } = await provider.createVoucher(voucher({ pieces: 3 }))
  expect(pieceNumbers).toHaveLength(2)
  expect(pieceNumbers.every(isAcsNumber)).toBe(true)
  const pages = pdfText(await provider.printLabel(voucherNumber)).match(/\/Type \/Page\b/g)
  expect(pages).toHaveLength(3)
})

test('a voucher is cancelled before it is listed, and not after', async () => {
  const { voucherNumber } = await provider.createVoucher(voucher())
  expect(await provider.cancelVoucher(voucherNumber)).toBe('cancelled')
  const later = await provider.createVoucher(voucher())
  await provider.printLabel(later.voucherNumber)
  await provider.issuePickupList?.('2026-06-15')
  await expect(provider.cancelVoucher(later.voucherNumber)).rejects.toMatchObject({
    kind: 'conflict',
    code: 'voucher_final',
  })
})

test.each([
  [{ pickupOn: '2026-06-14' }, {}, /ημ\/νία παραλαβής/],
  [{ pickupOn: '2026-06-21' }, {}, /Κυριακή/],
  [{ pieces: 100 }, {}, /99/],
  [{ weightGrams: 1_000_000 }, {}, /βάρους/],
  [{}, { country: 'DE' }, /Greece and Cyprus/],
  [{}, { country: 'CY', postalCode: '1010' }, /contain/],
  [{}, { postalCode: '123' }, /postal code/],
] as const)('refused: %j %j', async (changes, recipient, message) => {
  const error = await provider.createVoucher(voucher(changes, recipient)).catch((refusal: unknown) => refusal)
  expect(error).toMatchObject({ kind: 'invalid', message: expect.stringMatching(message) })
})

test('Cyprus, with its content named', async () => {
  const toCyprus = acs({ ...twin.settings, cyprusContentTypeId: 3 })
  const made = await toCyprus.createVoucher(
    voucher({}, { country: 'CY', postalCode: '1010', phone: '+35799123456' }),
  )
  expect(isAcsNumber(made.voucherNumber)).toBe(true)
})

test('prices: by destination and weight, with cash and remoteness', async () => {
  const quote = (postalCode: string, weightGrams: number, cash = false) =>
    provider.quote?.({
      destination: { country: 'GR', postalCode, city: 'x' },
      weightGrams,
      cashOnDelivery: cash ? { amount: '10.00', currency: 'EUR' } : null,
      pickupOn: '2026-06-15',
    })
  expect(await quote('10434', 300)).toEqual({
    net: { amount: '3.70', currency: 'EUR' },
    vat: { amount: '0.89', currency: 'EUR' },
    isRemote: false,
  })
  expect(await quote('81100', 2300)).toMatchObject({ net: { amount: '6.60' } })
  expect(await quote('85111', 1000, true)).toMatchObject({ net: { amount: '9.80' }, isRemote: true })
  await expect(quote('10434', 101_000)).rejects.toMatchObject({ kind: 'invalid' })
  await expect(quote('00000', 1)).rejects.toMatchObject({ kind: 'invalid' })
})

test('a busy courier (406) is asked again, a broken one is not asked for a second voucher', async () => {
  twin.control.faults.add({ answer: 406, times: 2 })
  await provider.createVoucher(voucher())
  twin.control.faults.add({ answer: 500, times: 1, afterWork: true })
  await expect(provider.createVoucher(voucher())).rejects.toMatchObject({ kind: 'unavailable' })
  expect(Object.keys(twin.control.world.state.parcels)).toHaveLength(2)
  twin.control.faults.add({ answer: 500, times: 2 })
  const [first] = Object.keys(twin.control.world.state.parcels)
  expect(pdfText(await provider.printLabel(first ?? ''))).toContain('%PDF')
})

test('wrong key and wrong accounts', async () => {
  await expect(acs({ ...twin.settings, apiKey: 'x' }).createVoucher(voucher())).rejects.toMatchObject({
    code: 'provider_refused_credentials',
  })
  await expect(
    acs({ ...twin.settings, companyPassword: 'x' }).createVoucher(voucher()),
  ).rejects.toMatchObject({ code: 'provider_refused' })
  await expect(acs({ ...twin.settings, billingCode: '2ΑΘ000000' }).createVoucher(voucher())).rejects.toThrow(
    /χρέωσης/,
  )
})

test('by itself the parcel moves with time, and after a restart its number is believed', async () => {
  await twin.stop()
  twin = await startAcsTwin({ stageEveryMs: 60_000, now: () => now })
  provider = acs(twin.settings)
  const { voucherNumber } = await provider.createVoucher(voucher())
  await provider.printLabel(voucherNumber)
  await provider.issuePickupList?.('2026-06-15')
  now = new Date(now.getTime() + 4 * 60_000)
  expect((await provider.track(voucherNumber)).state).toBe('out_for_delivery')
  now = new Date(now.getTime() + 60 * 60_000)
  expect((await provider.track(voucherNumber)).state).toBe('delivered')

  await twin.stop()
  twin = await startAcsTwin({ stageEveryMs: 60_000, now: () => now })
  provider = acs(twin.settings)
  expect((await provider.track(voucherNumber)).state).toBe('picked_up')
  await expect(provider.track('1234567890')).rejects.toMatchObject({ kind: 'not_found' })
})
