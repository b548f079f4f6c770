/** The demo world on a real database: its books balance, every state occurs, and a second start changes nothing. */
import { expect, test } from 'vitest'
import { orderStatuses, partStatuses, returnStatuses } from '../../modules/orders/values.ts'
import { createAuthFor } from '../../platform/auth/accounts.ts'
import { bySlug } from '../../platform/tenancy/directory.ts'
import { imbalances } from '../../../test/market.ts'
import { type Shop, shopOf, world } from '../../../test/world.ts'
import { demoAccounts, demoPassword } from '../../platform/start/welcome.ts'
import { demoOrders } from './demo/orders.ts'
import { products } from './demo/products.ts'
import { reviews } from './demo/reviews.ts'
import { seedDemo } from './seed.ts'

const counted = [
  'organizations',
  'members',
  'producers',
  'categories',
  'products',
  'variants',
  'files',
  'orders',
  'payments',
  'refunds',
  'returns',
  'reviews',
  'promotions',
  'statements',
  'payouts',
  'stock_movements',
  'seller_agreements',
  'producer_applications',
] as const

const countsOf = async (shop: Shop) => {
  const [row] = await shop.sql<Record<string, number>>(
    `select ${counted.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`,
  )
  return row!
}

const statesOf = async (shop: Shop, table: string): Promise<string[]> =>
  (await shop.sql<{ status: string }>(`select distinct status from ${table}`)).map(({ status }) => status)

test('the demo world comes up whole, balances, and comes up once', { timeout: 120_000 }, async () => {
  const services = await world()
  // As two instances do that start together on a new database.
  const both = await Promise.all([seedDemo(services, 'marketplace'), seedDemo(services, 'marketplace')])
  await Promise.all(both.map((rest) => rest()))
  const demo = shopOf(services, (await bySlug(services, 'demo'))!)
  const counts = await countsOf(demo)

  expect(await imbalances(demo)).toEqual([])
  expect(counts).toMatchObject({
    products: products.length,
    orders: demoOrders.length,
    reviews: reviews.length,
  })
  expect(await statesOf(demo, 'orders')).toEqual(expect.arrayContaining([...orderStatuses]))
  expect(await statesOf(demo, 'order_parts')).toEqual(expect.arrayContaining([...partStatuses]))
  expect(await statesOf(demo, 'returns')).toEqual(
    expect.arrayContaining(
      returnStatuses.filter((status) => status === 'requested' || status === 'received'),
    ),
  )
  expect(await statesOf(demo, 'reviews')).toEqual(expect.arrayContaining(['pending', 'published', 'refused']))
  expect(await statesOf(demo, 'payments')).toEqual(expect.arrayContaining(['started', 'succeeded', 'failed']))

  const [bare] = await demo.sql<{ count: number }>(
    'select count(*)::int from products where cover_file_id is null or price_from is null or search_vector is null',
  )
  expect(bare!.count).toBe(0)
  const [early] = await demo.sql<{ count: number }>(
    "select count(*)::int from orders where placed_at < now() - interval '31 days' or placed_at > now()",
  )
  expect(early!.count).toBe(0)

  await (
    await seedDemo(services, 'marketplace')
  )()
  expect(await countsOf(demo)).toEqual(counts)
})

test('the accounts sign in, and the other house has its own goods', { timeout: 60_000 }, async () => {
  const services = await world()
  await seedDemo(services, 'marketplace')
  const auth = createAuthFor(services)
  const signIn = (email: string) =>
    auth.handler(
      new Request('http://localhost:3000/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
        body: JSON.stringify({ email, password: demoPassword }),
      }),
    )
  const emails = [...demoAccounts.map((name) => `${name}@demo.test`), 'owner@other.test']
  for (const email of emails) expect((await signIn(email)).status, email).toBe(200)
  const other = shopOf(services, (await bySlug(services, 'other'))!)
  expect(await other.sql('select slug from products order by slug')).toEqual([
    { slug: 'country-loaf' },
    { slug: 'sesame-ring' },
  ])
})
