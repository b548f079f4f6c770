/** The tree of categories as the screen draws it, and where a category comes to stand when it is moved. */
import { inLocale, type Translated } from '../../../../../platform/values/shapes.ts'

export type TreeNode = {
  id: string
  parentId: string | null
  name: string
  slug: string
  /** On the shelf, in it and below. */
  productCount: number
  imageFileId: string | null
  children: TreeNode[]
}

type Listed = Pick<TreeNode, 'id' | 'parentId' | 'slug' | 'productCount' | 'imageFileId'> & {
  name: Translated
}

export type Place = { parentId: string | null; position: number }

/** `rows` in their order among sisters. */
export function treeOf(rows: readonly Listed[], locale: string, fallback: string): TreeNode[] {
  const byParent = Map.groupBy(rows, (row) => row.parentId)
  const below = (parentId: string | null): TreeNode[] =>
    (byParent.get(parentId) ?? []).map(({ id, slug, name, productCount, imageFileId }) => ({
      id,
      parentId,
      slug,
      productCount,
      imageFileId,
      name: inLocale(name, locale, fallback),
      children: below(id),
    }))
  return below(null)
}

export const flatten = (nodes: readonly TreeNode[], depth = 0): { node: TreeNode; depth: number }[] =>
  nodes.flatMap((node) => [{ node, depth }, ...flatten(node.children, depth + 1)])

const sistersOf = (tree: readonly TreeNode[], parentId: string | null): readonly TreeNode[] =>
  parentId === null ? tree : (flatten(tree).find(({ node }) => node.id === parentId)?.node.children ?? [])

/** One step up or down among its sisters; null at the end. */
export function stepOf(tree: readonly TreeNode[], id: string, step: -1 | 1): Place | null {
  const node = flatten(tree).find((one) => one.node.id === id)?.node
  if (!node) return null
  const sisters = sistersOf(tree, node.parentId)
  const position = sisters.findIndex((one) => one.id === id) + step
  return position < 0 || position >= sisters.length ? null : { parentId: node.parentId, position }
}

/** Where it is dropped: onto another one is last below it, before or after is beside it. */
export function dropOf(
  tree: readonly TreeNode[],
  id: string,
  target: string,
  where: 'on' | 'before' | 'after',
): Place | null {
  const flat = flatten(tree)
  const goal = flat.find(({ node }) => node.id === target)?.node
  if (!goal || target === id) return null
  if (where === 'on')
    return { parentId: target, position: goal.children.filter((one) => one.id !== id).length }
  const others = sistersOf(tree, goal.parentId).filter((one) => one.id !== id)
  const at = others.findIndex((one) => one.id === target)
  return { parentId: goal.parentId, position: where === 'before' ? at : at + 1 }
}
