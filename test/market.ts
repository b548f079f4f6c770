/** A small market to buy in: two producers, shipping methods, products on demand, and a cart ready to be placed. */
import { randomUUID } from 'node:crypto'
import { createProduct } from '../src/modules/catalog/create-product.ts'
import { producers } from '../src/modules/producers/schema.ts'
import { createShippingMethod } from '../src/modules/shipping/methods.ts'
import { newId } from '../src/platform/database/columns.ts'
import { unrecorded, change } from '../src/platform/tenancy/change.ts'
import type { Organization } from '../src/platform/tenancy/context.ts'
import { type Client, client, type Json, type Person } from './http.ts'
import { newShop, type Shop } from './world.ts'

export type Market = {
  shop: Shop
  api: Client
  /** The producers' ids. */
  producers: [string, string]
  methodId: string
  /** Puts a product with one variant on the shelf and answers the variant's id. */
  variant: (more?: {
    price?: string
    stock?: number
    producer?: 0 | 1
    vatClass?: 'standard' | 'reduced' | 'superReduced' | 'zero'
  }) => Promise<string>
  stockOf: (variantId: string) => Promise<number>
  /** Opens a cart with these things and fills in everything that an order needs. */
  cart: (
    lines: { variantId: string; quantity: number }[],
    more?: { as?: Person; payment?: string; codes?: string[]; email?: string },
  ) => Promise<FilledCart>
  place: (
    cart: FilledCart,
    more?: { key?: string; as?: Person; expectedTotal?: string },
  ) => ReturnType<Client['post']>
}

export type FilledCart = { id: string; token: string; total: string }

export const address = {
  name: 'Μαρία Παπαδοπούλου',
  line1: 'Ερμού 12',
  city: 'Αθήνα',
  postalCode: '10563',
  country: 'GR',
  phone: '+302101234567',
}

export async function newMarket(more: Partial<Organization> = {}): Promise<Market> {
  const shop = await newShop({
    settings: {
      bank: { holder: 'Test market', iban: 'GR1601101250000000012300695' },
      cashOnDelivery: { fee: '2.00' },
      commissionPercent: '10',
    },
    ...more,
  })
  const api = client(shop)
  const admin = shop.as('admin')
  const ids: [string, string] = [newId(), newId()]
  await change(admin, 'producer.create', async (ctx) => {
    await ctx.db.insert(producers).values(
      ids.map((id, index) => ({
        tenantId: ctx.tenantId,
        id,
        slug: `producer-${index}`,
        name: { el: `Παραγωγός ${index}`, en: `Producer ${index}` },
        iban: 'GR1601101250000000012300695',
      })),
    )
    return unrecorded(null)
  })
  const method = await createShippingMethod(admin, {
    code: 'flat',
    provider: 'flat',
    name: { el: 'Κούριερ', en: 'Courier' },
    price: '3.50',
    countries: [],
  })

  const market: Market = {
    shop,
    api,
    producers: ids,
    methodId: method.id,
    variant: async ({ price = '10.00', stock = 10, producer = 0, vatClass = 'reduced' } = {}) => {
      const product = await createProduct(shop.as('admin'), {
        producerId: ids[producer],
        name: { el: 'Ελαιόλαδο', en: 'Olive oil' },
        vatClass,
        status: 'published',
        variants: [{ sku: randomUUID(), price, stock, weightGrams: 1000 }],
      })
      return product.variants[0]!.id
    },
    stockOf: async (variantId) =>
      (await shop.sql<{ stock: number }>('select stock from variants where id = $1', [variantId]))[0]!.stock,
    cart: async (lines, { as, payment = 'bank-transfer', codes = [], email } = {}) => {
      const opened = await api.post<{ id: string; token: string }>('/carts', {}, as ? { as } : {})
      const ask = { headers: { 'Stoa-Cart': opened.body.token }, ...(as ? { as } : {}) }
      for (const line of lines) expectOk(await api.post(`/carts/${opened.body.id}/lines`, line, ask))
      const filled = await api.patch<{ totals: { total: { amount: string } } }>(
        `/carts/${opened.body.id}`,
        {
          email: email ?? `${randomUUID()}@test.example`,
          shippingAddress: address,
          shippingMethodId: method.id,
          paymentProvider: payment,
          promotionCodes: codes,
        },
        ask,
      )
      expectOk(filled)
      return { ...opened.body, total: filled.body.totals.total.amount }
    },
    place: (cart, { key = randomUUID(), as, expectedTotal = cart.total } = {}) =>
      api.post(
        '/orders',
        { cartId: cart.id, expectedTotal },
        { key, headers: { 'Stoa-Cart': cart.token }, ...(as ? { as } : {}) },
      ),
  }
  return market
}

export function expectOk(reply: { status: number; text: string }): void {
  if (reply.status >= 300) throw new Error(`${reply.status}: ${reply.text}`)
}

/** What must hold after anything: stock is its movements, orders are their parts, and no money came from nowhere. */
export async function imbalances(shop: Shop): Promise<Json[]> {
  return shop.sql<Json>(`
    select 'stock' as what, v.id::text, v.stock::text as have, coalesce(sum(m.quantity), 0)::text as want
    from variants v left join stock_movements m on m.tenant_id = v.tenant_id and m.variant_id = v.id
    group by v.tenant_id, v.id, v.stock having v.stock <> coalesce(sum(m.quantity), 0)
    union all
    select 'order total', o.id::text, o.total::text, (sum(l.gross) + o.shipping_gross + o.fee_gross)::text
    from (select *, case when price_kind = 'gross' then shipping else round(shipping * (1 + shipping_vat_rate::numeric / 100), 2) end as shipping_gross,
      case when price_kind = 'gross' then fee else round(fee * 1.24, 2) end as fee_gross from orders) o
    join order_lines l on l.tenant_id = o.tenant_id and l.order_id = o.id
    group by o.id, o.total, o.shipping_gross, o.fee_gross having o.total <> sum(l.gross) + o.shipping_gross + o.fee_gross
    union all
    select 'vat', o.id::text, o.total::text, (o.net + (select sum((v->>'amount')::numeric) from jsonb_array_elements(o.vat) v))::text
    from orders o where o.total <> o.net + (select coalesce(sum((v->>'amount')::numeric), 0) from jsonb_array_elements(o.vat) v)
    union all
    select 'parts', o.id::text, (o.total - o.fee)::text, sum(p.goods_total + p.shipping_total)::text
    from orders o join order_parts p on p.tenant_id = o.tenant_id and p.order_id = o.id where o.price_kind = 'gross'
    group by o.id, o.total, o.fee having o.total - o.fee <> sum(p.goods_total + p.shipping_total)
    union all
    select 'paid', o.id::text, o.paid::text, coalesce((select sum(amount) from payments p where p.tenant_id = o.tenant_id and p.order_id = o.id and p.status = 'succeeded'), 0)::text
    from orders o where o.paid <> coalesce((select sum(amount) from payments p where p.tenant_id = o.tenant_id and p.order_id = o.id and p.status = 'succeeded'), 0)
    union all
    select 'refunded', o.id::text, o.refunded::text, coalesce((select sum(amount) from refunds r where r.tenant_id = o.tenant_id and r.order_id = o.id and r.status = 'succeeded'), 0)::text
    from orders o where o.refunded <> coalesce((select sum(amount) from refunds r where r.tenant_id = o.tenant_id and r.order_id = o.id and r.status = 'succeeded'), 0)`)
}
