import { afterEach, expect, test } from 'vitest'
import { client } from '../../../test/http.ts'
import { newShop, world } from '../../../test/world.ts'
import { startLeader } from '../events/leader.ts'
import { sweepEvents } from '../events/sweep.ts'
import { deleteFile, storeFile } from '../files/upload.ts'
import { writing } from '../tenancy/change.ts'
import { newId } from '../database/columns.ts'
import { once } from './once.ts'
import { enqueue } from './queue.ts'
import { runJob } from './run.ts'
import { sweepJob } from './sweep.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

const attempt = { jobId: '', number: 1, isLast: false }

test('an effect happens once, also when two runs race, and a failure leaves it to be had', async () => {
  const shop = await newShop()
  const done: string[] = []
  const run = (n: string) =>
    once(shop.as('system'), 'greet 1', async (ctx) => {
      await ctx.db.execute('select pg_sleep(0.05)')
      done.push(n)
    })
  await expect(
    once(shop.as('system'), 'greet 1', async () => {
      throw new Error('broken')
    }),
  ).rejects.toThrow('broken')
  const outcomes = await Promise.all([run('a'), run('b'), run('c')])
  expect(outcomes.filter(Boolean)).toHaveLength(1)
  expect(done).toHaveLength(1)
  expect(await run('d')).toBe(false)
})

test('administrators see the jobs of their own organisation, page by page, and no secrets in them', async () => {
  const [shop, other] = await Promise.all([newShop(), newShop()])
  for (let n = 0; n < 5; n++) {
    await writing(shop.as('admin'), (ctx) => enqueue(ctx, 'mail.send', { mailId: newId(), token: 'secret' }))
  }
  await writing(other.as('admin'), (ctx) => enqueue(ctx, 'mail.send', { mailId: newId() }))
  const api = client(shop)
  const admin = await api.signUp(['admin'])
  type Listed = {
    data: { id: string; input: { token: string } }[]
    page: { next: string | null }
    total: number
  }
  const seen: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const path: string = `/jobs?limit=2&count=exact${next ? `&cursor=${next}` : ''}`
    const { body } = await api.get<Listed>(path, { as: admin })
    expect(body.total).toBe(5)
    expect(body.data.every((job) => job.input.token === '[redacted]')).toBe(true)
    seen.push(...body.data.map((job) => job.id))
    next = body.page.next
  }
  expect(new Set(seen).size).toBe(5)
  const summary = await api.get('/jobs/summary', { as: admin })
  expect(summary.body).toEqual({ data: [{ name: 'mail.send', state: 'created', count: 5 }] })
  expect((await api.get(`/jobs?state=failed`, { as: admin })).body).toMatchObject({ data: [] })
  expect((await api.get(`/jobs?cursor=nonsense`, { as: admin })).status).toBe(422)

  const stranger = client(other)
  const theirs = await stranger.signUp(['admin'])
  expect((await stranger.get(`/jobs/${seen[0]}`, { as: theirs })).status).toBe(404)
  expect((await stranger.post(`/jobs/${seen[0]}/retry`, undefined, { as: theirs })).status).toBe(404)
  expect((await api.get('/jobs', { as: await api.signUp(['lead']) })).status).toBe(403)
})

test('a dead job is tried again by hand, once however often it is pressed', async () => {
  const shop = await newShop()
  await writing(shop.as('admin'), (ctx) => enqueue(ctx, 'mail.send', { mailId: newId() }))
  const [job] = await shop.sql<{ id: string }>("select id from pgboss.job where data->>'tenantId' = $1", [
    shop.organization.id,
  ])
  const api = client(shop)
  const admin = await api.signUp(['admin'])
  const retry = () => api.post<{ state: string }>(`/jobs/${job!.id}/retry`, undefined, { as: admin })
  expect((await retry()).body.state).toBe('created')
  await shop.sql("update pgboss.job set state = 'completed', completed_on = now() where id = $1", [job!.id])
  expect((await retry()).status).toBe(409)
  await shop.sql(
    `update pgboss.job set state = 'failed', retry_count = retry_limit, output = '{"message":"no route"}' where id = $1`,
    [job!.id],
  )
  expect((await api.get(`/jobs/${job!.id}`, { as: admin })).body).toMatchObject({
    state: 'failed',
    failure: 'no route',
  })
  expect((await retry()).body.state).toBe('retry')
  expect((await retry()).body.state).toBe('retry')
  expect(await shop.auditOf(job!.id)).toEqual(['job.retry'])
})

