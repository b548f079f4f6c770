/** What Prometheus is told: requests, jobs, refusals, the pools, the queues, and how far behind the readers are. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { liveHub } from '../events/api.ts'
import type { Services } from '../tenancy/context.ts'
import { backlog } from './backlog.ts'
import { refusalCounts } from './refusals.ts'

const registers: Registry[] = []
const own = new Registry()
registers.push(own)

/** By the route's template, never by the address: the number of series must not grow with the data. */
export const httpSeconds = new Histogram({
  name: 'stoa_http_request_duration_seconds',
  help: 'Time to the first byte of the answer',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers,
})

export const jobSeconds = new Histogram({
  name: 'stoa_job_duration_seconds',
  help: 'Time of one try of a job',
  labelNames: ['name', 'outcome'],
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300],
  registers,
})

const collectors = new WeakMap<Services['database'], object[]>()

/** The text format of https://prometheus.io/docs/instrumenting/exposition_formats/. */
export async function metricsText(services: Services): Promise<{ type: string; text: string }> {
  if (!collectors.has(services.database)) collectors.set(services.database, addCollectors(services))
  return { type: own.contentType, text: await own.metrics() }
}

/** Read when somebody asks, not before. */
function addCollectors(services: Services): object[] {
  collectDefaultMetrics({ register: own })
  const refusals = new Counter({
    name: 'stoa_refusals_total',
    help: 'Requests refused on purpose, by the code of the refusal',
    labelNames: ['code'],
    registers,
    collect() {
      this.reset()
      for (const [code, count] of refusalCounts()) this.inc({ code }, count)
    },
  })
  const connections = new Gauge({
    name: 'stoa_database_connections',
    help: 'Connections of this process, and who waits for one',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const pool of ['app', 'relay'] as const) {
        const { totalCount, idleCount, waitingCount } = services.database[pool]
        this.set({ pool, state: 'busy' }, totalCount - idleCount)
        this.set({ pool, state: 'idle' }, idleCount)
        this.set({ pool, state: 'waiting' }, waitingCount)
      }
    },
  })
  const streams = new Gauge({
    name: 'stoa_live_streams',
    help: 'Open event streams of this process',
    registers,
    collect() {
      this.set(liveHub(services).size())
    },
  })
  const found = () => backlog(services).catch(() => null)
  const up = new Gauge({
    name: 'stoa_database_up',
    help: '1 when the database answered',
    registers,
    async collect() {
      this.set((await found()) ? 1 : 0)
    },
  })
  const jobs = new Gauge({
    name: 'stoa_jobs',
    help: 'Jobs that are not done, of all organisations',
    labelNames: ['name', 'state'],
    registers,
    async collect() {
      this.reset()
      for (const { name, state, count } of (await found())?.jobs ?? []) this.set({ name, state }, count)
    },
  })
  const behind = new Gauge({
    name: 'stoa_outbox_behind',
    help: 'Events that the relay and entries that the sealer have not reached (10,000 means at least)',
    labelNames: ['reader'],
    registers,
    async collect() {
      const counts = await found()
      if (!counts) return
      this.set({ reader: 'relay' }, counts.unrelayed)
      this.set({ reader: 'sealer' }, counts.unsealed)
    },
  })
  return [refusals, connections, streams, up, jobs, behind]
}
