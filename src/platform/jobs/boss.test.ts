import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { newShop, type Shop, world } from '../../../test/world.ts'
import { writing } from '../tenancy/change.ts'
import type { Services } from '../tenancy/context.ts'
import { type JobDefinition, type Jobs, startJobs } from './boss.ts'
import { enqueue } from './queue.ts'
import { runJob } from './run.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

async function working(definitions: JobDefinition[]): Promise<{ services: Services; jobs: Jobs }> {
  const base = await world()
  const jobs = await startJobs(base.database.app.options.connectionString!, definitions, true)
  cleanups.push(jobs.stop)
  const services = { ...base, jobs: jobs.queue }
  await jobs.work(services)
  return { services, jobs }
}

const put = (services: Services, shop: Shop, name: string, input: object, singletonKey?: string) =>
  writing({ ...shop.as('admin'), services }, (ctx) => enqueue(ctx, name, input, { singletonKey }))

test('a job runs at once after its commit, as the system of its tenant, and never without the commit', async () => {
  const shop = await newShop()
  const seen: unknown[] = []
  const { services } = await working([
    {
      name: 'test.greet',
      handle: async (ctx, input: { n: number }, attempt) => {
        seen.push([input.n, ctx.tenantId, ctx.actor.kind, ctx.locale, attempt.number, attempt.isLast])
      },
    } satisfies JobDefinition<{ n: number }> as JobDefinition,
  ])
  // The first poll of a new worker is behind us.
  await sleep(300)
  const started = performance.now()
  await put(services, shop, 'test.greet', { n: 1 })
  await expect
    .poll(() => seen, { interval: 10 })
    .toEqual([[1, shop.organization.id, 'system', 'en', 1, false]])
  expect(performance.now() - started).toBeLessThan(800)

  await expect(
    writing({ ...shop.as('admin'), services }, async (ctx) => {
      await enqueue(ctx, 'test.greet', { n: 2 })
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  await sleep(300)
  expect(seen).toHaveLength(1)
  await expect(put(services, shop, 'test.nobody', {})).rejects.toThrow('no job named test.nobody')
})

test('many jobs are worked side by side, no more at once than asked for', async () => {
  const shop = await newShop()
  let running = 0
  let most = 0
  const done: number[] = []
  const { services } = await working([
    {
      name: 'test.many',
      concurrency: 3,
      handle: async (_ctx, input: { n: number }) => {
        most = Math.max(most, ++running)
        await sleep(20)
        running--
        done.push(input.n)
      },
    } satisfies JobDefinition<{ n: number }> as JobDefinition,
  ])
  for (let n = 0; n < 30; n++) await put(services, shop, 'test.many', { n })
  await expect.poll(() => done.length, { timeout: 10_000 }).toBe(30)
  expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n))
  expect(most).toBe(3)
})

test('what fails is tried again, and the last try knows that it is', async () => {
  const shop = await newShop()
  const tries: boolean[] = []
  const { services, jobs } = await working([
    {
      name: 'test.fragile',
      retryLimit: 1,
      handle: async (_ctx, _input, attempt) => {
        tries.push(attempt.isLast)
        throw new Error('broken')
      },
    },
  ])
  await put(services, shop, 'test.fragile', {})
  await expect.poll(() => tries, { timeout: 15_000 }).toEqual([false, true])
  const state = () =>
    shop
      .sql<{ state: string }>("select state from pgboss.job where name = 'test.fragile'")
      .then((rows) => rows[0]!.state)
  await expect.poll(state).toBe('failed')
  expect(jobs.queue.names.has('test.fragile')).toBe(true)
})

test('one waiting job per key; jobs without a key do not hinder each other', async () => {
  const shop = await newShop()
  const base = await world()
  const jobs = await startJobs(
    base.database.app.options.connectionString!,
    [{ name: 'test.keyed', handle: async () => {} }],
    false,
  )
  cleanups.push(jobs.stop)
  const services = { ...base, jobs: jobs.queue }
  for (const key of ['a', 'a', 'b', undefined, undefined]) await put(services, shop, 'test.keyed', {}, key)
  expect((await shop.jobs()).filter((name) => name === 'test.keyed')).toHaveLength(4)
})

test('a scheduled job becomes one job per organisation, also when the last round still waits', async () => {
  const [one, two] = await Promise.all([newShop(), newShop()])
  const base = await world()
  const definition: JobDefinition = { name: 'test.nightly', handle: async () => {} }
  const jobs = await startJobs(base.database.app.options.connectionString!, [definition], false)
  cleanups.push(jobs.stop)
  const services = { ...base, jobs: jobs.queue }
  const round = { tenantId: '', locale: 'en' as const, requestId: '', input: {} }
  for (const id of ['1', '2']) {
    await runJob(services, definition, { id, data: round, retryCount: 0, retryLimit: 3 })
  }
  for (const shop of [one, two]) expect(await shop.jobs()).toEqual(['test.nightly'])
})
