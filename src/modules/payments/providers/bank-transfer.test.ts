import { expect, test } from 'vitest'
import { startPayment } from '../twins/webhook-shop.ts'
import { bankTransfer } from './bank-transfer.ts'
import { cashOnDelivery } from './cash-on-delivery.ts'
import { creditorReference, formatCreditorReference, isCreditorReference } from './creditor-reference.ts'
import { formatIban, isIban } from './iban.ts'

const settings = { beneficiary: 'Στοά ΑΕ', iban: 'gr16 0110 1250 0000 0001 2300 695', bic: 'ETHNGRAA' }

test('creditor references: the example of the standard, and any single change is noticed', () => {
  expect(creditorReference('539007547034', 'x')).toBe('RF18539007547034')
  expect(isCreditorReference('rf18 5390 0754 7034')).toBe(true)
  const good = creditorReference('2026-0007', 'x')
  expect(good).toMatch(/^RF\d\d20260007$/)
  expect(isCreditorReference(good)).toBe(true)
  for (let i = 2; i < good.length; i++) {
    const digit = (Number(good[i]) + 1) % 10
    expect(isCreditorReference(good.slice(0, i) + digit + good.slice(i + 1))).toBe(false)
  }
  for (const bad of ['', 'RF', 'RF18', 'RF18Ω', `RF18${'1'.repeat(22)}`])
    expect(isCreditorReference(bad)).toBe(false)
  expect(formatCreditorReference('RF18539007547034')).toBe('RF18 5390 0754 7034')
})

test('a number that does not fit gets a reference of its own, always the same', () => {
  const greek = creditorReference('Π-1001', 'payment-1')
  expect(greek).toMatch(/^RF\d{14}$/)
  expect(isCreditorReference(greek)).toBe(true)
  expect(creditorReference('Π-1001', 'payment-1')).toBe(greek)
  expect(creditorReference('Σ-1001', 'payment-2')).not.toBe(greek)
  expect(isCreditorReference(creditorReference('A'.repeat(22), 'payment-3'))).toBe(true)
})

test('IBANs', () => {
  for (const iban of [
    'GR1601101250000000012300695',
    'gr16 0110 1250 0000 0001 2300 695',
    'DE89370400440532013000',
    'MT84MALT011000012345MTLCAST001S',
  ]) {
    expect(isIban(iban)).toBe(true)
  }
  for (const bad of [
    '',
    'GR1601101250000000012300696',
    'GR160110125000000001230069',
    'GR16',
    'ΓΡ1601101250000000012300695',
  ]) {
    expect(isIban(bad)).toBe(false)
  }
  expect(formatIban('GR1601101250000000012300695')).toBe('GR16 0110 1250 0000 0001 2300 695')
})

test('a bank transfer gives whole instructions and a QR text', async () => {
  const started = await bankTransfer(settings).start(startPayment({ reference: 'p-1' }))
  const transfer = {
    beneficiary: 'Στοά ΑΕ',
    iban: 'GR1601101250000000012300695',
    amount: { amount: '24.90', currency: 'EUR' },
    creditorReference: creditorReference('2026-0007', 'p-1'),
    qrText: `BCD\n002\n1\nSCT\nETHNGRAA\nΣτοά ΑΕ\nGR1601101250000000012300695\nEUR24.90\n\n${creditorReference('2026-0007', 'p-1')}`,
  }
  expect(started).toMatchObject({ kind: 'instructions', providerReference: 'p-1', transfer })
  const dollars = await bankTransfer(settings).start(
    startPayment({ amount: { amount: '5.00', currency: 'USD' } }),
  )
  expect(dollars).toMatchObject({ transfer: { qrText: null } })
})

test('settings that would lose money are refused', () => {
  for (const [wrong, pointer] of [
    [{ iban: 'GR1601101250000000012300696' }, '/iban'],
    [{ beneficiary: ' ' }, '/beneficiary'],
    [{ bic: 'XX' }, '/bic'],
  ] as const) {
    expect(() => bankTransfer({ ...settings, ...wrong })).toThrowError(
      expect.objectContaining({ kind: 'invalid', extra: { errors: [expect.objectContaining({ pointer })] } }),
    )
  }
})

test('cash on delivery asks nothing, keeps its limit, and refunds by hand', async () => {
  const cash = cashOnDelivery({ maximum: { amount: '500.00', currency: 'EUR' } })
  const pay = (amount: string, currency = 'EUR') =>
    cash.start(startPayment({ reference: 'p-2', amount: { amount, currency } }))
  expect(await pay('500.00')).toEqual({ kind: 'none', providerReference: 'p-2' })
  await expect(pay('500.01')).rejects.toMatchObject({ code: 'above_limit' })
  await expect(pay('5.00', 'USD')).rejects.toMatchObject({ code: 'above_limit' })
  await expect(pay('0.00')).rejects.toMatchObject({ kind: 'invalid' })
  const amount = { amount: '5.00', currency: 'EUR' }
  const refund = {
    refundId: 'r',
    providerReference: 'p-2',
    transactionId: 't',
    amount,
    bookedRefunds: [],
  }
  expect(await cash.refund(refund)).toEqual({ kind: 'manual', amount })
  expect(await bankTransfer(settings).refund(refund)).toEqual({ kind: 'manual', amount })
  expect(await cash.find('p-2')).toBeNull()
})
