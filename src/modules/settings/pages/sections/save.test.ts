import { expect, test } from 'vitest'
import { newShop } from '../../../../../test/world.ts'
import { fieldsOf } from '../../../../platform/pages/form-fields.ts'
import { updateOrganization } from '../../../../platform/tenancy/organization.ts'
import { updateOf } from './save.ts'
import type { Section } from './sections.ts'

const read = (section: Section, values: Record<string, string | string[]>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) form.append(name, one)
  return updateOf(section, fieldsOf(form, 'el'))
}

const general = {
  name: 'Στοά',
  domain: '',
  defaultLocale: 'el',
  timeZone: 'Europe/Athens',
  country: 'GR',
}

test('an account is taken as it stands on paper, and an empty one is none', async () => {
  const shop = await newShop()
  const save = (update: ReturnType<typeof read>) => updateOrganization(shop.as('admin'), update)
  const payments = {
    'settings.paymentProviders': ['stripe', 'bank-transfer'],
    'settings.bank.holder': 'Στοά ΙΚΕ',
    'settings.bank.iban': 'gr16 0110 1250 0000 0001 2300 695',
    'settings.bank.bic': '',
    'settings.cashOnDelivery.fee': '2,50',
    'settings.paymentDays': '5',
  }
  const { settings } = await save(read('payments', payments))
  expect(settings.bank).toEqual({ holder: 'Στοά ΙΚΕ', iban: 'GR1601101250000000012300695' })
  expect(settings.paymentProviders).toEqual(['bank-transfer', 'stripe'])
  expect(settings.cashOnDelivery).toEqual({ fee: '2.50' })

  const emptied = {
    ...payments,
    'settings.bank.holder': '',
    'settings.bank.iban': '',
    'settings.paymentDays': '',
  }
  const after = await save(read('payments', emptied))
  expect(after.settings.bank).toBeUndefined()
  expect(after.settings.paymentDays).toBeUndefined()
})

test('one section leaves the others as they are', async () => {
  const shop = await newShop()
  const save = (update: ReturnType<typeof read>) => updateOrganization(shop.as('admin'), update)
  await save(read('alerts', { 'settings.alerts.email': 'house@example.gr' }))
  const after = await save(read('general', { ...general, 'settings.phone': '210 1234567' }))
  expect(after.settings.alerts).toEqual({ email: 'house@example.gr' })
  expect(after.settings.phone).toBe('210 1234567')
  expect(after.settings.address).toBeUndefined()
})

test('an address that was begun must be whole, and names its fields', async () => {
  const shop = await newShop()
  const half = read('general', { ...general, 'settings.address.city': 'Αθήνα' })
  await expect(updateOrganization(shop.as('admin'), half)).rejects.toMatchObject({
    issues: expect.arrayContaining([expect.objectContaining({ path: ['settings', 'address', 'line1'] })]),
  })
})
