import { expect, test } from 'vitest'
import { z } from 'zod'
import { listQuery } from './list-query.ts'

const Shape = z.strictObject({
  status: z.enum(['open', 'done']).optional(),
  limit: z.coerce.number().default(50),
  view: z.string().optional(),
})

test('keeps what makes sense and leaves out the rest', () => {
  const query = listQuery(Shape, 'http://x/?status=open&limit=ten&utm=1&view=', { limit: 20 })
  expect(query).toEqual({ status: 'open', limit: 20 })
  expect(listQuery(Shape, 'http://x/?status=odd')).toEqual({ limit: 50 })
})

test('what the page fixes cannot be overridden', () => {
  expect(listQuery(Shape, 'http://x/?view=mine', { view: 'all' }).view).toBe('all')
})
