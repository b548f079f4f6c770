/** The published money cases, and more of their kinds, reckoned by hand or by an independent program in fractions. */
import { expect, test } from 'vitest'
import { type Case, eur, line, off, percent, times } from './totals.fixture.ts'
import { totalDocument } from './totals.ts'

const cases: Case[] = [
  ['G1', eur([line('1', '100.00', '21')]), ['82.64'], ['17.36'], '82.64', '100.00'],
  ['G2', eur(times(2, line('1', '50', '19'))), ['42.02', '42.01'], ['15.97'], '84.03', '100.00'],
  ['G3', eur(times(2, line('1', '379.00', '21'))), ['313.23', '313.22'], ['131.55'], '626.45', '758.00'],
  ['G3 in one line', eur([line('2', '379.00', '21')]), ['626.45'], ['131.55'], '626.45', '758.00'],
  [
    'G4',
    eur([line('100', '50', '14')], { allowances: [{ amount: '100' }] }),
    ['4385.97'],
    ['601.75'],
    '4298.25',
    '4900.00',
  ],
  [
    'G4, its rate named',
    eur([line('100', '50', '14')], { allowances: [{ amount: '100', vatRate: '14' }] }),
    ['4385.97'],
    ['601.75'],
    '4298.25',
    '4900.00',
  ],
  ['G6', eur([line('1', '399', '24', off(percent('100')))]), ['0.00'], ['0.00'], '0.00', '0.00'],
  ['one cent', eur([line('1', '0.01', '24')]), ['0.01'], ['0.00'], '0.01', '0.01'],
  [
    'three alike',
    eur(times(3, line('1', '9.99', '24'))),
    ['8.06', '8.06', '8.05'],
    ['5.80'],
    '24.17',
    '29.97',
  ],
  [
    'three rates',
    eur([line('3', '2.35', '13'), line('2', '12.40', '24'), line('1', '4.10', '6')]),
    ['6.24', '20.00', '3.87'],
    ['4.80', '0.81', '0.23'],
    '30.11',
    '35.95',
  ],
  [
    'a rate with a fraction',
    eur(times(3, line('1', '33.33', '25.5'))),
    ['26.56', '26.56', '26.55'],
    ['20.32'],
    '79.67',
    '99.99',
  ],
  ['credited', eur([line('-1', '100', '21')]), ['-82.64'], ['-17.36'], '-82.64', '-100.00'],
  [
    'credited line by line',
    eur(times(2, line('-1', '379', '21'))),
    ['-313.23', '-313.22'],
    ['-131.55'],
    '-626.45',
    '-758.00',
  ],
  [
    'a return beside a sale',
    eur([line('1', '50', '24'), line('-1', '20', '24')]),
    ['40.32', '-16.13'],
    ['5.81'],
    '24.19',
    '30.00',
  ],
  [
    'a return of the whole',
    eur([line('1', '100', '20'), line('-1', '100', '20')]),
    ['83.33', '-83.33'],
    ['0.00'],
    '0.00',
    '0.00',
  ],
  [
    'yen',
    { currency: 'JPY', lines: [line('1', '1000', '10'), line('1', '333', '8')] },
    ['909', '308'],
    ['91', '25'],
    '1217',
    '1333',
  ],
  ['weighed', eur([line('1.5', '11.90', '13')]), ['15.80'], ['2.05'], '15.80', '17.85'],
  [
    'dinars',
    { currency: 'KWD', lines: [line('1', '19.999', '19')] },
    ['16.806'],
    ['3.193'],
    '16.806',
    '19.999',
  ],
  [
    'a percentage off and a charge on',
    eur([line('1', '100', '24')], {
      allowances: [{ percent: '10', vatRate: '24' }],
      charges: [{ amount: '3.50', vatRate: '24' }],
    }),
    ['80.64'],
    ['18.10'],
    '75.40',
    '93.50',
  ],
]
test.each(cases)('%s', (_, input, lines, vat, net, gross) => {
  const document = totalDocument({ ...input, pricing: 'gross' })
  expect(document.lines.map((line) => line.net)).toEqual(lines)
  expect(document.totals.vat.map(({ amount }) => amount)).toEqual(vat)
  expect(document.totals).toMatchObject({ net, gross, due: gross })
})
