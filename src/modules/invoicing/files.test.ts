/** The e-invoice and the PDF of many kinds of documents: the same figures everywhere, nothing that our own strict rules refuse. */
import { expect, test } from 'vitest'
import { address, type Invoice, line, newOffice, type Office } from './invoices.fixture.ts'

const german = {
  name: 'Beta GmbH',
  kind: 'company',
  vatNumber: 'DE136695976',
  addresses: [{ ...address, name: 'Beta GmbH', country: 'DE' }],
}

const kinds: [string, object, object?][] = [
  ['standard and reduced', { lines: [line('100'), line('9.99', '13', { quantity: '3' })] }],
  [
    'zero and exempt',
    { lines: [line('100', '0'), line('50', '0', { vatCategory: 'E', vatReason: 'Article 22' })] },
  ],
  ['reverse charge', { lines: [line('100', '0', { vatCategory: 'AE' })] }, german],
  ['within the EU', { deliveredOn: '2026-06-10', lines: [line('100', '0', { vatCategory: 'K' })] }, german],
  [
    'export',
    { lines: [line('100', '0', { vatCategory: 'G' })] },
    { ...german, vatNumber: null, electronicAddress: { scheme: '0088', id: '7300010000001' } },
  ],
  ['outside of VAT', { lines: [line('100', '0', { vatCategory: 'O' })] }],
  [
    'allowances and charges everywhere',
    {
      lines: [
        line('30.75', '24', {
          quantity: '10',
          discountPercent: '5',
          charges: [{ amount: '1.25', reason: 'Packing' }],
        }),
        line('70', '13'),
      ],
      allowances: [
        { percent: '10', reason: 'Loyal', vatRate: '24' },
        { amount: '3', reason: 'Round' },
      ],
      charges: [{ amount: '5', reason: 'Freight', vatRate: '24' }],
    },
  ],
  ['prepaid', { prepaid: '24', lines: [line('100')] }],
  ['in dollars', { currency: 'USD', exchangeRate: '0.92', lines: [line('100')] }],
  [
    'a negative line',
    { lines: [line('400', '24', { quantity: '7' }), line('500', '24', { quantity: '-3' })] },
  ],
  ['prices per dozen', { lines: [line('15.24', '24', { quantity: '132', baseQuantity: '12' })] }],
  [
    'prices with VAT',
    {
      pricing: 'gross',
      lines: [line('19.99', '24', { quantity: '3', discountPercent: '7' }), line('5', '13')],
      allowances: [{ amount: '1', reason: 'x' }],
    },
  ],
  ['a thousand lines', { lines: Array.from({ length: 1000 }, (_, n) => line(`${n}.01`)) }],
]

const file = ({ api, as }: Office, id: string, form: string) => api.get(`/invoices/${id}/${form}`, { as })
const first = (xml: string, name: string) => new RegExp(`<(?:cbc|ram):${name}[^>]*>([^<]*)<`).exec(xml)?.[1]

test.each(kinds)('%s', { timeout: 60_000 }, async (_, more, customer = {}) => {
  const office = await newOffice({}, customer)
  const invoice = await office.issued(more)
  const checked = await office.api.get(`/invoices/${invoice.id}/check`, { as: office.as })
  expect(checked.body).toEqual({ data: [] })
  const { text: ubl, headers } = await file(office, invoice.id, 'ubl')
  expect(headers.get('content-type')).toContain('xml')
  expect(first(ubl, 'ID')).toBe(invoice.number)
  expect(first(ubl, 'PayableAmount')).toBe(invoice.totals.due.amount)
  expect(first(ubl, 'TaxExclusiveAmount')).toBe(invoice.totals.net.amount)
  expect([...ubl.matchAll(/<cac:InvoiceLine>/g)]).toHaveLength(invoice.lines.length)
})

test('a credit note is a document of its own kind that names its invoice', async () => {
  const office = await newOffice()
  const invoice = await office.issued()
  const made = await office.api.post<Invoice>(`/invoices/${invoice.id}/credit-notes`, {}, { as: office.as })
  await office.api.post(`/invoices/${made.body.id}/issue`, undefined, { as: office.as })
  const { text } = await file(office, made.body.id, 'ubl')
  expect(text).toContain('<CreditNote ')
  expect(text).toContain(`<cac:InvoiceDocumentReference><cbc:ID>${invoice.number}</cbc:ID>`)
  expect(text).toContain('<cbc:CreditNoteTypeCode>381<')
})

test('the PDF for people and the one that carries the e-invoice', { timeout: 180_000 }, async () => {
  const office = await newOffice()
  const draft = await office.draft()
  expect((await file(office, draft.id, 'pdf')).text.slice(0, 5)).toBe('%PDF-')
  expect((await file(office, draft.id, 'ubl')).body).toMatchObject({ status: 409, code: 'not_issued' })
  const invoice = await office.issued({ lines: Array.from({ length: 30 }, () => line('1')) })
  const { text } = await file(office, invoice.id, 'facturx')
  for (const sign of [
    '%PDF-1.7',
    '/AFRelationship /Alternative',
    'factur-x.xml',
    '/StructTreeRoot',
    'pdfaid:part>3<',
    '/Type /Page\n',
  ])
    expect(text).toContain(sign)
  expect((await file(office, invoice.id, 'pdf')).text).toBe((await file(office, invoice.id, 'pdf')).text)
})

test('what is missing is told beforehand, beside its field, and the e-invoice is refused', async () => {
  const office = await newOffice({ settings: {} }, { vatNumber: null, email: null, addresses: [] })
  const draft = await office.draft()
  const { body } = await office.api.get<{ data: { rule: string; pointer: string }[] }>(
    `/invoices/${draft.id}/check`,
    { as: office.as },
  )
  expect(body.data.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['BR-08', 'BR-10', 'BR-S-02', 'PEPPOL-EN16931-R010', 'PEPPOL-EN16931-R020']),
  )
  const invoice = await office.issued()
  expect((await file(office, invoice.id, 'ubl')).body).toMatchObject({ status: 409, code: 'facts_missing' })
  expect((await file(office, invoice.id, 'pdf')).status).toBe(200)
})
