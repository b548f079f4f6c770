import { expect, test } from 'vitest'
import { breachesOf } from './rules.ts'
import type { Facts } from './facts.ts'

const place = { name: 'A', line1: 'B 1', city: 'C', postalCode: '1', country: 'GR' }
const party = {
  name: 'A',
  vatNumber: 'EL094259216',
  address: place,
  email: null,
  phone: null,
  endpoint: { scheme: '9933', id: 'EL094259216' },
}

const facts = (more: Partial<Facts> = {}): Facts => ({
  kind: 'invoice',
  number: 'INV-2026-000001',
  issuedOn: '2026-06-13',
  dueOn: '2026-07-13',
  deliveredOn: null,
  currency: 'EUR',
  accounting: null,
  buyerReference: 'x',
  orderReference: null,
  notes: null,
  corrects: null,
  seller: { ...party, bank: null, currency: 'EUR' },
  buyer: { ...party, kind: 'company' },
  lines: [
    {
      id: '1',
      name: 'x',
      description: null,
      itemCode: null,
      quantity: '2',
      unit: 'C62',
      net: '20.00',
      price: '10',
      baseQuantity: '1',
      allowances: [],
      charges: [],
      category: 'S',
      rate: '24',
    },
  ],
  allowances: [],
  charges: [],
  vat: [{ category: 'S', rate: '24', base: '20.00', amount: '4.80', exemption: null }],
  totals: {
    lines: '20.00',
    allowances: '0.00',
    charges: '0.00',
    net: '20.00',
    vat: [],
    vatTotal: '4.80',
    gross: '24.80',
    prepaid: '0.00',
    paid: '0.00',
    rounding: '0.00',
    due: '24.80',
  },
  ...more,
})
const rules = (more: Partial<Facts>) => breachesOf(facts(more)).map(({ rule }) => rule)

test('a sound document breaks nothing', () => expect(breachesOf(facts())).toEqual([]))

test.each([
  ['BR-CO-15', { totals: { ...facts().totals, gross: '24.81', due: '24.81' } }],
  ['BR-CO-16', { totals: { ...facts().totals, due: '24.79' } }],
  ['BR-CO-10', { totals: { ...facts().totals, lines: '20.01' } }],
  ['BR-CO-14', { totals: { ...facts().totals, vatTotal: '4.81' } }],
  ['BR-CO-17', { vat: [{ ...facts().vat[0]!, amount: '4.82' }] }],
  ['BR-S-08', { vat: [{ ...facts().vat[0]!, base: '20.01' }] }],
  ['PEPPOL-EN16931-R120', { lines: [{ ...facts().lines[0]!, price: '10.01' }] }],
  ['BR-55', { kind: 'credit-note' as const }],
  ['BR-DEC-09', { currency: 'KWD' }],
])('%s is seen', (rule, more) => expect(rules(more)).toContain(rule))
