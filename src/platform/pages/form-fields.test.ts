import { expect, test } from 'vitest'
import { fieldsOf } from './form-fields.ts'

const form = (values: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) data.append(name, value)
  return data
}

test('numbers are read as the language types them', () => {
  const fields = fieldsOf(form({ price: '1.234,50', count: '12', odd: 'twelve', empty: '' }), 'el')
  expect(fields.decimal('price')).toBe('1234.50')
  expect(fields.whole('count')).toBe(12)
  expect(fields.decimal('odd')).toBe('twelve')
  expect(fields.whole('odd')).toBeNaN()
  expect(fields.decimal('empty')).toBe('')
  expect(fields.whole('missing')).toBeNaN()
})

test('empty fields are nothing, and translated ones hold only what was filled in', () => {
  const fields = fieldsOf(form({ note: '  ', 'name.el': ' Μέλι ', 'name.en': '' }), 'el')
  expect(fields.optional('note')).toBeUndefined()
  expect(fields.nullable('note')).toBeNull()
  expect(fields.translated('name')).toEqual({ el: 'Μέλι' })
  expect(fields.translated('description')).toBeUndefined()
})

test('the endings of a family of fields', () => {
  expect(
    fieldsOf(form({ 'quantity.a': '1', 'quantity.b': '2', other: '3' }), 'en').endings('quantity.'),
  ).toEqual(['a', 'b'])
})
