/** What the palette finds by a few letters: orders, parts, products, producers and customers, as far as the person may see them. */
import type { Route } from './+types/console-palette.ts'
import { listProducts } from '../modules/catalog/search/list-products.ts'
import { ListProducts } from '../modules/catalog/search/shapes.ts'
import { ListCustomers } from '../modules/customers/shapes.ts'
import { listCustomers } from '../modules/customers/list.ts'
import { listOrders } from '../modules/orders/find.ts'
import { listParts } from '../modules/orders/parts.ts'
import { ListOrders, ListParts } from '../modules/orders/shapes.ts'
import { listProducers } from '../modules/producers/list.ts'
import { ListProducers } from '../modules/producers/shapes.ts'
import { may } from '../platform/access/actor.ts'
import { stoa } from '../platform/pages/context.ts'
import { attempt, refused } from '../platform/pages/outcome.ts'
import type { Context } from '../platform/tenancy/context.ts'
import { inLocale } from '../platform/values/shapes.ts'
import type { PaletteRecord } from '../ui/console/command-palette.tsx'

const limit = 5

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, 100)
  if (q.length < 2) return { data: [] }
  const outcome = await attempt(() =>
    Promise.all([orders, parts, products, producers, customers].map((find) => find(ctx, q))),
  )
  return outcome.problem ? refused(outcome) : { data: outcome.result.flat() }
}

async function orders(ctx: Context, q: string): Promise<PaletteRecord[]> {
  if (!may(ctx.actor, 'orders.readAll')) return []
  const { data } = await listOrders(ctx, ListOrders.parse({ q, limit, view: 'all' }))
  return data.map((order) => ({
    id: order.id,
    label: order.number,
    detail: order.billingAddress.name,
    to: `/console/orders/${order.id}`,
  }))
}

/** For people who send and do not see whole orders. */
async function parts(ctx: Context, q: string): Promise<PaletteRecord[]> {
  if (may(ctx.actor, 'orders.readAll') || !may(ctx.actor, 'orders.fulfil')) return []
  const { data } = await listParts(ctx, ListParts.parse({ q, limit }))
  return data.map(({ part, order }) => ({
    id: part.id,
    label: part.number,
    detail: order.shippingAddress.name,
    to: `/console/parts/${part.id}`,
  }))
}

async function products(ctx: Context, q: string): Promise<PaletteRecord[]> {
  if (!may(ctx.actor, 'products.write')) return []
  const { data } = await listProducts(ctx, ListProducts.parse({ q, limit, scope: 'managed' }))
  return data.map((product) => ({
    id: product.id,
    label: typeof product.name === 'string' ? product.name : inLocale(product.name, ctx.locale),
    to: `/console/products/${product.id}`,
  }))
}

async function producers(ctx: Context, q: string): Promise<PaletteRecord[]> {
  if (!may(ctx.actor, 'producers.manage')) return []
  const { data } = await listProducers(ctx, ListProducers.parse({ q, limit, scope: 'managed' }))
  return data.map((producer) => ({
    id: producer.id,
    label: inLocale(producer.name, ctx.locale),
    to: `/console/producers/${producer.id}`,
  }))
}

async function customers(ctx: Context, q: string): Promise<PaletteRecord[]> {
  if (!may(ctx.actor, 'customers.read')) return []
  const { data } = await listCustomers(ctx, ListCustomers.parse({ q, limit }))
  return data.map((customer) => ({
    id: customer.id,
    label: customer.name,
    detail: customer.email ?? customer.phone ?? '',
    to: `/console/customers/${customer.id}`,
  }))
}
