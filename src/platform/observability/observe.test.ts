import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DrizzleQueryError } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { newShop } from '../../../test/world.ts'
import { updateOrganization } from '../tenancy/organization.ts'
import { errorFacts } from './errors.ts'
import { createLogger } from './log.ts'
import { createTracker } from './sentry.ts'
import { readTraceparent, span, startTracing } from './traces.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

type Received = { url: string; headers: Record<string, unknown>; body: string }

async function stub(status: () => number = () => 200, headers = {}) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      received.push({ url: request.url!, headers: request.headers, body })
      response.writeHead(status(), headers).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanups.push(() => server.close())
  return { received, host: `127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('no secret and no person’s data of a failed query reaches the log', () => {
  const lines: string[] = []
  const log = createLogger({ LOG_LEVEL: 'info' }, { write: (line) => lines.push(line) })
  const cause = Object.assign(new Error('duplicate key'), {
    code: '23505',
    constraint: 'users_email',
    detail: 'eleni@test.example',
  })
  const failed = new DrizzleQueryError(
    'insert into users values ($1, $2)',
    ['eleni@test.example', 'hunter2'],
    cause,
  )
  log.error(
    { err: failed, requestId: 'r1', headers: { authorization: 'Bearer abc', accept: '*/*' } },
    'request failed',
  )
  log.info({ user: { password: 'hunter2', apiKey: 'k', name: 'Eleni' } })
  log.debug('not this')
  expect(lines).toHaveLength(2)
  const [error, info] = lines.map((line) => JSON.parse(line))
  expect(error).toMatchObject({
    level: 'error',
    msg: 'request failed',
    requestId: 'r1',
    headers: { authorization: '[redacted]', accept: '*/*' },
    err: {
      message: expect.stringContaining('insert into users'),
      cause: { code: '23505', constraint: 'users_email' },
    },
  })
  expect(error.err.stack).toContain('observe.test.ts')
  expect(info.user).toEqual({ password: '[redacted]', apiKey: '[redacted]', name: 'Eleni' })
  expect(lines.join('')).not.toMatch(/hunter2|eleni@|Bearer abc/)
})

test('what is logged as an error is reported to the tracker, innermost cause first', async () => {
  const { received, host } = await stub()
  const tracker = createTracker({ dsn: `http://key123@${host}/42`, environment: 'test', release: '1.2.3' })
  const log = createLogger({ LOG_LEVEL: 'silent' }, { report: tracker.report })
  const loud = createLogger({ LOG_LEVEL: 'error' }, { report: tracker.report, write: () => {} })
  log.warn({ err: new Error('not worth it') })
  loud.warn({ err: new Error('not worth it') })
  loud.error('no error object')
  const error = new Error('outer', { cause: new TypeError('inner') })
  loud.error({ err: error, requestId: 'r7', token: 'secret', rows: 3 }, 'request failed')
  await tracker.flush()

  expect(received).toHaveLength(1)
  const [{ url, headers, body }] = received as [Received]
  expect(url).toBe('/api/42/envelope/')
  expect(headers['x-sentry-auth']).toBe(
    'Sentry sentry_version=7, sentry_client=stoa/1.2.3, sentry_key=key123',
  )
  const [head, item, event] = body.split('\n').map((line) => JSON.parse(line))
  expect(item).toEqual({ type: 'event' })
  expect(event).toMatchObject({
    event_id: head.event_id,
    level: 'error',
    message: 'request failed',
    environment: 'test',
    tags: { requestId: 'r7' },
    extra: { token: '[redacted]', rows: 3 },
  })
  expect(event.exception.values.map((value: { type: string; value: string }) => value.value)).toEqual([
    'inner',
    'outer',
  ])
  expect(event.exception.values[1].stacktrace.frames.at(-1)).toMatchObject({
    filename: expect.stringContaining('observe.test.ts'),
    in_app: true,
  })
})

