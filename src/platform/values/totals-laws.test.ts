/** What must hold for every document, whatever its lines: checked on generated ones. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { minorUnits } from './money.ts'
import type { DocumentInput, DocumentLine, DocumentTotals } from './document.ts'
import { totalDocument } from './totals.ts'

const decimalOf = (scale: number, max: number) =>
  fc.integer({ min: 0, max }).map((units) => (units / 10 ** scale).toFixed(scale))
const rates = fc.constantFrom('0', '5.5', '6', '13', '24', '25.5')
const adjustment = fc.oneof(
  decimalOf(2, 2000).map((amount) => ({ amount })),
  decimalOf(2, 10_000).map((percent) => ({ percent })),
)

const line = (quantity: fc.Arbitrary<string>): fc.Arbitrary<DocumentLine> =>
  fc.record({
    quantity,
    unitPrice: decimalOf(6, 90_000_000),
    vatRate: rates,
    baseQuantity: fc.constantFrom('1', '12', '0.5'),
    allowances: fc.array(adjustment, { maxLength: 2 }),
    charges: fc.array(adjustment, { maxLength: 1 }),
  })

const sold = decimalOf(3, 20_000)
const soldOrReturned = fc.tuple(sold, fc.boolean()).map(([text, isReturn]) => (isReturn ? `-${text}` : text))
const onDocument = fc
  .tuple(adjustment, fc.option(rates, { nil: undefined }))
  .map(([a, vatRate]) => ({ ...a, vatRate }))

const document = (quantity: fc.Arbitrary<string>): fc.Arbitrary<DocumentInput> =>
  fc.record({
    currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
    pricing: fc.constantFrom('net' as const, 'gross' as const),
    lines: fc.array(line(quantity), { minLength: 1, maxLength: 12 }),
    allowances: fc.array(onDocument, { maxLength: 2 }),
    charges: fc.array(onDocument, { maxLength: 2 }),
  })

function sums({ currency, lines, allowances, charges, totals }: DocumentTotals) {
  const minor = (amount: string) => minorUnits(amount, currency)
  const total = (amounts: readonly string[]) => amounts.map(minor).reduce((a, b) => a + b, 0n)
  const across = (key: 'net' | 'vat' | 'gross') =>
    total(lines.map((l) => l[key])) - total(allowances.map((a) => a[key])) + total(charges.map((c) => c[key]))
  return { minor, total, across, totals }
}

test('the rounded parts are the totals, to the last unit', () =>
  fc.assert(
    fc.property(document(soldOrReturned), (input) => {
      const result = totalDocument(input)
      const { minor, total, across, totals } = sums(result)
      expect(across('net')).toBe(minor(totals.net))
      expect(across('vat')).toBe(minor(totals.vatTotal))
      expect(across('gross')).toBe(minor(totals.gross))
      expect(total(totals.vat.map(({ base }) => base))).toBe(minor(totals.net))
      expect(total(totals.vat.map(({ amount }) => amount))).toBe(minor(totals.vatTotal))
      expect(minor(totals.lines) - minor(totals.allowances) + minor(totals.charges)).toBe(minor(totals.net))
      for (const { net, vat, gross } of result.lines) expect(minor(net) + minor(vat)).toBe(minor(gross))
    }),
  ))

test('the VAT of a group is its base times its rate, to half a unit', () =>
  fc.assert(
    fc.property(document(soldOrReturned), (input) => {
      const { minor, totals } = sums(totalDocument(input))
      for (const { rate, base, amount } of totals.vat) {
        const tenths = BigInt(Math.round(Number(rate) * 10))
        const [part, whole] =
          input.pricing === 'net' ? [minor(base), 1000n] : [minor(base) + minor(amount), 1000n + tenths]
        const error = 2n * (minor(amount) * whole - part * tenths)
        expect(error >= -whole && error <= whole).toBe(true)
      }
    }),
  ))

test('the order of the lines changes no VAT group', () =>
  fc.assert(
    fc.property(document(soldOrReturned), fc.infiniteStream(fc.nat()), (input, dice) => {
      // Shares of a document's own spread go to the earlier line on ties, so only rated ones are compared.
      const rated = {
        ...input,
        allowances: input.allowances?.filter(({ vatRate }) => vatRate),
        charges: input.charges?.filter(({ vatRate }) => vatRate),
      }
      const shuffled = input.lines
        .map((line) => ({ line, at: dice.next().value }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ line }) => line)
      expect(totalDocument({ ...rated, lines: shuffled }).totals).toEqual(totalDocument(rated).totals)
    }),
  ))

test('a credit note of every line undoes the document line by line', () =>
  fc.assert(
    fc.property(document(sold), ({ currency, pricing, ...input }) => {
      const lines = input.lines.map((line) => ({ ...line, allowances: [], charges: [] }))
      const credit = lines.map((line) => ({ ...line, quantity: `-${line.quantity}` }))
      const strip = (amount: string) => amount.replace(/^-/, '')
      const issued = totalDocument({ currency, pricing, lines })
      const credited = totalDocument({ currency, pricing, lines: credit })
      expect(credited.lines.map(({ net, vat, gross }) => [net, vat, gross].map(strip))).toEqual(
        issued.lines.map(({ net, vat, gross }) => [net, vat, gross]),
      )
    }),
  ))

test('lines at or above zero stay there, with allowances spread over them', () =>
  fc.assert(
    fc.property(document(sold), fc.array(adjustment, { maxLength: 3 }), (input, allowances) => {
      const lines = input.lines.map((line) => ({ ...line, allowances: [] }))
      const result = totalDocument({ ...input, lines, charges: [], allowances })
      const { minor, totals } = sums(result)
      for (const { net, vat } of result.lines)
        expect([minor(net) >= 0n, minor(vat) >= 0n]).toEqual([true, true])
      for (const { base, amount } of totals.vat)
        expect([minor(base) >= 0n, minor(amount) >= 0n]).toEqual([true, true])
      expect(minor(totals.due) >= 0n).toBe(true)
    }),
  ))
