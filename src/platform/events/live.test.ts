import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, expect, inject, test, vi } from 'vitest'
import { client } from '../../../test/http.ts'
import { newShop, type Shop } from '../../../test/world.ts'
import { newId } from '../database/columns.ts'
import { isAnswer } from '../http/endpoint.ts'
import type { Context } from '../tenancy/context.ts'
import { eventsApi } from './api.ts'
import { createLiveHub, type LiveHub, type LiveOptions } from './live.ts'
import { Reader } from './reader.fixture.ts'
import { readTopics } from './topics.ts'
import { wake } from './wake.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

function hubOf(shop: Shop, options?: Partial<LiveOptions>): LiveHub {
  const hub = createLiveHub(shop.services, options)
  cleanups.push(hub.stop)
  return hub
}

async function listen(hub: LiveHub, ctx: Context, more: { topics?: string; lastEventId?: string } = {}) {
  const reader = new Reader(
    await hub.listen({
      tenantId: ctx.tenantId,
      actor: ctx.actor,
      credential: null,
      countedAs: ctx.actor.userId ?? 'guest',
      topics: readTopics(more.topics),
      lastEventId: more.lastEventId ?? null,
    }),
  )
  cleanups.push(reader.cancel)
  return reader
}

async function open(shop: Shop, name: string, entityId: string, audience = ['public'], data = {}) {
  const connection = await shop.services.database.app.connect()
  await connection.query('begin')
  await connection.query("select set_config('app.tenant_id', $1, true)", [shop.organization.id])
  await connection.query(
    'insert into events (tenant_id, id, ordinal, name, entity, entity_id, audience, data) values ($1, $2, 0, $3, $4, $5, $6, $7)',
    [shop.organization.id, newId(), name, name.split('.')[0], entityId, audience, data],
  )
  return async () => {
    await connection.query('commit')
    connection.release()
    wake(shop.services)
  }
}
const tell = async (...event: Parameters<typeof open>) => (await open(...event))()

test('each hears what is meant for them, about what they asked for, and nothing of another shop', async () => {
  const [shop, other] = await Promise.all([newShop(), newShop()])
  const hub = hubOf(shop)
  const customer = shop.as('customer')
  const [guest, buyer, staff, producer, elsewhere, oneService] = await Promise.all([
    listen(hub, shop.as('guest')),
    listen(hub, customer, { topics: 'orders' }),
    listen(hub, shop.as('lead'), { topics: 'orders,order-parts' }),
    listen(hub, shop.as('producer', { producerIds: ['p1'] })),
    listen(hub, other.as('owner')),
    listen(hub, shop.as('guest'), { topics: 'availability:s1' }),
  ])
  const placed = { total: '12.50' }
  await tell(
    shop,
    'order.placed',
    'o1',
    [`user:${customer.actor.userId}`, 'may:orders.manage', 'producer:p1'],
    placed,
  )
  await tell(shop, 'orderPart.shipped', 'x1', ['producer:p2', 'may:orders.manage'])
  await tell(shop, 'product.updated', 'a1')
  await tell(shop, 'availability.changed', 's1')
  await tell(shop, 'availability.changed', 's2')

  await expect.poll(() => guest.told.length, { timeout: 5_000 }).toBe(3)
  await expect.poll(() => oneService.told).toEqual(['availability.changed s1'])
  expect(guest.told).toEqual(['product.updated a1', 'availability.changed s1', 'availability.changed s2'])
  expect(buyer.told).toEqual(['order.placed o1'])
  expect(staff.told).toEqual(['order.placed o1', 'orderPart.shipped x1'])
  expect(producer.told).toEqual(['order.placed o1', ...guest.told])
  expect(elsewhere.told).toEqual([])
  expect(buyer.blocks.at(-1)!.data).toEqual({
    total: '12.50',
    entity: { kind: 'order', id: 'o1' },
    at: expect.stringMatching(/^\d{4}-.*Z$/),
  })
})

