/** Published numbers of the member states, each also with a wrong digit. */
import { expect, test } from 'vitest'
import { readVatNumber, vatCountryOf } from './vat-number.ts'

const known = [
  'ATU13585627',
  'BE0428759497',
  'BG175074752',
  'CY10259033P',
  'CZ25123891',
  'DE136695976',
  'DK13585628',
  'EE100931558',
  'EL094259216',
  'ESB58378431',
  'FI20774740',
  'FR40303265045',
  'HR33392005961',
  'HU12892312',
  'IE6433435F',
  'IT00743110157',
  'LT119511515',
  'LU15027442',
  'LV40003521600',
  'MT11679112',
  'NL004495445B01',
  'PL8567346215',
  'PT501964843',
  'RO18547290',
  'SE123456789701',
  'SI50223054',
  'SK2022749619',
]

test.each(known)('%s is one, and with another last digit it is none', async (number) => {
  expect(await readVatNumber(number, 'GR')).toBe(number)
  const at = number.search(/\d\D*$/)
  const others = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(
    (step) => number.slice(0, at) + ((Number(number[at]) + step) % 10) + number.slice(at + 1),
  )
  const taken = await Promise.allSettled(others.map((other) => readVatNumber(other, 'GR')))
  // French, Dutch and Swedish numbers end in what other checks do not cover.
  const isLoose = ['NL', 'SE'].includes(number.slice(0, 2))
  expect(taken.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(isLoose ? 9 : 1)
})

test('it is kept in one way, whatever it is typed like', async () => {
  expect(await readVatNumber(' el 094 259 216', 'DE')).toBe('EL094259216')
  expect(await readVatNumber('GR094259216', 'GR')).toBe('EL094259216')
  expect(await readVatNumber('094259216', 'GR')).toBe('EL094259216')
  expect(await readVatNumber('GB 123 4567 89', 'GR')).toBe('GB123456789')
  expect(vatCountryOf('EL094259216')).toBe('GR')
  expect(vatCountryOf('GB123456789')).toBeNull()
})

test.each(['094259217', 'EL12', 'DE12345678', 'EL0942592160', 'Ελλάδα', ''])('%s is refused', async (text) =>
  expect(readVatNumber(text, 'GR')).rejects.toMatchObject({
    status: 422,
    extra: { errors: [{ pointer: '/vatNumber' }] },
  }),
)
