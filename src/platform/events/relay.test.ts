import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type QueryResult } from 'pg'
import { afterEach, expect, inject, test } from 'vitest'
import { newShop, type Shop, world } from '../../../test/world.ts'
import { newId } from '../database/columns.ts'
import { startJobs } from '../jobs/boss.ts'
import type { JobData } from '../jobs/queue.ts'
import type { Services } from '../tenancy/context.ts'
import { type Leader, startLeader } from './leader.ts'
import { type EventInput, relayEvents } from './relay.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

const subscriptions = [
  { on: ['order.placed' as const], job: 'test.confirm' },
  { on: ['order.placed' as const, 'order.cancelled' as const], job: 'test.index' },
]

/** Services whose jobs are ours, and what was enqueued in which order. */
async function relaying(): Promise<{ services: Services; sent: (tenantId: string) => string[] }> {
  const services = await world()
  const definitions = ['test.confirm', 'test.index'].map((name) => ({ name, handle: async () => {} }))
  const jobs = await startJobs(services.database.app.options.connectionString!, definitions, false)
  cleanups.push(jobs.stop)
  const log: { job: string; data: JobData }[] = []
  const own: Services = {
    ...services,
    jobs: {
      ...jobs.queue,
      sendMany: async (execute, job, data) => {
        await jobs.queue.sendMany(execute, job, data)
        log.push(...data.map((each) => ({ job, data: each })))
      },
    },
  }
  return {
    services: own,
    sent: (tenantId) =>
      log
        .filter(({ job, data }) => job === 'test.index' && data.tenantId === tenantId)
        .map(({ data }) => (data.input as EventInput).event.entityId),
  }
}

function lead(services: Services): Leader {
  const leader = startLeader(services, [relayEvents(services, subscriptions)])
  cleanups.push(leader.stop)
  return leader
}

/** A transaction that told of an event and is still open. */
async function openTransaction(shop: Shop, entityId: string, name = 'order.placed') {
  const client = await shop.services.database.app.connect()
  await client.query('begin')
  await client.query("select set_config('app.tenant_id', $1, true)", [shop.organization.id])
  await client.query(
    `insert into events (tenant_id, id, ordinal, name, entity, entity_id, audience) values ($1, $2, 0, $3, 'order', $4, '{}')`,
    [shop.organization.id, newId(), name, entityId],
  )
  const end = async (how: 'commit' | 'rollback') => {
    await client.query(how)
    client.release()
  }
  return { commit: () => end('commit'), rollback: () => end('rollback') }
}

const tell = async (shop: Shop, entityId: string, name?: string) =>
  (await openTransaction(shop, entityId, name)).commit()

/** The jobs as the database has them. */
const enqueued = (shop: Shop, job: string) =>
  shop
    .sql<{
      id: string
    }>(
      `select data->'input'->'event'->>'entityId' as id from pgboss.job where name = $1 and data->>'tenantId' = $2 order by 1`,
      [job, shop.organization.id],
    )
    .then((rows) => rows.map((row) => row.id))

async function administer(shop: Shop, sql: string): Promise<QueryResult> {
  const admin = new Client({
    connectionString: `${inject('postgres')}${shop.services.database.app.options.connectionString!.split('/').at(-1)}`,
  })
  await admin.connect()
  return admin.query(sql).finally(() => admin.end())
}

test('an event becomes one job per subscription, within a moment of its commit', async () => {
  const shop = await newShop()
  const { services } = await relaying()
  lead(services)
  await tell(shop, 'one')
  await tell(shop, 'two', 'order.cancelled')
  await tell(shop, 'three', 'order.shipped')
  await expect.poll(() => enqueued(shop, 'test.index'), { timeout: 5_000 }).toEqual(['one', 'two'])
  expect(await enqueued(shop, 'test.confirm')).toEqual(['one'])
})

test('a slow transaction that commits late is neither skipped nor overtaken', async () => {
  const shop = await newShop()
  const { services, sent } = await relaying()
  const leader = lead(services)
  const slow = await openTransaction(shop, 'slow')
  await tell(shop, 'quick')
  leader.nudge()
  await sleep(1_500)
  expect(sent(shop.organization.id)).toEqual([])
  await slow.commit()
  await expect.poll(() => sent(shop.organization.id), { timeout: 5_000 }).toEqual(['slow', 'quick'])
})

test('a subscription to a job that nobody works is refused at the start', async () => {
  const { services } = await relaying()
  expect(() => relayEvents(services, [{ on: ['order.placed'], job: 'nobody' }])).toThrow(
    'no job named nobody',
  )
})

test('one leads and the other takes over; through kills and rollbacks each event is relayed once', async () => {
  const shop = await newShop()
  const { services } = await relaying()
  const leaders = [lead(services), lead(services)]
  await expect.poll(() => leaders.filter((leader) => leader.isLeading()).length, { timeout: 5_000 }).toBe(1)

  const committed: string[] = []
  const writing = new AbortController()
  const killer = (async () => {
    while (!writing.signal.aborted) {
      await sleep(400)
      await administer(
        shop,
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'stoa-leader' and datname = current_database()",
      )
    }
  })()
  await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; n < 25; n++) {
        const id = `${writer}-${n}`
        const transaction = await openTransaction(shop, id)
        await sleep(Math.random() * 120)
        if (n % 5 === 0) {
          await transaction.rollback()
        } else {
          await transaction.commit()
          committed.push(id)
        }
      }
    }),
  )
  writing.abort()
  await killer
  await expect
    .poll(() => enqueued(shop, 'test.index'), { timeout: 15_000 })
    .toEqual(expect.arrayContaining(committed))
  await sleep(1_200)
  expect(await enqueued(shop, 'test.index')).toEqual(committed.toSorted())
  expect(await enqueued(shop, 'test.confirm')).toEqual(committed.toSorted())

  const first = leaders.find((leader) => leader.isLeading())!
  await first.stop()
  await tell(shop, 'after')
  await expect.poll(() => enqueued(shop, 'test.confirm'), { timeout: 5_000 }).toContain('after')
})
