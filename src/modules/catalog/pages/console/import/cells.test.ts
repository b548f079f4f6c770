import { expect, test } from 'vitest'
import { cellOf, wordOf } from './cells.ts'

test('a cell is told apart into variant and column, also when the SKU holds colons', () => {
  expect(cellOf('name')).toEqual({ sku: null, name: 'name', raw: 'name' })
  expect(cellOf('M-1: price')).toEqual({ sku: 'M-1', name: 'price', raw: 'price' })
  expect(cellOf('A: B: stock')).toEqual({ sku: 'A: B', name: 'stock', raw: 'stock' })
  expect(cellOf('image alt')).toMatchObject({ name: 'alt' })
  expect(cellOf('M-1: odd')).toEqual({ sku: 'M-1', name: null, raw: 'odd' })
})

test('values that stand for words become words, others stay', () => {
  expect(wordOf('status', 'published')).toBe('catalog.status_published')
  expect(wordOf('vatClass', 'superReduced')).toBe('catalog.vat_superReduced')
  expect(wordOf('unit', 'kg')).toBe('catalog.unit_kg')
  expect(wordOf('status', 'odd')).toBeNull()
  expect(wordOf('name', 'draft')).toBeNull()
})
