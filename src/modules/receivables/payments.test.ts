import { expect, test } from 'vitest'
import { line, newOffice, type Office } from '../invoicing/invoices.fixture.ts'

const eur = (amount: string) => ({ amount, currency: 'EUR' })
const pay = ({ api, as }: Office, id: string, amount: unknown, more: object = {}) =>
  api.post(`/invoices/${id}/payments`, { amount, method: 'bank-transfer', ...more }, { as })

test('P1: a part leaves the rest open, too much becomes credit', async () => {
  const office = await newOffice()
  const first = await office.issued({ lines: [line('10', '0')] })
  expect((await pay(office, first.id, '2')).body).toMatchObject({
    invoice: { status: 'partly_paid', balance: eur('8.00') },
  })
  expect((await office.get(first.id)).totals).toMatchObject({ paid: eur('2.00'), due: eur('8.00') })
  const second = await office.issued({ lines: [line('10', '0')] })
  expect((await pay(office, second.id, eur('15.00'))).body).toMatchObject({
    allocated: eur('10.00'),
    credit: eur('5.00'),
    invoice: { status: 'paid' },
  })
  expect(await office.credit(office.customerId)).toEqual(eur('5.00'))
})

test('P2: the outstanding amount is in the currency of the invoice, the exchange difference apart', async () => {
  const office = await newOffice()
  const invoice = await office.issued({ currency: 'USD', exchangeRate: '8', lines: [line('200', '0')] })
  await pay(office, invoice.id, '100', { exchangeRate: '6' })
  const after = await office.get(invoice.id)
  expect(after.balance).toEqual({ amount: '100.00', currency: 'USD' })
  expect(after.exchangeDifference).toEqual(eur('-200.00'))
})

test('one payment of several invoices, its rest used later, and given back', async () => {
  const office = await newOffice()
  const { api, as, customerId } = office
  const [a, b, c] = [await office.issued(), await office.issued(), await office.issued()]
  const body = {
    customerId,
    amount: '300',
    on: '2026-06-13',
    method: 'bank-transfer',
    allocations: [
      { invoiceId: a.id, amount: '124' },
      { invoiceId: b.id, amount: '100' },
    ],
  }
  const made = await api.post<{ id: string }>('/payments', body, { as, key: 'p1' })
  expect(made).toMatchObject({ status: 201, body: { credit: eur('76.00') } })
  const again = await api.post<{ id: string }>('/payments', body, { as, key: 'p1' })
  expect(again.body.id).toBe(made.body.id)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(await office.credit(customerId)).toEqual(eur('76.00'))

  const allocate = (amount: string) =>
    api.post(`/payments/${made.body.id}/allocations`, { allocations: [{ invoiceId: c.id, amount }] }, { as })
  expect((await allocate('77')).status).toBe(422)
  expect((await allocate('50')).body).toMatchObject({ credit: eur('26.00') })
  const refund = (amount: string) => api.post(`/payments/${made.body.id}/refunds`, { amount }, { as })
  expect((await refund('26.01')).status).toBe(409)
  expect((await refund('26')).status).toBe(201)
  expect(await office.credit(customerId)).toEqual(eur('0.00'))
  expect((await api.get('/payments', { as })).body).toMatchObject({
    data: [{ number: expect.stringMatching(/^R/) }],
  })
})

test('twenty payments at once never settle more than the invoice', async () => {
  const office = await newOffice()
  const invoice = await office.issued({ lines: [line('10', '0')] })
  await Promise.all(Array.from({ length: 20 }, () => pay(office, invoice.id, '1')))
  expect((await office.get(invoice.id)).status).toBe('paid')
  expect(await office.credit(office.customerId)).toEqual(eur('10.00'))
  const [row] = await office.shop.sql<{ sum: string; paid: string }>(
    'select (select sum(amount) from allocations where invoice_id = $1)::text as sum, paid::text from open_items where invoice_id = $1',
    [invoice.id],
  )
  expect(row).toEqual({ sum: '10.00', paid: '10.00' })
  await expect(
    office.shop.sql('update open_items set paid = paid + 1 where invoice_id = $1', [invoice.id]),
  ).rejects.toThrow('open_items_within_total')
})

test('two allocations of one payment at once never exceed it', async () => {
  const office = await newOffice()
  const { api, as, customerId } = office
  const [a, b] = [await office.issued(), await office.issued()]
  const { body } = await api.post<{ id: string }>(
    '/payments',
    { customerId, amount: '100' },
    { as, key: 'x' },
  )
  const replies = await Promise.all(
    [a, b].map(({ id }) =>
      api.post(
        `/payments/${body.id}/allocations`,
        { allocations: [{ invoiceId: id, amount: '60' }] },
        { as },
      ),
    ),
  )
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 422])
})

test('what cannot be paid is refused', async () => {
  const office = await newOffice()
  const { api, as } = office
  const draft = await office.draft()
  expect((await pay(office, draft.id, '1')).body).toMatchObject({ code: 'not_issued' })
  const invoice = await office.issued()
  for (const amount of ['0', '-1', '1.005', { amount: '1', currency: 'USD' }])
    expect((await pay(office, invoice.id, amount)).status).toBe(422)
  expect((await pay(office, invoice.id, '1', { on: '2999-01-01' })).status).toBe(422)
  const other = await newOffice()
  const foreign = { customerId: other.customerId, amount: '5', allocations: [] }
  expect((await api.post('/payments', foreign, { as, key: 'y' })).status).toBe(404)
  const theirs = {
    customerId: office.customerId,
    amount: '5',
    allocations: [{ invoiceId: (await other.issued()).id, amount: '5' }],
  }
  expect((await api.post('/payments', theirs, { as, key: 'z' })).status).toBe(422)
  expect((await api.post('/payments', theirs, { key: 'z' })).status).toBe(401)
})

test('receivables as of any day, with what is not due yet; they add up', async () => {
  const office = await newOffice()
  const { api, as } = office
  const now = '2026-03-01T10:00:00Z'
  const days = ['2026-03-31', '2026-02-20', '2026-01-15', '2025-12-20', '2025-11-01']
  for (const dueOn of days) await office.issued({ dueOn, lines: [line('100', '0')] }, now)
  const late = await office.issued({ dueOn: '2026-03-10', lines: [line('50', '0')] }, now)
  await api.post(
    `/invoices/${late.id}/payments`,
    { amount: '30', on: '2026-03-05' },
    { as, now: '2026-03-06T10:00:00Z' },
  )
  const report = async (asOf: string) =>
    (
      await api.get<{
        buckets: { amount: { amount: string } }[]
        total: { amount: string }
        customers: object[]
      }>(`/reports/receivables?asOf=${asOf}`, { as })
    ).body
  const amounts = async (asOf: string) => (await report(asOf)).buckets.map(({ amount }) => amount.amount)
  expect(await amounts('2026-03-01')).toEqual(['150.00', '100.00', '100.00', '100.00', '100.00'])
  expect(await amounts('2026-03-05')).toEqual(['120.00', '100.00', '100.00', '100.00', '100.00'])
  expect(await amounts('2026-03-11')).toEqual(['100.00', '120.00', '100.00', '100.00', '100.00'])
  expect(await amounts('2026-02-28')).toEqual(['0.00', '0.00', '0.00', '0.00', '0.00'])
  expect(await report('2026-03-05')).toMatchObject({
    total: eur('520.00'),
    customers: [{ id: office.customerId, total: eur('520.00') }],
  })
})
