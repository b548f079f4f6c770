import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Invoice, line, newOffice, type Office } from './invoices.fixture.ts'

const eur = (amount: string) => ({ amount, currency: 'EUR' })
const credit = ({ api, as }: Office, id: string, body: object = {}) =>
  api.post<Invoice>(`/invoices/${id}/credit-notes`, body, { as })
const issue = ({ api, as }: Office, id: string) =>
  api.post<Invoice>(`/invoices/${id}/issue`, undefined, { as })

/** Where there was something left. */
async function issueMade(office: Office, made: { status: number; body: Invoice }): Promise<void> {
  const issued = made.status === 201 ? await issue(office, made.body.id) : null
  expect(issued?.status ?? 201).toBe(201)
}

test('all that is left: the invoice to the cent, in a series of its own, naming what it corrects', async () => {
  const office = await newOffice()
  const invoice = await office.issued({
    lines: [line('30.75', '24', { quantity: '10', discountPercent: '5' }), line('70', '13')],
    allowances: [{ amount: '20', reason: 'Loyal' }],
    charges: [{ amount: '5', reason: 'Freight', vatRate: '24' }],
  })
  const draft = await credit(office, invoice.id)
  expect(draft).toMatchObject({
    status: 201,
    body: { kind: 'credit-note', status: 'draft', corrects: { id: invoice.id, number: invoice.number } },
  })
  const note = await issue(office, draft.body.id)
  expect(note.body.number).toMatch(/^CRN-\d{4}-000001$/)
  expect(note.body.totals.gross).toEqual(invoice.totals.gross)
  expect(note.body.totals.vat).toEqual(invoice.totals.vat)
  expect(await office.get(invoice.id)).toMatchObject({
    status: 'credited',
    balance: eur('0.00'),
    creditNotes: [{ number: note.body.number }],
  })
  expect((await credit(office, invoice.id)).body).toMatchObject({ code: 'nothing_left' })
})

test('one line in part: by quantity, by amount, and never more than is left', async () => {
  const office = await newOffice()
  const invoice = await office.issued({ lines: [line('10', '24', { quantity: '3' }), line('5', '24')] })
  const [first, second] = invoice.lines
  const made = await credit(office, invoice.id, {
    lines: [
      { lineId: first!.id, quantity: '2' },
      { lineId: second!.id, amount: '1.50' },
    ],
  })
  expect(made.body.totals).toMatchObject({ net: eur('21.50'), vatTotal: eur('5.16'), gross: eur('26.66') })
  for (const lines of [
    [{ lineId: first!.id, quantity: '2' }],
    [{ lineId: second!.id, amount: '3.51' }],
    [{ lineId: first!.id, quantity: '-1' }],
  ])
    expect((await credit(office, invoice.id, { lines })).body).toMatchObject({ code: 'nothing_left' })
  await issue(office, made.body.id)
  expect((await office.get(invoice.id)).balance).toEqual(eur('16.74'))
  const rest = await credit(office, invoice.id)
  expect(rest.body.totals.net).toEqual(eur('13.50'))
  await issue(office, rest.body.id)
  expect((await office.get(invoice.id)).status).toBe('credited')
})

test('of a paid invoice it is the customer’s credit', async () => {
  const office = await newOffice()
  const invoice = await office.issued()
  await office.api.post(`/invoices/${invoice.id}/payments`, { amount: '124' }, { as: office.as })
  await issue(office, (await credit(office, invoice.id)).body.id)
  expect(await office.get(invoice.id)).toMatchObject({ status: 'paid', balance: eur('0.00') })
  expect(await office.credit(office.customerId)).toEqual(eur('124.00'))
})

test('two at once take what is left once', async () => {
  const office = await newOffice()
  const invoice = await office.issued()
  const replies = await Promise.all([1, 2, 3].map(() => credit(office, invoice.id)))
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
})

test('a draft is not credited, nor a credit note; and a credit note’s lines are its invoice’s', async () => {
  const office = await newOffice()
  expect((await credit(office, (await office.draft()).id)).body).toMatchObject({ code: 'not_issued' })
  const note = await credit(office, (await office.issued()).id)
  expect((await office.api.patch(`/invoices/${note.body.id}`, { lines: [] }, { as: office.as })).status).toBe(
    422,
  )
  await issue(office, note.body.id)
  expect((await credit(office, note.body.id)).body).toMatchObject({ code: 'is_credit_note' })
})

test('credit and re-issue: the old one is taken back, a draft like it is there', async () => {
  const office = await newOffice()
  const invoice = await office.issued()
  const made = await office.api.post<{ creditNote: Invoice; invoice: Invoice }>(
    `/invoices/${invoice.id}/reissue`,
    {},
    { as: office.as },
  )
  expect(made.status).toBe(201)
  expect(made.body.creditNote.totals.gross).toEqual(invoice.totals.gross)
  expect(made.body.invoice).toMatchObject({ status: 'draft', totals: { gross: invoice.totals.gross } })
  expect((await office.get(invoice.id)).status).toBe('credited')
})

test(
  'in whatever parts an invoice is credited, the parts are the invoice',
  { timeout: 120_000 },
  async () => {
    const office = await newOffice()
    const price = fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2))
    const lines = fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 5 }),
        unitPrice: price,
        vatRate: fc.constantFrom('24', '13', '6'),
        discountPercent: fc.constantFrom('0', '5', '33.33'),
      }),
      { minLength: 1, maxLength: 3 },
    )
    await fc.assert(
      fc.asyncProperty(
        lines,
        fc.constantFrom('net', 'gross'),
        fc.constantFrom([], [{ amount: '0.77', reason: 'x' }]),
        async (given, pricing, allowances) => {
          const invoice = await office.issued({
            pricing,
            allowances,
            lines: given.map((one) => ({ description: 'x', ...one })),
          })
          for (const { id } of invoice.lines) {
            const made = await credit(office, invoice.id, { lines: [{ lineId: id, quantity: '1' }] })
            await issueMade(office, made)
          }
          const rest = await credit(office, invoice.id)
          await issueMade(office, rest)
          expect((await office.get(invoice.id)).balance).toEqual(eur('0.00'))
          expect(await office.credit(office.customerId)).toEqual(eur('0.00'))
        },
      ),
      { numRuns: 12 },
    )
  },
)