test('a tracker that is busy, away or flooded costs nothing', async () => {
  const report = { error: new Error('x'), level: 'error' as const, message: 'm', facts: {} }
  const busy = await stub(() => 429, { 'Retry-After': '60' })
  const tracker = createTracker({ dsn: `http://k@${busy.host}/1`, environment: 't', release: '1' })
  tracker.report(report)
  await tracker.flush()
  tracker.report(report)
  await tracker.flush()
  expect(busy.received).toHaveLength(1)

  const open = await stub()
  const flooded = createTracker({ dsn: `http://k@${open.host}/1`, environment: 't', release: '1' })
  for (let n = 0; n < 200; n++) flooded.report(report)
  await flooded.flush()
  expect(open.received).toHaveLength(30)

  const away = createTracker({ dsn: 'http://k@127.0.0.1:1/1', environment: 't', release: '1' })
  away.report(report)
  await expect(away.flush()).resolves.toBeUndefined()
  expect(() => createTracker({ dsn: 'https://nowhere', environment: 't', release: '1' })).toThrow(
    'SENTRY_DSN',
  )
})

type Exported = {
  resourceSpans: [{ resource: object; scopeSpans: [{ spans: Record<string, string & { code: number }>[] }] }]
}

test('spans lie within each other, go on from the caller, and carry what failed', async () => {
  const { received, host } = await stub()
  const stop = startTracing({ endpoint: `http://${host}/`, release: '1.2.3' })
  const shop = await newShop()
  const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  await span(
    'GET',
    'server',
    { 'http.request.method': 'GET' },
    async (note) => {
      await updateOrganization(shop.as('admin'), { name: 'Traced' })
      note({ 'http.response.status_code': 200 }, 'GET /x')
    },
    parent,
  )
  await expect(span('bad', 'internal', {}, async () => Promise.reject(new TypeError('no')))).rejects.toThrow(
    'no',
  )
  await span('unseen', 'server', {}, async () => {}, parent.replace(/01$/, '00'))
  await stop()

  expect(received[0]!.url).toBe('/v1/traces')
  const { resourceSpans } = JSON.parse(received[0]!.body) as Exported
  expect(JSON.stringify(resourceSpans[0].resource)).toContain('"stringValue":"stoa"')
  const { spans } = resourceSpans[0].scopeSpans[0]
  const [change, request, bad] = spans as [
    Exported['resourceSpans'][0]['scopeSpans'][0]['spans'][0],
    ...typeof spans,
  ]
  expect(spans.map(({ name }) => name)).toEqual(['change organization.update', 'GET /x', 'bad'])
  expect(request).toMatchObject({
    traceId: '0af7651916cd43dd8448eb211c80319c',
    parentSpanId: 'b7ad6b7169203331',
    kind: 2,
    status: {},
  })
  expect(change).toMatchObject({ traceId: request!['traceId'], parentSpanId: request!['spanId'], kind: 1 })
  expect(BigInt(change['endTimeUnixNano']!) >= BigInt(change['startTimeUnixNano']!)).toBe(true)
  expect(Math.abs(Number(BigInt(change['startTimeUnixNano']!) / 1_000_000n) - Date.now())).toBeLessThan(
    60_000,
  )
  expect(bad).toMatchObject({ status: { code: 2, message: 'TypeError' } })
  expect(bad!['parentSpanId']).toBeUndefined()
  expect(await span('off', 'internal', {}, async () => 'works without a collector')).toContain('works')
})

test('a collector that is away is told of, and the work goes on', async () => {
  const failures: unknown[] = []
  const stop = startTracing({
    endpoint: 'http://127.0.0.1:1',
    release: '1',
    onFailure: (error) => failures.push(error),
  })
  for (let n = 0; n < 3_000; n++) await span('x', 'internal', {}, async () => n)
  await stop()
  expect(failures).toHaveLength(1)
})

test('only a proper traceparent is gone on from', () => {
  expect(readTraceparent('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01')).toMatchObject({
    isSampled: true,
  })
  for (const header of [null, '', 'x', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`, `00-0af7-b7ad-01`]) {
    expect(readTraceparent(header)).toBeUndefined()
  }
})

test('an error that is no Error, and one without end, are facts too', () => {
  expect(errorFacts('broken')).toEqual({ type: 'string', message: 'broken' })
  const endless = new Error('a')
  endless.cause = endless
  expect(JSON.stringify(errorFacts(endless)).length).toBeLessThan(40_000)
})
