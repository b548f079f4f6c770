import { expect, test } from 'vitest'
import { zoneOf, zonesOf } from './zones.ts'

const greek = (postalCode: string) => zoneOf({ country: 'GR', postalCode })

test.each([
  ['10434', 'athens'],
  ['15124', 'athens'],
  ['18531', 'athens'],
  ['18900', 'athens'],
  ['19003', 'athens'],
  ['54622', 'thessaloniki'],
  ['57001', 'thessaloniki'],
  ['20100', 'mainland'],
  ['31100', 'mainland'],
  ['34100', 'mainland'],
  ['45500', 'mainland'],
  ['63080', 'mainland'],
  ['69100', 'mainland'],
  ['18030', 'mainland'],
  ['18010', 'islands'],
  ['18020', 'islands'],
  ['18050', 'islands'],
  ['28100', 'islands'],
  ['29100', 'islands'],
  ['37002', 'islands'],
  ['49100', 'islands'],
  ['64004', 'islands'],
  ['80100', 'islands'],
  ['81100', 'islands'],
  ['81400', 'islands'],
  ['82100', 'islands'],
  ['83100', 'islands'],
  ['84300', 'islands'],
  ['84700', 'islands'],
  ['85100', 'islands'],
  ['70001', 'crete'],
  ['71202', 'crete'],
  ['72100', 'crete'],
  ['73100', 'crete'],
  ['74100', 'crete'],
  ['85111', 'remote'],
  ['84011', 'remote'],
  ['68002', 'remote'],
  ['82104', 'remote'],
])('%s is %s', (postalCode, zone) => {
  expect(greek(postalCode)).toBe(zone)
})

test('however it is written; and what is no Greek postal code is nowhere', () => {
  for (const written of ['104 34', ' 10434 ', 'GR-10434', 'gr 104 34']) expect(greek(written)).toBe('athens')
  for (const wrong of ['', '1043', '104345', '00000', '90000', 'ABCDE', '10434; drop'])
    expect(greek(wrong)).toBeNull()
})

test('a remote island is an island too; a shop may add remote places of its own', () => {
  expect(zonesOf({ country: 'GR', postalCode: '85111' })).toEqual(['remote', 'islands'])
  expect(zonesOf({ country: 'GR', postalCode: '13679' })).toEqual(['athens', 'mainland'])
  expect(zonesOf({ country: 'GR', postalCode: '13679' }, ['13679'])).toEqual(['remote', 'athens', 'mainland'])
})

test('the Union by country, all of it, and nobody else', () => {
  const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')
  const served = union.filter((country) => zoneOf({ country, postalCode: '10434' }) !== null)
  expect(served).toEqual(union)
  expect(zonesOf({ country: 'CY', postalCode: '1010' })).toEqual(['cyprus', 'eu-1'])
  expect(zoneOf({ country: 'DE', postalCode: '' })).toBe('eu-2')
  for (const country of ['US', 'GB', 'CH', 'TR', '', 'gr'])
    expect(zoneOf({ country, postalCode: '10434' })).toBeNull()
})
