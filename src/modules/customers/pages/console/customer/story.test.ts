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
