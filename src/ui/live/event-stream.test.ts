import { expect, test } from 'vitest'
import { eventReader, isAbout, type LiveEvent } from './event-stream.ts'

function read(pieces: string[]) {
  const events: LiveEvent[] = []
  const ids: string[] = []
  const take = eventReader(
    (event) => events.push(event),
    (id) => ids.push(id),
  )
  pieces.forEach(take)
  return { events, ids }
}

const order = { entity: { kind: 'orderPart', id: '7' } }
const stream = `retry: 2000\nid: 1.0\n\n: alive\n\nid: 2.1\nevent: order.placed\ndata: ${JSON.stringify(order)}\n\n`

test('events come out whole however the stream was cut', () => {
  for (const size of [1, 3, 7, 1000]) {
    const pieces = stream.match(new RegExp(`[^]{1,${size}}`, 'g'))!
    expect(read(pieces)).toEqual({
      events: [{ id: '2.1', event: 'order.placed', data: order }],
      ids: ['1.0', '2.1'],
    })
  }
})

test('lines may end in CR LF, data may have several lines, an unfinished event waits', () => {
  const { events } = read(['event: a\r\ndata: x\r', '\ndata: y\r\n\r\ndata: later'])
  expect(events).toEqual([{ id: '', event: 'a', data: 'x\ny' }])
})

test('a listener hears of its own topics, and all of a reset', () => {
  const event = (data: unknown): LiveEvent => ({ id: '', event: 'x', data })
  expect(isAbout('order-parts', event(order))).toBe(true)
  expect(isAbout('order-parts:7', event(order))).toBe(true)
  expect(isAbout('order-parts:8', event(order))).toBe(false)
  expect(isAbout('products', event(order))).toBe(false)
  expect(isAbout('categories', event({ entity: { kind: 'category', id: '1' } }))).toBe(true)
  expect(isAbout('products', event(null))).toBe(true)
})