test('what commits late is told too, in order, and a reader who was away gets what they missed, each once', async () => {
  const shop = await newShop()
  const hub = hubOf(shop)
  const first = await listen(hub, shop.as('guest'))
  const slow = await open(shop, 'product.updated', 'slow')
  await tell(shop, 'product.updated', 'quick')
  await sleep(1_200)
  expect(first.told).toEqual([])
  const seenBefore = first.lastId
  await slow()
  await expect
    .poll(() => first.told, { timeout: 5_000 })
    .toEqual(['product.updated slow', 'product.updated quick'])

  await first.cancel()
  await tell(shop, 'product.updated', 'while away')
  const again = await listen(hub, shop.as('guest'), { lastEventId: first.lastId })
  await tell(shop, 'product.updated', 'after')
  await expect
    .poll(() => again.told, { timeout: 5_000 })
    .toEqual(['product.updated while away', 'product.updated after'])

  // From before the first event, over another hub, as another instance would have it.
  const elsewhere = await listen(hubOf(shop), shop.as('guest'), { lastEventId: first.blocks[1]!.id })
  await expect
    .poll(() => elsewhere.told, { timeout: 5_000 })
    .toEqual(['product.updated quick', 'product.updated while away', 'product.updated after'])
  expect(seenBefore).toMatch(/^\d+-\d+$/)
})

test('who was away for too long, or says nonsense, is told to load anew, and goes on from now', async () => {
  const shop = await newShop()
  const hub = hubOf(shop, { mostMissed: 3 })
  await tell(shop, 'product.updated', 'p0')
  const start = await listen(hub, shop.as('guest'))
  for (const lastEventId of [
    'nonsense',
    '1-0',
    '99999999999-0',
    '9999999999999999999999',
    '-1',
    '1-999999999',
  ]) {
    const reader = await listen(hub, shop.as('guest'), { lastEventId })
    await expect.poll(() => reader.told).toEqual(['reset'])
  }
  for (const n of [1, 2, 3, 4]) await tell(shop, 'product.updated', `p${n}`)
  await expect.poll(() => start.told.length, { timeout: 5_000 }).toBe(4)
  const late = await listen(hub, shop.as('guest'), { lastEventId: start.blocks[0]!.id })
  const inTime = await listen(hub, shop.as('guest'), { lastEventId: start.blocks[1]!.id })
  await tell(shop, 'product.updated', 'p5')
  await expect.poll(() => late.told, { timeout: 5_000 }).toEqual(['reset', 'product.updated p5'])
  await expect.poll(() => inTime.told).toEqual(['p2', 'p3', 'p4', 'p5'].map((id) => `product.updated ${id}`))
})

test('a heartbeat keeps the line open and moves the id; a broken listener mends without a gap', async () => {
  const shop = await newShop()
  const hub = hubOf(shop, { heartbeatMs: 100 })
  const reader = await listen(hub, shop.as('guest'), { topics: 'nothing' })
  const all = await listen(hub, shop.as('guest'))
  const begun = reader.lastId
  await tell(shop, 'product.updated', 'a')
  await expect.poll(() => reader.lastId, { timeout: 5_000 }).not.toBe(begun)
  const admin = new Client({
    connectionString: `${inject('postgres')}${shop.services.database.app.options.connectionString!.split('/').at(-1)}`,
  })
  await admin.connect()
  const killed = await admin.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'stoa-live' and datname = current_database()",
  )
  await admin.end()
  expect(killed.rowCount).toBe(1)
  await tell(shop, 'product.updated', 'b')
  await expect.poll(() => all.told, { timeout: 8_000 }).toEqual(['product.updated a', 'product.updated b'])
})

