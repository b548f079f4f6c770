import { expect, test } from 'vitest'
import { line, newOffice, type Office } from '../invoicing/invoices.fixture.ts'
import { postEvent, postedEvents } from './post.ts'

const eur = (amount: string) => ({ amount, currency: 'EUR' })
type Trial = {
  rows: { code: string; balance: { amount: string } }[]
  totals: { debit: { amount: string }; credit: { amount: string } }
}

async function balances({ api, as }: Office, query = ''): Promise<Record<string, string>> {
  const { body } = await api.get<Trial>(`/reports/trial-balance${query}`, { as })
  expect(body.totals.debit).toEqual(body.totals.credit)
  return Object.fromEntries(body.rows.map(({ code, balance }) => [code, balance.amount]))
}

test('an invoice, a payment of too much, its credit note and a refund: every account as it should be, and the receivables agree', async () => {
  const office = await newOffice()
  const { api, as } = office
  const invoice = await office.issued({ prepaid: '4', lines: [line('100')] })
  await api.post(`/invoices/${invoice.id}/payments`, { amount: '130' }, { as })
  expect(await balances(office)).toMatchObject({
    '30.00': '0.00',
    '38.03': '130.00',
    '54.00': '-24.00',
    '70.00': '-100.00',
    '30.05': '-6.00',
  })
  const note = await api.post<{ id: string }>(
    `/invoices/${invoice.id}/credit-notes`,
    { lines: [{ lineId: invoice.lines[0]!.id, amount: '50' }] },
    { as },
  )
  await api.post(`/invoices/${note.body.id}/issue`, undefined, { as })
  const { body } = await api.get<{ data: { id: string }[] }>('/payments', { as })
  await api.post(`/payments/${body.data[0]!.id}/refunds`, { amount: '10' }, { as })
  const after = await balances(office)
  expect(after).toMatchObject({ '54.00': '-12.00', '70.00': '-50.00', '38.03': '120.00' })
  const report = await api.get<{ total: { amount: string }; credit: { amount: string } }>(
    '/reports/receivables',
    { as },
  )
  expect(report.body.total.amount).toBe(after['30.00'])
})

test('P2: the exchange difference stands on an account of its own', async () => {
  const office = await newOffice()
  const invoice = await office.issued({ currency: 'USD', exchangeRate: '8', lines: [line('200', '0')] })
  await office.api.post(
    `/invoices/${invoice.id}/payments`,
    { amount: '100', exchangeRate: '6' },
    { as: office.as },
  )
  expect(await balances(office)).toMatchObject({
    '30.00': '800.00',
    '81.00': '200.00',
    '38.03': '600.00',
    '70.00': '-1600.00',
  })
})

test('an event worked again, by the relay and by the report, is one entry; nobody changes it', async () => {
  const office = await newOffice()
  const { id } = await office.issued()
  const event = { name: postedEvents[0], entityId: id, data: {} }
  await Promise.all([1, 2, 3].map(() => postEvent(office.shop.as('system'), { event })))
  await balances(office)
  const entries = await office.shop.sql('select * from journal_entries')
  expect(entries).toHaveLength(1)
  await expect(office.shop.sql('update postings set amount = 1')).rejects.toThrow('permission denied')
  await expect(office.shop.sql('delete from journal_entries')).rejects.toThrow('permission denied')
})

test('entries by hand balance or are refused; a closed period takes nothing more', async () => {
  const office = await newOffice()
  const { api, as, shop } = office
  const write = (lines: object[], on = '2026-05-10') =>
    api.post('/journal', { on, description: 'Capital', lines }, { as })
  expect(
    (
      await write([
        { account: '38.03', debit: '100' },
        { account: '40.00', credit: '99.99' },
      ])
    ).status,
  ).toBe(422)
  expect(
    (
      await write([
        { account: '38.03', debit: '60' },
        { account: '38.00', debit: '40' },
        { account: '40.00', credit: '100' },
      ])
    ).status,
  ).toBe(201)
  expect(
    (
      await write([
        { account: '99', debit: '1' },
        { account: '40.00', credit: '1' },
      ])
    ).status,
  ).toBe(422)
  expect(await balances(office, '?asOf=2026-05-31')).toEqual({
    '38.00': '40.00',
    '38.03': '60.00',
    '40.00': '-100.00',
  })
  expect(await balances(office, '?asOf=2026-05-09')).toEqual({})

  const close = (through: string) => api.post<{ through: string }>('/closed-periods', { through }, { as })
  expect((await close('2999-01-01')).status).toBe(422)
  expect((await close('2026-05-31')).body.through).toBe('2026-05-31')
  expect((await close('2026-05-31')).status).toBe(201)
  expect(
    (
      await write([
        { account: '38.03', debit: '1' },
        { account: '40.00', credit: '1' },
      ])
    ).body,
  ).toMatchObject({ code: 'period_closed' })
  const pay = await api.post(
    '/payments',
    { customerId: office.customerId, amount: '5', on: '2026-05-20' },
    { as, key: 'late' },
  )
  expect(pay.body).toMatchObject({ code: 'period_closed' })
  await expect(
    shop.sql(
      `insert into journal_entries (tenant_id, id, number, booked_on, description, source, effect_key)
       select tenant_id, gen_random_uuid(), 'X', '2026-05-01', 'x', 'manual', 'forged' from journal_entries limit 1`,
    ),
  ).rejects.toThrow('row-level security')
})

test('accounts are listed and added; who may not keep the books does not', async () => {
  const office = await newOffice({ country: 'DE' })
  const { api, as } = office
  expect((await api.get<{ data: object[] }>('/accounts', { as })).body.data).toContainEqual(
    expect.objectContaining({ code: '1200', role: 'receivables' }),
  )
  expect((await api.post('/accounts', { code: '6100', name: 'Rent', kind: 'expense' }, { as })).status).toBe(
    201,
  )
  expect((await api.post('/accounts', { code: '6100', name: 'Rent', kind: 'expense' }, { as })).status).toBe(
    409,
  )
  await office.issued()
  expect(await balances(office)).toMatchObject({ '1200': '124.00', '4000': '-100.00', '2200': '-24.00' })
  expect((await api.get('/journal.csv', { as })).text).toContain('1200')
  const lead = await api.signUp('lead')
  expect((await api.get('/journal', { as: lead })).status).toBe(403)
  expect((await api.get('/reports/vat?from=2026-01-01&to=2999-12-31', { as })).body).toMatchObject({
    rows: [{ category: 'S', rate: '24', base: eur('100.00'), amount: eur('24.00') }],
    total: eur('24.00'),
  })
})
