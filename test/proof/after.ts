/** What must hold after any crash: all that was promised is there, once, and nothing half of it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { imbalances } from '../market.ts'
import type { Shop } from '../world.ts'
import { type Checkout, place } from './crowd.ts'
import type { TestServer } from './server.ts'

/** Sends every checkout again under its key: what was acknowledged is replayed, what was not is now made, once. */
export async function expectAllKept(server: TestServer, checkouts: Checkout[]): Promise<void> {
  const lost: string[] = []
  for (const checkout of checkouts) {
    const again = await place(server.url, checkout)
    const id = again ? String(again.body['id']) : ''
    if (!again || again.status !== 201 || (checkout.orderId && id !== checkout.orderId))
      lost.push(
        `${checkout.orderId ?? 'unanswered'}: ${again?.status} ${JSON.stringify(again?.body).slice(0, 200)}`,
      )
    checkout.orderId ??= id
  }
  expect(lost).toEqual([])
  const orders = await server.sql<{ id: string; cart: string }>('select id, cart_id as cart from orders')
  expect(new Set(orders.map(({ id }) => id))).toEqual(new Set(checkouts.map(({ orderId }) => orderId)))
  expect(new Set(orders.map(({ cart }) => cart)).size).toBe(orders.length)
}

export async function expectNothingHalfDone(server: TestServer): Promise<void> {
  const asShop = { sql: server.sql } as unknown as Shop
  expect(await imbalances(asShop)).toEqual([])
  const halves = await server.sql(`
    select 'order without lines' as what, o.id::text from orders o
      where not exists (select from order_lines l where l.order_id = o.id)
    union all select 'order without parts', o.id::text from orders o
      where not exists (select from order_parts p where p.order_id = o.id)
    union all select 'order that nobody was told of', o.id::text from orders o
      where 1 <> (select count(*) from events e where e.entity_id = o.id::text and e.name = 'order.placed')
    union all select 'order that is not in the audit', o.id::text from orders o
      where 1 <> (select count(*) from audit a where a.entity_id = o.id::text and a.action = 'order.place')
    union all select 'stock taken for no order', m.id::text from stock_movements m
      where m.entity = 'order' and not exists (select from orders o where o.id::text = m.entity_id)`)
  expect(halves).toEqual([])
  const numbers = await server.sql<{ n: number }>(
    `select split_part(number, '-', 2)::int as n from orders order by 1`,
  )
  expect(numbers.map(({ n }) => n)).toEqual(numbers.map((_, index) => index + 1))
}

/** Waits until no work is left, and answers how many orders have their one confirmation: it must be all. */
export async function expectEffectsOnce(server: TestServer, mostMs: number): Promise<number> {
  const until = Date.now() + mostMs
  for (;;) {
    const [left] = await server.sql<{ jobs: number; lag: number }>(`
      select (select count(*)::int from pgboss.job where state in ('created', 'retry', 'active')
          and name not like '\\_\\_%' and start_after < now() + interval '5 minutes') as jobs,
        (select count(*)::int from events e where (e.xid, e.ordinal) >
          (select c.xid, c.ordinal from outbox_cursors c where c.reader = 'relay')) as lag`)
    if (left!.jobs === 0 && left!.lag === 0) break
    if (Date.now() > until) {
      const jobs = await server.sql(
        `select name, state, started_on, start_after, output from pgboss.job where state in ('created', 'retry', 'active')`,
      )
      throw new Error(`Still waiting: ${JSON.stringify({ ...left, jobs })}`)
    }
    await sleep(250)
  }
  expect(
    await server.sql('select effect_key from mails group by tenant_id, effect_key having count(*) > 1'),
  ).toEqual([])
  const wrong = await server.sql(`
    select o.id::text, count(m.id)::int as mails from orders o
    left join mails m on m.tenant_id = o.tenant_id and m.entity_id = o.id::text and m.recipient = o.email
      and m.template = 'order.confirmation'
    group by o.id having count(m.id) <> 1`)
  expect(wrong).toEqual([])
  expect(await server.sql(`select name, output from pgboss.job where state = 'failed'`)).toEqual([])
  const [orders] = await server.sql<{ n: number }>('select count(*)::int as n from orders')
  return orders!.n
}

/** Waits until the database has noticed that the server is gone: what was on its way is committed or rolled back by then. */
export async function untilAlone(server: TestServer): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const [left] = await server.sql<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where application_name like 'stoa%'`,
    )
    if (left!.n === 0) return
    await sleep(50)
  }
  throw new Error('Connections of the killed server are still open.')
}
