/**
 * EN 16931 and Peppol's rules, checked by ourselves on what is to be written: who must be told, what must add up to the
 * cent, what each VAT category asks for. Each breach names its rule and the field where it is amended.
 */
import { add, compare, multiply, round, subtract } from '../../../platform/values/decimal.ts'
import { currencyScale } from '../../../platform/values/currencies.ts'
import type { Facts } from './facts.ts'

export type Breach = { rule: string; pointer: string; message: string }

export function breachesOf(facts: Facts): Breach[] {
  return [...parties(facts), ...document(facts), ...sums(facts), ...categories(facts)]
}

type Check = [isKept: unknown, rule: string, pointer: string, message: string]

const broken = (checks: readonly Check[]): Breach[] =>
  checks.filter(([isKept]) => !isKept).map(([, rule, pointer, message]) => ({ rule, pointer, message }))

const parties = ({ seller, buyer, lines }: Facts): Breach[] =>
  broken([
    [seller.name, 'BR-06', '/seller/name', 'Your organisation needs a name.'],
    [seller.address, 'BR-08', '/seller/address', 'Your own address is missing in the settings.'],
    [seller.address?.country, 'BR-09', '/seller/address', 'Your own address needs a country.'],
    [
      seller.endpoint,
      'PEPPOL-EN16931-R020',
      '/seller/vatNumber',
      'Your VAT number or e-mail is missing in the settings: e-invoices are sent from it.',
    ],
    [
      seller.vatNumber || lines.every(({ category }) => category === 'O'),
      'BR-S-02',
      '/seller/vatNumber',
      'Your VAT number is missing in the settings.',
    ],
    [buyer.name, 'BR-07', '/customerId', 'The customer needs a name.'],
    [buyer.address, 'BR-10', '/customerId', 'The customer’s address is missing.'],
    [buyer.address?.country, 'BR-11', '/customerId', 'The customer’s address needs a country.'],
    [
      buyer.endpoint,
      'PEPPOL-EN16931-R010',
      '/customerId',
      'The customer’s electronic address, VAT number or e-mail is missing: the e-invoice is delivered to it.',
    ],
  ])

const document = (facts: Facts): Breach[] =>
  broken([
    [facts.lines.length > 0, 'BR-16', '/lines', 'An invoice needs at least one line.'],
    [
      currencyScale(facts.currency) <= 2,
      'BR-DEC-09',
      '/currency',
      `An e-invoice has at most two decimals; ${facts.currency} has more.`,
    ],
    [
      facts.kind === 'invoice' || facts.corrects,
      'BR-55',
      '/corrects',
      'A credit note names the invoice that it corrects.',
    ],
    ...facts.lines.flatMap((line, at): Check[] => [
      [line.name, 'BR-25', `/lines/${at}/description`, 'Each line says what it is for.'],
      [
        compare(line.price, '0') >= 0,
        'BR-27',
        `/lines/${at}/unitPrice`,
        'A price is never below zero; let the quantity be.',
      ],
    ]),
    ...facts.allowances.map((one, at): Check => [
      one.reason,
      'BR-33',
      `/allowances/${at}/reason`,
      'Say what it is for.',
    ]),
    ...facts.charges.map((one, at): Check => [
      one.reason,
      'BR-38',
      `/charges/${at}/reason`,
      'Say what it is for.',
    ]),
  ])

const sumOf = (amounts: readonly string[]): string => amounts.reduce(add, '0')

