import { expect, test } from 'vitest'
import { storyOf } from './story.ts'

test('what comes from several rooms stands in one line of time, the newest first', () => {
  const story = storyOf({
    customer: { id: 'c', createdAt: '2026-01-01T00:00:00.000Z' },
    events: [],
    reviews: [{ id: 'r', createdAt: '2026-03-01T00:00:00.000Z', rating: 5, product: { name: 'Μέλι' } }],
    mails: [{ id: 'm', at: '2026-02-01T00:00:00.000Z', subject: 'Σας ευχαριστούμε' }],
  })
  expect(story.map(({ kind }) => kind)).toEqual(['review', 'mail', 'known'])
  expect(story[0]).toMatchObject({ product: 'Μέλι', rating: 5 })
})

test('what the parts of one order do on one day is told once', () => {
  const event = (id: string, kind: string, at: string) => ({
    id,
    kind,
    at: new Date(at),
    tenantId: 't',
    orderId: 'o',
    orderPartId: id,
    data: {},
    audience: 'all' as const,
    actorName: 'Νίκος',
    number: '2026-1',
    currency: 'EUR',
  })
  const story = storyOf({
    customer: { id: 'c', createdAt: '2026-01-01T00:00:00.000Z' },
    events: [
      event('3', 'shipped', '2026-02-02T09:00:00Z'),
      event('2', 'shipped', '2026-02-01T10:00:00Z'),
      event('1', 'shipped', '2026-02-01T09:00:00Z'),
    ],
    reviews: [],
    mails: [],
  })
  expect(story.map(({ id }) => id)).toEqual(['3', '2', 'c'])
})
