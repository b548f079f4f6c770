/** A job whose process was killed is another's within half a minute, whatever time it may take. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newShop, world } from '../../../test/world.ts'
import { startLeader } from '../events/leader.ts'
import { writing } from '../tenancy/change.ts'
import type { Services } from '../tenancy/context.ts'
import { type JobDefinition, type Jobs, startJobs } from './boss.ts'
import { enqueue } from './queue.ts'
import { reviveJobs } from './revive.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

async function startOne(definitions: JobDefinition[], isWorker: boolean) {
  const base = await world()
  const jobs: Jobs = await startJobs(base.database.app.options.connectionString!, definitions, isWorker)
  cleanups.push(jobs.stop)
  const services: Services = { ...base, jobs: jobs.queue }
  return { jobs, services }
}

test('kill -9 in the middle of a job hands it to another process', { timeout: 90_000 }, async () => {
  const shop = await newShop()
  const tries: number[] = []
  const definition: JobDefinition = {
    name: 'test.cut',
    handle: async (_ctx, _input, { number }) => void tries.push(number),
  }
  const mine = await startOne([definition], true)
  await writing({ ...shop.as('admin'), services: mine.services }, (ctx) => enqueue(ctx, 'test.cut'))

  const url = mine.services.database.app.options.connectionString!
  const worker = spawn(process.execPath, [path.join(import.meta.dirname, 'hanging-worker.fixture.ts'), url])
  const [said] = (await once(worker.stdout, 'data')) as [Buffer]
  expect(String(said)).toContain('at work')
  worker.kill('SIGKILL')
  await once(worker, 'exit')

  const leader = startLeader(mine.services, [reviveJobs()])
  cleanups.push(() => leader.stop())
  await mine.jobs.work(mine.services)
  await expect.poll(() => tries, { timeout: 45_000, interval: 250 }).toEqual([2])
})