function sums(facts: Facts): Breach[] {
  const { totals, lines, allowances, charges, vat } = facts
  const same = (a: string, b: string) => compare(a, b) === 0
  const adds = 'The amounts do not add up.'
  return broken([
    [same(totals.lines, sumOf(lines.map(({ net }) => net))), 'BR-CO-10', '/totals/lines', adds],
    [
      same(totals.allowances, sumOf(allowances.map(({ amount }) => amount))),
      'BR-CO-11',
      '/totals/allowances',
      adds,
    ],
    [same(totals.charges, sumOf(charges.map(({ amount }) => amount))), 'BR-CO-12', '/totals/charges', adds],
    [
      same(totals.net, add(subtract(totals.lines, totals.allowances), totals.charges)),
      'BR-CO-13',
      '/totals/net',
      adds,
    ],
    [same(totals.vatTotal, sumOf(vat.map(({ amount }) => amount))), 'BR-CO-14', '/totals/vatTotal', adds],
    [same(totals.gross, add(totals.net, totals.vatTotal)), 'BR-CO-15', '/totals/gross', adds],
    [
      same(totals.due, add(subtract(totals.gross, totals.prepaid), totals.rounding)),
      'BR-CO-16',
      '/totals/due',
      adds,
    ],
    ...lines.map((line, at): Check => [
      isLineRight(line, facts.currency),
      'PEPPOL-EN16931-R120',
      `/lines/${at}`,
      adds,
    ]),
    ...vat.flatMap((group): Check[] => {
      const within = <T extends { category: string; rate: string }>(of: readonly T[]) =>
        of.filter(({ category, rate }) => category === group.category && compare(rate, group.rate) === 0)
      const base = add(
        subtract(
          sumOf(within(lines).map(({ net }) => net)),
          sumOf(within(allowances).map(({ amount }) => amount)),
        ),
        sumOf(within(charges).map(({ amount }) => amount)),
      )
      return [
        [same(group.base, base), `${ruleOf(group.category)}-08`, '/totals/vat', adds],
        [
          isVatRight(group, facts.currency),
          'BR-CO-17',
          '/totals/vat',
          'The VAT of a rate is not its base times the rate.',
        ],
      ]
    }),
  ])
}

function isLineRight(line: Facts['lines'][number], currency: string): boolean {
  const scale = currencyScale(currency)
  // Times the base quantity on both sides, so that nothing is divided.
  const beside = subtract(
    sumOf(line.charges.map(({ amount }) => amount)),
    sumOf(line.allowances.map(({ amount }) => amount)),
  )
  const whole = multiply(subtract(line.net, beside), line.baseQuantity)
  const difference = subtract(multiply(line.quantity, line.price), whole)
  const unit = multiply(scale === 0 ? '1' : `0.${'0'.repeat(scale - 1)}1`, line.baseQuantity)
  return compare(difference.replace('-', ''), unit) < 0
}

/** To the cent where prices are without VAT; with VAT in them, the one cent that rounding can leave (the norm's own slack). */
function isVatRight({ base, amount, rate }: Facts['vat'][number], currency: string): boolean {
  const scale = currencyScale(currency)
  const exact = round(multiply(multiply(base, rate), '0.01'), scale)
  return (
    compare(subtract(exact, amount).replace('-', ''), scale === 0 ? '1' : `0.${'0'.repeat(scale - 1)}1`) <= 0
  )
}

/** The rules of a VAT category are numbered alike, under its letters; K and G have names of their own. */
const ruleOf = (category: string): string => `BR-${{ K: 'IC' }[category] ?? category}`

function categories({ vat, seller, buyer, deliveredOn, lines }: Facts): Breach[] {
  return vat.flatMap((group) => {
    const { category, rate, amount, exemption } = group
    const rule = ruleOf(category)
    const isStandard = category === 'S'
    const needsReason = !isStandard && category !== 'Z'
    return broken([
      [
        isStandard === compare(rate, '0') > 0,
        `${rule}-05`,
        '/lines',
        'Only the standard category has a rate above zero.',
      ],
      [
        isStandard || compare(amount, '0') === 0,
        `${rule}-09`,
        '/totals/vat',
        'There is no VAT in this category.',
      ],
      [
        needsReason === (exemption !== null),
        `${rule}-10`,
        '/lines',
        'Say why there is no VAT, and only where there is none.',
      ],
      [
        !['AE', 'K'].includes(category) || buyer.vatNumber,
        `${rule}-02`,
        '/customerId',
        'The customer’s VAT number is missing.',
      ],
      [
        !['AE', 'K', 'G', 'E'].includes(category) || seller.vatNumber,
        `${rule}-02`,
        '/seller/vatNumber',
        'Your VAT number is missing in the settings.',
      ],
      [category !== 'K' || deliveredOn, 'BR-IC-11', '/deliveredOn', 'The day of delivery is missing.'],
      [category !== 'K' || buyer.address, 'BR-IC-12', '/customerId', 'The country of delivery is missing.'],
      [
        category !== 'O' || lines.every((line) => line.category === 'O'),
        'BR-O-11',
        '/lines',
        'What is outside of VAT stands on an invoice of its own.',
      ],
    ])
  })
}