test('the hourly sweep takes away what is old and nothing else', async () => {
  const shop = await newShop()
  const { app } = shop.services.database
  const ctx = shop.as('system')
  await shop.sql(
    `insert into idempotency_keys (tenant_id, actor, key, fingerprint, status, answer, created_at)
      values ($1, 'a', 'old', '', 200, '', now() - interval '25 hours'), ($1, 'a', 'new', '', 200, '', now())`,
    [shop.organization.id],
  )
  await app.query(`insert into rate_limits (bucket, count, resets_at) values ('old-${shop.organization.id}', 1, now() - interval '2 hours'),
    ('new-${shop.organization.id}', 1, now())`)
  const bytes = (text: string) => new TextEncoder().encode(text)
  const [old, fresh, kept] = await Promise.all(
    ['old', 'fresh', 'kept'].map((name) =>
      storeFile(ctx, { name, bytes: bytes(name), visibility: 'public' }),
    ),
  )
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
  await deleteFile({ ...ctx, now: daysAgo(8) }, old!.id)
  await deleteFile({ ...ctx, now: daysAgo(2) }, fresh!.id)

  await runJob(shop.services, sweepJob, {
    id: '1',
    data: { tenantId: '', locale: 'en', requestId: '', input: {} },
    retryCount: 0,
    retryLimit: 1,
  })
  expect(await shop.jobs()).toContain('platform.sweep')
  await sweepJob.handle(ctx, undefined as never, attempt)
  await sweepJob.handle(ctx, undefined as never, attempt)

  expect(await shop.sql('select key from idempotency_keys')).toEqual([{ key: 'new' }])
  const { rows } = await app.query(
    `select bucket from rate_limits where bucket like '%${shop.organization.id}'`,
  )
  expect(rows).toEqual([{ bucket: `new-${shop.organization.id}` }])
  const there = await Promise.all([old, fresh, kept].map((file) => shop.services.files.get(file!.storageKey)))
  expect(there.map((found) => found !== null)).toEqual([false, true, true])
})

test('events older than thirty days go once every reader has passed them; nobody may delete a younger one', async () => {
  const shop = await newShop()
  const services = await world()
  const { relay } = services.database
  const tell = (entityId: string, age: string) =>
    shop.sql(
      `insert into events (tenant_id, id, ordinal, name, entity, entity_id, audience, at)
        values ($1, $2, 0, 'order.placed', 'order', $3, '{}', now() - $4::interval)`,
      [shop.organization.id, newId(), entityId, age],
    )
  await tell('old', '31 days')
  await tell('young', '29 days')
  const left = () =>
    shop
      .sql<{ id: string }>('select entity_id as id from events order by xid')
      .then((rows) => rows.map((row) => row.id))
  const sweep = async () => {
    const leader = startLeader(services, [sweepEvents()])
    await expect.poll(leader.isLeading, { timeout: 5_000 }).toBe(true)
    // Stopping lets the turn under way finish.
    await leader.stop()
  }
  await sweep()
  expect(await left()).toEqual(['old', 'young'])

  const moveTo = (xid: string) =>
    relay.query(
      `insert into outbox_cursors (reader, xid, ordinal) values ('relay', ${xid}, 0)
        on conflict (reader) do update set xid = excluded.xid`,
    )
  await moveTo("'1'::xid8")
  await sweep()
  expect(await left()).toEqual(['old', 'young'])
  await moveTo('pg_current_xact_id()')
  await tell('later', '40 days')
  await sweep()
  expect(await left()).toEqual(['young', 'later'])

  await expect(shop.sql('delete from events')).rejects.toThrow('permission denied')
  const { rowCount } = await relay.query("delete from events where entity_id = 'young'")
  expect(rowCount).toBe(0)
})
