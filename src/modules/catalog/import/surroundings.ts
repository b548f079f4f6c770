/** The producers and categories a file may name, read once for a whole run. */
import { eq } from 'drizzle-orm'
import type { Inside } from '../../../platform/tenancy/context.ts'
import type { Translated } from '../../../platform/values/shapes.ts'
import { listProducerKeys } from '../../producers/find.ts'
import { categories } from '../schema.ts'
import { fold } from '../search/fold.ts'

export type Surroundings = {
  /** By folded name in any language, and by slug. */
  producers: Map<string, string>
  categories: CategoryTree
}

type Node = { id: string; parentId: string | null; names: string[] }
export type CategoryTree = Node[]

/** `ids` as far down as the names lead; `missing` is what is not there yet. */
export type FoundPath = { ids: string[]; missing: string[] }

const same = (text: string) => fold(text).trim()
const namesOf = (name: Translated) => Object.values(name).map(same)

export async function findSurroundings(ctx: Inside): Promise<Surroundings> {
  const [makers, tree] = await Promise.all([
    listProducerKeys(ctx),
    ctx.db
      .select({ id: categories.id, parentId: categories.parentId, name: categories.name })
      .from(categories)
      .where(eq(categories.tenantId, ctx.tenantId)),
  ])
  return {
    producers: new Map(
      makers.flatMap(({ id, slug, name }) => [slug, ...namesOf(name)].map((key) => [key, id])),
    ),
    categories: tree.map(({ id, parentId, name }) => ({ id, parentId, names: namesOf(name) })),
  }
}

export const producerNamed = (around: Surroundings, vendor: string): string | undefined =>
  around.producers.get(same(vendor)) ?? around.producers.get(vendor.trim())

export function findPath(tree: CategoryTree, names: readonly string[]): FoundPath {
  const ids: string[] = []
  for (const [at, name] of names.entries()) {
    const parentId = ids.at(-1) ?? null
    const node = tree.find((one) => one.parentId === parentId && one.names.includes(same(name)))
    if (!node) return { ids, missing: names.slice(at) }
    ids.push(node.id)
  }
  return { ids, missing: [] }
}

/** After a category was made, the rest of the run knows it. */
export function remember(tree: CategoryTree, id: string, parentId: string | null, name: string): void {
  tree.push({ id, parentId, names: [same(name)] })
}
