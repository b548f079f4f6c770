import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { client } from '../../../test/http.ts'
import { newShop, world } from '../../../test/world.ts'
import { connect } from '../database/connect.ts'
import { createOrganization } from '../tenancy/organization.ts'
import type { Services } from '../tenancy/context.ts'
import { newId } from '../database/columns.ts'
import { invalid, unavailable } from '../http/app-error.ts'
import type { SafeAnswer, safeFetch } from '../http/safe-fetch.ts'
import { alertsJob, postAlert, postAlertJob } from './alerts.ts'
import { mountHealth } from './mount.ts'

const attempt = { jobId: '', number: 1, isLast: false }

async function server(more: Partial<Services> = {}, isStopping = () => false) {
  const services = { ...(await world()), ...more }
  const app = new Hono()
  mountHealth(app, services, { startedAt: new Date(), isStopping })
  app.get('/things/:id', (c) => c.text('a thing'))
  app.get('/broken', () => {
    throw new Error('broken')
  })
  const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } })
  return (path: string, headers: Record<string, string> = {}, address = '127.0.0.1') =>
    app.request(`http://localhost${path}`, { headers }, from(address))
}

const away = connect({ app: 'postgres://a:b@127.0.0.1:1/x', relay: 'postgres://a:b@127.0.0.1:1/x' })

test('alive is not the same as ready', async () => {
  const fine = await server()
  expect((await fine('/health/live')).status).toBe(200)
  const ready = await fine('/health/ready')
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: 'ok', checks: { database: 'ok', migrations: 'ok', jobs: 'ok', disk: 'ok' } },
  ])
  const stopping = await server({}, () => true)
  expect((await stopping('/health/ready')).status).toBe(503)
  expect((await stopping('/health/live')).status).toBe(200)

  const lost = await server({ database: away })
  expect((await lost('/health/live')).status).toBe(200)
  const down = await lost('/health/ready')
  expect([down.status, await down.json()]).toEqual([
    503,
    { status: 'failed', checks: { database: 'failed', migrations: 'failed', jobs: 'failed', disk: 'ok' } },
  ])
})

test('metrics are told by route, not by address, to those who may hear them', async () => {
  const get = await server()
  for (const id of ['1', '2', '3']) await get(`/things/${id}`)
  await get('/nowhere/at/all')
  await get('/broken')
  const text = await (await get('/metrics')).text()
  expect(text).toContain(
    'stoa_http_request_duration_seconds_count{method="GET",route="/things/:id",status="200"} 3',
  )
  expect(text).toContain('route="/broken",status="500"')
  expect(text).not.toContain('nowhere')
  for (const name of [
    'stoa_database_up 1',
    'stoa_database_connections{pool="app",state="idle"}',
    'stoa_outbox_behind{reader="relay"}',
    'process_resident_memory_bytes',
    'stoa_live_streams 0',
  ]) {
    expect(text).toContain(name)
  }
  expect((await get('/metrics', {}, '203.0.113.5')).status).toBe(404)
  expect((await get('/metrics', { 'X-Forwarded-For': '127.0.0.1' })).status).toBe(404)

  const base = await world()
  const guarded = await server({ env: { ...base.env, METRICS_TOKEN: 'a-token-of-some-length' } })
  expect((await guarded('/metrics')).status).toBe(404)
  expect((await guarded('/metrics', { Authorization: 'Bearer a-token-of-some-lengtH' })).status).toBe(404)
  const far = await guarded('/metrics', { Authorization: 'Bearer a-token-of-some-length' }, '203.0.113.5')
  expect(far.status).toBe(200)
})

test('administrators see how the system is, others do not', async () => {
  const shop = await newShop()
  const api = client(shop)
  const health = await api.get('/health', { as: await api.signUp(['admin']) })
  expect(health.body).toMatchObject({
    status: 'ok',
    database: { version: expect.stringMatching(/^\d+/) },
    lastDay: { failedJobs: 0, failedMails: 0, queuedMails: 0 },
    settings: { mail: false, files: 'disk' },
  })
  expect((await api.get('/health', { as: await api.signUp(['lead']) })).status).toBe(403)
  expect((await api.get('/health')).status).toBe(401)
})

