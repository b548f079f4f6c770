import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newShop, type Shop, world } from '../../../test/world.ts'
import { connect } from '../database/connect.ts'
import { read, writing } from './change.ts'
import type { Context, Inside } from './context.ts'
import { updateOrganization } from './organization.ts'

test('a write is audited and announced in its own transaction', async () => {
  const shop = await newShop()
  await updateOrganization(shop.as('admin'), { name: 'A better name' })
  expect(await shop.auditOf(shop.organization.id)).toEqual(['organization.update'])
  expect(await shop.events()).toEqual(['organization.updated'])
})

test('two tenants on the same pooled connections never see each other', async () => {
  const [one, two] = await Promise.all([newShop(), newShop()])
  await updateOrganization(one.as('admin'), { name: 'One' })
  const audits = await read(
    two.as('admin'),
    async (ctx) => (await ctx.db.execute<{ id: string }>('select id from audit')).rows,
  )
  expect(audits).toEqual([])
  expect((await one.services.database.app.query('select * from audit')).rows).toEqual([])
})

test('nor after errors, cut connections and queries that come too late, on two connections for everybody', async () => {
  const { app, relay } = (await world()).database
  const urls = { app: app.options.connectionString!, relay: relay.options.connectionString! }
  const database = connect(urls, 2)
  try {
    const shops = await Promise.all([newShop(), newShop(), newShop()])
    for (const shop of shops) await updateOrganization(shop.as('admin'), { name: shop.organization.slug })
    const contextOf = (shop: Shop): Context => {
      const ctx = shop.as('admin')
      return { ...ctx, services: { ...ctx.services, database } }
    }
    const seen = async (inside: Inside) =>
      (await inside.db.execute<{ tenant: string }>(sql`select distinct tenant_id as tenant from audit`)).rows
    const mishaps: ((inside: Inside) => Promise<unknown>)[] = [
      seen,
      () => Promise.reject(new Error('thrown')),
      (inside) => inside.db.execute(sql`select 1 / 0`),
      (inside) => inside.db.execute(sql`select pg_terminate_backend(pg_backend_pid())`),
      async (inside) => void setTimeout(() => void seen(inside).catch(() => {}), 5),
      (inside) =>
        Promise.race([inside.db.execute(sql`select pg_sleep(0.02)`), Promise.reject(new Error('gone'))]),
    ]
    const wrong: unknown[] = []
    await Promise.all(
      Array.from({ length: 120 }, async (_, n) => {
        const shop = shops[n % shops.length]!
        const mishap = mishaps[n % mishaps.length]!
        await (n % 2 ? read : writing)(contextOf(shop), mishap).catch(() => {})
        const rows = await read(contextOf(shop), seen)
        if (rows.length !== 1 || rows[0]!.tenant !== shop.organization.id) wrong.push({ n, rows })
        const bare = await database.app.query('select tenant_id from audit')
        if (bare.rows.length > 0) wrong.push({ n, bare: bare.rows })
      }),
    )
    expect(wrong).toEqual([])
  } finally {
    await database.close()
  }
})
