import { expect, test } from 'vitest'
import { newId } from '../../platform/database/columns.ts'
import { line, newOffice } from './invoices.fixture.ts'

const eur = (amount: string) => ({ amount, currency: 'EUR' })

test('a draft has totals and no number; it changes, keeps its version, and goes', async () => {
  const { api, as, draft } = await newOffice()
  const made = await draft({ lines: [line('30', '10', { quantity: '2' }), line('5', '50')] })
  expect(made).toMatchObject({ status: 'draft', number: null, issuedOn: null, balance: null })
  expect(made.totals).toMatchObject({
    net: eur('65.00'),
    vatTotal: eur('8.50'),
    gross: eur('73.50'),
    due: eur('73.50'),
  })

  const path = `/invoices/${made.id}`
  const changed = await api.patch<typeof made>(
    path,
    { lines: [line('348.35', '22', { quantity: 16, discountPercent: '4' })] },
    { as, headers: { 'If-Match': '"v1"' } },
  )
  expect(changed.body.totals).toMatchObject({
    net: eur('5350.66'),
    vatTotal: eur('1177.15'),
    gross: eur('6527.81'),
  })
  expect((await api.patch(path, { notes: 'x' }, { as, headers: { 'If-Match': '"v1"' } })).status).toBe(412)
  expect((await api.delete(path, undefined, { as })).status).toBe(204)
  expect((await api.get(path, { as })).status).toBe(404)
})

test('issuing draws the number, keeps the world as it was, and happens once', async () => {
  const { api, as, draft, get, customerId } = await newOffice()
  const made = await draft({ lines: [line('1.23', '24', { quantity: '3' })] })
  const [first, second] = await Promise.all(
    [1, 2].map(() => api.post<typeof made>(`/invoices/${made.id}/issue`, undefined, { as })),
  )
  expect([first!.status, second!.status]).toEqual([201, 201])
  expect(first!.body).toMatchObject({
    number: expect.stringMatching(/^INV-\d{4}-000001$/),
    status: 'issued',
    balance: eur('4.58'),
  })
  expect(second!.body.number).toBe(first!.body.number)
  await api.patch(`/customers/${customerId}`, { name: 'Another name' }, { as })
  expect((await get(made.id)).buyer).toMatchObject({ name: 'Άλφα Α.Ε.', vatNumber: 'EL094014201' })
})

test('an issued invoice never changes: not by the API, not by SQL of the application', async () => {
  const { api, as, shop, issued } = await newOffice()
  const { id } = await issued()
  expect((await api.patch(`/invoices/${id}`, { notes: 'x' }, { as })).body).toMatchObject({
    status: 409,
    code: 'issued',
  })
  expect((await api.delete(`/invoices/${id}`, undefined, { as })).status).toBe(409)

  const before = await shop.sql('select * from invoices where id = $1', [id])
  const touched = async (text: string) => (await shop.sql(`${text} returning 1`, [id])).length
  expect(await touched("update invoices set notes = 'forged' where id = $1")).toBe(0)
  expect(await touched('update invoices set issued_at = null, number = null where id = $1')).toBe(0)
  expect(await touched('delete from invoices where id = $1')).toBe(0)
  expect(await touched('update invoice_lines set net = 0 where invoice_id = $1')).toBe(0)
  expect(await touched('delete from invoice_lines where invoice_id = $1')).toBe(0)
  await expect(
    shop.sql(
      `insert into invoice_lines (tenant_id, id, invoice_id, position, description, quantity, unit, unit_price, vat_rate, vat_category, subtotal, net, vat, gross)
       select tenant_id, $2, id, 9, 'x', 1, 'C62', 1, '24', 'S', 1, 1, 0, 1 from invoices where id = $1`,
      [id, newId()],
    ),
  ).rejects.toThrow('row-level security')
  await expect(shop.sql('update allocations set amount = 1 where invoice_id = $1', [id])).rejects.toThrow(
    'permission denied',
  )
  expect(await shop.sql('select * from invoices where id = $1', [id])).toEqual(before)
})