async function alertedShop() {
  const services = await world()
  const settings = {
    alerts: {
      email: 'guard@test.example',
      webhook: 'https://hooks.example/x',
      slack: 'https://slack.example/y',
    },
  }
  const shop = await newShop({ settings })
  const failed = (action: string) =>
    shop.sql(
      `insert into audit (tenant_id, id, ordinal, action, entity, entity_id, actor_kind, actor_name) values ($1, $2, 0, $3, 'x', 'y', 'system', 'test')`,
      [shop.organization.id, newId(), action],
    )
  const run = (minutes = 0) =>
    alertsJob.handle(
      shop.as('system', { now: new Date(Date.now() + minutes * 60_000), locale: 'el' }),
      undefined as never,
      attempt,
    )
  return { services, shop, failed, run }
}

test('what needs a person is told once an hour, by every way that is set', async () => {
  const { shop, failed, run } = await alertedShop()
  const counted = async () => [
    (await shop.sql("select 1 from mails where template = 'system.alert'")).length,
    (await shop.jobs()).filter((name) => name === 'platform.post-alert').length,
  ]
  await failed('mail.fail')
  await failed('mail.fail')
  await run()
  expect(await counted()).toEqual([0, 0])
  await failed('refund.fail')
  await run()
  expect(await counted()).toEqual([1, 2])
  await run()
  expect(await counted()).toEqual([1, 2])
  await failed('mail.fail')
  await run()
  expect(await counted()).toEqual([2, 4])
  const [mail] = await shop.sql<{ subject: string; text: string }>(
    'select subject, text from mails order by id limit 1',
  )
  expect(mail!.subject).toBe('Χρειάζεται προσοχή: 1 επιστροφή χρημάτων απέτυχε.')
  expect(mail!.text).toContain('refunds.failed')
  await run(61)
  expect(await counted()).toEqual([2, 4])
})

test('an alert is posted as JSON or as a message, tried again when it failed, and never posted inside', async () => {
  const { shop } = await alertedShop()
  const ctx = shop.as('system')
  const findings = [{ name: 'jobs.failed', text: '2 jobs have failed for good.', count: 2 }]
  const post = { title: findings[0]!.text, findings, url: 'https://shop.example/console/health' }
  const sent: { url: string; body: string }[] = []
  const answering = (status: number): typeof safeFetch => {
    return async (url, { body }) => {
      sent.push({ url, body: body as string })
      return { status, headers: new Headers(), bytes: Buffer.alloc(0), url } satisfies SafeAnswer
    }
  }
  await postAlert(ctx, { to: 'webhook', ...post }, answering(204))
  await postAlert(ctx, { to: 'slack', ...post }, answering(200))
  expect(sent.map(({ url }) => url)).toEqual(['https://hooks.example/x', 'https://slack.example/y'])
  expect(JSON.parse(sent[0]!.body)).toMatchObject({
    type: 'alert',
    organization: shop.organization.slug,
    findings,
  })
  expect(JSON.parse(sent[1]!.body).text).toContain('2 jobs have failed')

  await expect(postAlert(ctx, { to: 'webhook', ...post }, answering(500))).rejects.toThrow('answered 500')
  const unreachable = async () => Promise.reject(unavailable('away', { code: 'unreachable' }))
  await expect(postAlert(ctx, { to: 'webhook', ...post }, unreachable)).rejects.toThrow('away')
  const unsafe = async () => Promise.reject(invalid('inside', { code: 'unsafe_address' }))
  await postAlert(ctx, { to: 'webhook', ...post }, unsafe)

  const organization = {
    ...ctx.organization,
    settings: { alerts: { webhook: 'http://127.0.0.1:9/metadata' } },
  }
  await postAlertJob.handle({ ...ctx, organization }, { to: 'webhook', ...post }, attempt)
})

test('an organisation that named nobody is not looked at', async () => {
  const services = await world()
  const organization = await createOrganization(services, {
    slug: `quiet-${newId()}`,
    name: 'Quiet',
    blueprint: 'marketplace',
  })
  const shop = await newShop()
  const ctx = { ...shop.as('system'), organization, tenantId: organization.id }
  await alertsJob.handle(ctx, undefined as never, attempt)
  expect(await shop.jobs()).toEqual([])
})
