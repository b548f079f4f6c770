import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { addControl } from './control.ts'
import { makeDeliveries } from './deliveries.ts'
import { makeFaults } from './faults.ts'
import { remember } from './memory.ts'
import { serveTwin } from './serve.ts'

async function listener(...answers: number[]) {
  const heard: string[] = []
  const server = await serveTwin(0, () => async (request) => {
    heard.push(await request.text())
    return new Response(null, { status: answers.shift() ?? 204 })
  })
  return { heard, ...server }
}
const event = (id: string) => ({ id, type: 'test', body: id })

test('deliveries: retried until taken, given up at the end, dropped, doubled, held and reversed', async () => {
  const to = await listener(500, 500)
  const deliveries = makeDeliveries({ url: to.url, retryPausesMs: [1, 1] })
  deliveries.send(event('a'))
  await deliveries.settled()
  expect(to.heard).toEqual(['a', 'a', 'a'])

  deliveries.set({ copies: 2, drop: 1 })
  deliveries.send(event('dropped'))
  deliveries.send(event('b'))
  await deliveries.settled()
  deliveries.set({ copies: 1, hold: true })
  deliveries.send(event('c'))
  deliveries.send(event('d'))
  await deliveries.settled()
  expect(to.heard.slice(3)).toEqual(['b', 'b'])
  await deliveries.release('backward')
  await deliveries.again('a')
  expect(to.heard.slice(5)).toEqual(['d', 'c', 'a'])
  await to.stop()

  deliveries.send(event('e'))
  await deliveries.settled()
  expect(
    deliveries.attempts.filter((attempt) => attempt.id === 'e').map((attempt) => attempt.status),
  ).toEqual(['failed', 'failed', 'failed'])
})

test('a stopped twin sends nothing more', async () => {
  const to = await listener()
  const deliveries = makeDeliveries({ url: to.url })
  deliveries.set({ delayMs: 60_000 })
  deliveries.send(event('late'))
  deliveries.stop()
  await deliveries.settled()
  expect(to.heard).toEqual([])
  await to.stop()
})

test('the control API does the same over HTTP, and refuses what it does not know', async () => {
  const to = await listener()
  const deliveries = makeDeliveries({ url: null })
  const faults = makeFaults()
  const app = new Hono()
  addControl(app, deliveries, faults)
  const post = (where: string, body: unknown) =>
    app.request(where, { method: 'POST', body: JSON.stringify(body) })
  expect((await post('/_twin/webhooks', { url: to.url, hold: true })).status).toBe(204)
  expect((await post('/_twin/webhooks', { speed: 1 })).status).toBe(422)
  deliveries.send(event('a'))
  expect((await post('/_twin/webhooks/release', { order: 'backward' })).status).toBe(204)
  expect(to.heard).toEqual(['a'])
  expect((await post('/_twin/faults', { answer: 503 })).status).toBe(204)
  const work = async () => new Response('done')
  expect((await faults.around(new Request('http://x/y'), work)).status).toBe(503)
  expect((await faults.around(new Request('http://x/y'), work)).status).toBe(200)
  await to.stop()
})

test('memory survives in a file, and a broken file is an empty start', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'twin-')), 'deep', 'state.json')
  const first = remember<{ n: number }>({ n: 0 }, file)
  first.state.n = 7
  first.save()
  expect(remember({ n: 0 }, file).state.n).toBe(7)
  expect(readFileSync(file, 'utf8')).toBe('{"n":7}')
  writeFileSync(file, '{broken')
  expect(remember({ n: 0 }, file).state.n).toBe(0)
  rmSync(path.dirname(path.dirname(file)), { recursive: true })
})