test(
  'fifty at once get one to fifty, and a failure in between leaves no gap',
  { timeout: 60_000 },
  async () => {
    const { api, as, draft } = await newOffice()
    const drafts = await Promise.all(Array.from({ length: 50 }, () => draft()))
    const empty = await Promise.all(Array.from({ length: 5 }, () => draft({ lines: [] })))
    const replies = await Promise.all(
      [...drafts, ...empty].map(({ id }) =>
        api.post<{ number: string }>(`/invoices/${id}/issue`, undefined, { as }),
      ),
    )
    const numbers = replies
      .filter(({ status }) => status === 201)
      .map(({ body }) => Number(body.number.slice(-6)))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
    expect(replies.filter(({ status }) => status === 422)).toHaveLength(5)
  },
)

test('days in a series never run backwards; each series and year counts for itself', async () => {
  const { api, as, draft, issued } = await newOffice()
  const later = '2026-06-13T10:00:00Z'
  expect((await issued({}, later)).number).toBe('INV-2026-000001')
  const early = await draft()
  const refused = await api.post(`/invoices/${early.id}/issue`, undefined, {
    as,
    now: '2026-06-12T10:00:00Z',
  })
  expect(refused.body).toMatchObject({ status: 409, code: 'date_before_last', lastOn: '2026-06-13' })
  expect((await issued({ series: 'b' }, '2026-06-12T10:00:00Z')).number).toBe('B-2026-000001')
  expect((await issued({}, later)).number).toBe('INV-2026-000002')
  expect((await issued({}, '2027-01-01T10:00:00Z')).number).toBe('INV-2027-000001')
  const { customerId } = early
  for (const series of ['CRN', 'b-c'])
    expect((await api.post('/invoices', { customerId, series }, { as })).status).toBe(422)
})

test('what is missing is told at its field', async () => {
  const { api, as, draft, customerId } = await newOffice()
  const issue = (id: string) => api.post(`/invoices/${id}/issue`, undefined, { as })
  const pointers = async (more: object) =>
    ((await issue((await draft(more)).id)).body['errors'] as { pointer: string }[]).map(
      ({ pointer }) => pointer,
    )
  expect(await pointers({ lines: [] })).toEqual(['/lines'])
  expect(await pointers({ currency: 'USD' })).toEqual(['/exchangeRate'])
  expect(await pointers({ lines: [line('1', '0', { vatCategory: 'K' })] })).toEqual([
    '/customerId',
    '/deliveredOn',
  ])
  const wrong = (lines: object[]) => api.post('/invoices', { customerId, lines }, { as })
  expect((await wrong([line('1', '24', { vatCategory: 'E' })])).status).toBe(422)
  expect((await wrong([line('-1')])).status).toBe(422)
  expect((await wrong([line('1', '24', { productId: newId() })])).status).toBe(422)
  expect((await api.post('/invoices', { customerId: newId() }, { as })).status).toBe(422)
})

test('who may: accountants and administrators; another house sees nothing', async () => {
  const { api, as, issued } = await newOffice()
  const { id } = await issued()
  for (const role of ['customer', 'producer', 'member'] as const) {
    const person = await api.signUp(role)
    expect((await api.get(`/invoices/${id}`, { as: person })).status).toBe(403)
    expect((await api.post('/invoices', {}, { as: person })).status).toBe(403)
  }
  const other = await newOffice()
  expect((await other.api.get(`/invoices/${id}`, { as: other.as })).status).toBe(404)
  expect((await other.api.post(`/invoices/${id}/issue`, undefined, { as: other.as })).status).toBe(404)
  expect(
    (await api.get<{ data: object[] }>('/invoices?q=αλφα&status=issued', { as })).body.data,
  ).toHaveLength(1)
  expect((await api.get('/invoices.csv', { as })).text).toContain('INV-')
})

test('above the credit limit one must say so', async () => {
  const { api, as, draft } = await newOffice({}, { creditLimit: '150.00' })
  const issue = async (body?: object) => api.post(`/invoices/${(await draft()).id}/issue`, body, { as })
  expect((await issue()).status).toBe(201)
  expect((await issue()).body).toMatchObject({ code: 'credit_limit' })
  expect((await issue({ ignoreCreditLimit: true })).status).toBe(201)
})
