/** A house that invoices, and short ways of writing what its tests need. */
import type { z } from 'zod'
import { client, type Client, type Person } from '../../../test/http.ts'
import { newShop, type Shop } from '../../../test/world.ts'
import type { InvoiceView } from './present.ts'

export type Invoice = z.output<typeof InvoiceView>
export type Office = {
  shop: Shop
  api: Client
  as: Person
  customerId: string
  draft: (more?: object) => Promise<Invoice>
  issued: (more?: object, now?: string) => Promise<Invoice>
  get: (id: string, now?: string) => Promise<Invoice>
  credit: (id: string) => Promise<{ amount: string; currency: string }>
}

export const line = (unitPrice: string, vatRate = '24', more: object = {}) => ({
  description: 'Work',
  quantity: '1',
  unitPrice,
  vatRate,
  ...more,
})

export const address = {
  name: 'Άλφα Α.Ε.',
  line1: 'Ερμού 12',
  city: 'Αθήνα',
  postalCode: '10563',
  country: 'GR',
}

export async function newOffice(
  more: Parameters<typeof newShop>[0] = {},
  customer: object = {},
): Promise<Office> {
  const shop = await newShop({
    name: 'Δοκιμαστική Ο.Ε.',
    settings: {
      vatNumber: 'EL094259216',
      address: { ...address, name: 'Δοκιμαστική Ο.Ε.' },
      email: 'office@example.gr',
      phone: '+302101234567',
      bank: { holder: 'Δοκιμαστική Ο.Ε.', iban: 'GR1601101250000000012300695' },
    },
    ...more,
  })
  const api = client(shop)
  const as = await api.signUp('accountant')
  const made = await api.post<{ id: string }>(
    '/customers',
    {
      name: 'Άλφα Α.Ε.',
      kind: 'company',
      vatNumber: 'EL094014201',
      email: 'alpha@example.gr',
      addresses: [address],
      ...customer,
    },
    { as },
  )
  if (made.status !== 201) throw new Error(made.text)
  const customerId = made.body.id
  const must = async (status: number, reply: Promise<{ status: number; text: string; body: unknown }>) => {
    const { status: got, text, body } = await reply
    if (got !== status) throw new Error(`${got} ${text}`)
    return body as Invoice
  }
  const draft = (more: object = {}) =>
    must(201, api.post('/invoices', { customerId, lines: [line('100')], ...more }, { as }))
  return {
    shop,
    api,
    as,
    customerId,
    draft,
    issued: async (more = {}, now) =>
      must(
        201,
        api.post(`/invoices/${(await draft(more)).id}/issue`, undefined, { as, ...(now ? { now } : {}) }),
      ),
    get: (id, now) => must(200, api.get(`/invoices/${id}`, { as, ...(now ? { now } : {}) })),
    credit: async (id) =>
      (await api.get<{ credit: { amount: string; currency: string } }>(`/customers/${id}`, { as })).body
        .credit,
  }
}
