/**
 * How long it takes to seal and to verify an audit log, and to read it: `node bench/audit.ts [entries]`, a million when
 * not said. On a PostgreSQL of its own in a temporary directory, with the settings that a real one has.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { pino } from 'pino'
import { readEnv } from '../src/env.ts'
import { system } from '../src/platform/access/actor.ts'
import { listAudit } from '../src/platform/audit/list.ts'
import { sealAudit } from '../src/platform/audit/sealer.ts'
import { verifyAudit } from '../src/platform/audit/verify.ts'
import { newId } from '../src/platform/database/columns.ts'
import { connect } from '../src/platform/database/connect.ts'
import { prepareDatabase } from '../src/platform/database/migrate.ts'
import { startPostgres } from '../src/platform/database/postgres.ts'
import { startLeader } from '../src/platform/events/leader.ts'
import { MemoryFiles } from '../src/platform/files/memory.ts'
import { startJobs } from '../src/platform/jobs/boss.ts'
import type { Context, Services } from '../src/platform/tenancy/context.ts'
import { createOrganization } from '../src/platform/tenancy/organization.ts'

const entries = Number(process.argv[2] ?? 1_000_000)
const parent = mkdtempSync(path.join(tmpdir(), 'stoa-bench-'))
chmodSync(parent, 0o755)
const postgres = await startPostgres({ directory: path.join(parent, 'postgres'), password: 'bench' })
try {
  await measure()
} finally {
  await postgres.stop()
  rmSync(parent, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const owner = new Client({ connectionString: postgres.url('postgres') })
  await owner.connect()
  await owner.query('create database bench')
  await owner.end()
  const urls = await prepareDatabase(postgres.url('bench'), { app: 'app', relay: 'relay' })
  const database = connect(urls)
  const jobs = await startJobs(urls.app, [], false)
  const services: Services = {
    env: readEnv({ NODE_ENV: 'test' }),
    url: 'http://localhost:3000',
    secrets: ['a-secret-for-measuring-0123456789abcdef'],
    database,
    jobs: jobs.queue,
    files: new MemoryFiles(),
    log: pino({ level: 'warn' }),
  }
  const organization = await createOrganization(services, {
    slug: 'bench',
    name: 'Bench',
    blueprint: 'marketplace',
  })

  await timed(`write ${entries} entries`, () => generate(organization.id))
  const leader = startLeader(services, [sealAudit()])
  await timed('seal them', async () => {
    while ((await sealedIn(services)) < entries) await new Promise((resolve) => setTimeout(resolve, 200))
  })
  await leader.stop()
  await timed('verify them', async () => {
    const verdict = await verifyAudit(services, organization.id)
    if (!verdict.isSound || verdict.checked !== entries) throw new Error(JSON.stringify(verdict))
  })
  await readLists(services, organization)
  await jobs.stop()
  await database.close()
}

/** Entries as a checkout writes them; each batch is one transaction. */
async function generate(tenantId: string): Promise<void> {
  const admin = new Client({ connectionString: postgres.url('bench') })
  await admin.connect()
  const batch = 50_000
  for (let from = 0; from < entries; from += batch) {
    await admin.query(
      `insert into audit (tenant_id, id, ordinal, at, action, entity, entity_id, actor_kind, actor_id, actor_name, request_id,
          address, "before", "after")
        select $1, gen_random_uuid(), n - $2::int, now() - make_interval(secs => ($3 - n) * 2),
          (array['order.place', 'order.pay', 'product.update', 'stock.adjust', 'cart.change'])[1 + n % 5],
          (array['order', 'order', 'product', 'stock', 'cart'])[1 + n % 5], gen_random_uuid(), 'user',
          ('00000000-0000-7000-8000-' || lpad((n % 500)::text, 12, '0'))::uuid, 'Person ' || n % 500, gen_random_uuid(), '192.0.2.7',
          jsonb_build_object('id', n, 'status', 'pending', 'total', '12.50', 'version', 1, 'note', repeat('x', 120)),
          jsonb_build_object('id', n, 'status', 'paid', 'total', '12.50', 'version', 2, 'note', repeat('x', 120))
        from generate_series($2::int, $2::int + $4::int - 1) n`,
      [tenantId, from, entries, Math.min(batch, entries - from)],
    )
  }
  await admin.query('vacuum analyze audit')
  await admin.end()
}

async function sealedIn({ database }: Services): Promise<number> {
  const { rows } = await database.relay.query<{ n: number }>(
    'select coalesce(max(position), 0) as n from audit_seals where tenant_id = (select id from organizations limit 1)',
  )
  return rows[0]!.n
}

async function readLists(services: Services, organization: Context['organization']): Promise<void> {
  const ctx: Context = {
    tenantId: organization.id,
    organization,
    actor: system('bench'),
    locale: 'en',
    timeZone: organization.timeZone,
    now: new Date(),
    requestId: newId(),
    address: null,
    services,
  }
  const actor = '00000000-0000-7000-8000-000000000007'
  const filters = {
    'the newest 50': {},
    'one person': { actor },
    'one action': { action: 'order.pay' },
    'a day long ago': { to: new Date(Date.now() - entries * 1_000).toISOString().slice(0, 10) },
    'a name': { q: 'Person 77' },
    'a name that is not there': { q: 'nobody' },
  }
  for (const [what, filter] of Object.entries(filters)) {
    await timed(`read ${what}`, () => listAudit(ctx, { ...filter, limit: 50 }))
    await timed(`read ${what}, again`, () => listAudit(ctx, { ...filter, limit: 50 }))
  }
  let cursor: string | undefined
  for (let page = 0; page < 200; page++) {
    cursor = (await listAudit(ctx, { limit: 500, cursor })).page.next ?? undefined
  }
  await timed('read 50 after 100,000', () => listAudit(ctx, { limit: 50, cursor }))
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now()
  await work()
  console.log(`${what.padEnd(36)} ${Math.round(performance.now() - started).toLocaleString('en')} ms`)
}