test('a revoked session ends the stream, a lost role stops what it let them hear', async () => {
  const shop = await newShop()
  const api = client(shop)
  const hub = hubOf(shop, { recheckMs: 150 })
  const lead = shop.as('lead')
  const person = await api.signUp(['lead'])
  const stream = await hub.listen({
    tenantId: shop.organization.id,
    actor: { ...lead.actor, userId: person.userId },
    credential: { kind: 'session', token: person.token.split('.')[0]!, viaCookie: false },
    countedAs: 'x',
    topics: 'all',
    lastEventId: null,
  })
  const reader = new Reader(stream)
  cleanups.push(reader.cancel)
  await tell(shop, 'order.placed', 'one', ['may:orders.manage'])
  await expect.poll(() => reader.told, { timeout: 5_000 }).toEqual(['order.placed one'])

  await shop.sql("update members set roles = '{customer}' where user_id = $1", [person.userId])
  await sleep(500)
  await tell(shop, 'order.placed', 'two', ['may:orders.manage'])
  await tell(shop, 'order.placed', 'three', [`user:${person.userId}`])
  await expect.poll(() => reader.told, { timeout: 5_000 }).toEqual(['order.placed one', 'order.placed three'])

  await shop.services.database.app.query('delete from auth.session where user_id = $1', [person.userId])
  await expect.poll(() => reader.isEnded, { timeout: 5_000 }).toBe(true)
  expect(hub.size()).toBe(0)
})

test('the number of queries does not grow with the number of listeners', async () => {
  const shop = await newShop()
  const hub = hubOf(shop)
  const readers = await Promise.all(Array.from({ length: 60 }, () => listen(hub, shop.as('customer'))))
  const spy = vi.spyOn(Client.prototype, 'query')
  await tell(shop, 'product.updated', 'seen by all')
  await expect.poll(() => readers.every((reader) => reader.told.length === 1), { timeout: 5_000 }).toBe(true)
  const reads = spy.mock.calls.filter(([query]) => JSON.stringify(query).includes('from events'))
  spy.mockRestore()
  expect(reads.length).toBeLessThan(5)
})

test('a reader who does not read is cut off, the others go on', async () => {
  const shop = await newShop()
  const hub = hubOf(shop)
  const ctx = shop.as('guest')
  const idle = await hub.listen({
    tenantId: ctx.tenantId,
    actor: ctx.actor,
    credential: null,
    countedAs: 'idle',
    topics: 'all',
    lastEventId: null,
  })
  const reader = await listen(hub, ctx)
  for (let n = 1; n <= 8; n++) {
    await tell(shop, 'product.updated', `${n}`, ['public'], { text: 'x'.repeat(200_000) })
    await expect.poll(() => reader.told.length, { timeout: 5_000 }).toBe(n)
  }
  expect(hub.size()).toBe(1)
  await expect(idle.getReader().read()).rejects.toThrow('too slow')
})

test('nobody may hold too many streams', async () => {
  const shop = await newShop()
  const hub = hubOf(shop, { mostPerPerson: 2 })
  const ctx = shop.as('customer')
  await listen(hub, ctx)
  const second = await listen(hub, ctx)
  await expect(listen(hub, ctx)).rejects.toMatchObject({ status: 429 })
  await listen(hub, shop.as('customer'))
  await second.cancel()
  await listen(hub, ctx)
})

test('the endpoint answers a stream, and refuses topics that cannot be any', async () => {
  const shop = await newShop()
  const [events] = eventsApi
  const request = new Request('http://x/api/v1/events', { headers: { 'Last-Event-ID': 'gone' } })
  const answer = await events!.handle(shop.as('guest'), { query: { topics: 'orders' }, request } as never)
  if (!isAnswer(answer)) throw new Error('no answer')
  expect(answer.headers['Content-Type']).toBe('text/event-stream')
  const reader = new Reader(answer.body as ReadableStream<Uint8Array>)
  cleanups.push(reader.cancel)
  await expect.poll(() => reader.told, { timeout: 5_000 }).toEqual(['reset'])
  expect(events!.query!.safeParse({ topics: 'a b' }).success).toBe(false)
  expect(events!.query!.safeParse({ topic: 'orders' }).success).toBe(false)
})
