import { expect, test } from 'vitest'
import { dropOf, flatten, stepOf, treeOf } from './tree.ts'

const row = (id: string, parentId: string | null = null) => ({
  id,
  parentId,
  slug: id,
  name: { el: id },
  productCount: 0,
  imageFileId: null,
})
// a (b, c), d
const tree = treeOf([row('a'), row('d'), row('b', 'a'), row('c', 'a')], 'el', 'el')

test('children stand below their parents, in their order', () => {
  expect(flatten(tree).map(({ node, depth }) => `${depth}${node.id}`)).toEqual(['0a', '1b', '1c', '0d'])
})

test('a step up or down stays among sisters and ends at the ends', () => {
  expect(stepOf(tree, 'c', -1)).toEqual({ parentId: 'a', position: 0 })
  expect(stepOf(tree, 'b', -1)).toBeNull()
  expect(stepOf(tree, 'd', 1)).toBeNull()
  expect(stepOf(tree, 'a', 1)).toEqual({ parentId: null, position: 1 })
  expect(stepOf(tree, 'x', 1)).toBeNull()
})

test('dropped onto, before or after another', () => {
  expect(dropOf(tree, 'd', 'a', 'on')).toEqual({ parentId: 'a', position: 2 })
  expect(dropOf(tree, 'b', 'a', 'on')).toEqual({ parentId: 'a', position: 1 })
  expect(dropOf(tree, 'd', 'c', 'before')).toEqual({ parentId: 'a', position: 1 })
  // Counted without itself, so that after its next sister is one further.
  expect(dropOf(tree, 'a', 'd', 'after')).toEqual({ parentId: null, position: 1 })
  expect(dropOf(tree, 'a', 'a', 'on')).toBeNull()
})
