/** Reads a shelf as its address asks for it. What makes no sense in the address is left out, for people edit addresses. */
import type { Context } from '../../../../platform/tenancy/context.ts'
import type { Facets } from '../../search/facets.ts'
import { listProducts } from '../../search/list-products.ts'
import { ListProducts } from '../../search/shapes.ts'
import { cardView } from './card-view.ts'

export type Shelf = Awaited<ReturnType<typeof readShelf>>
export type Choices = Shelf['choices']

const perPage = 24
const taken = ['q', 'category', 'producer', 'priceMin', 'priceMax', 'inStock', 'sort', 'cursor']
const mostValues = 12

/** `fixed` is the page's own, such as its category. */
export async function readShelf(
  ctx: Context,
  url: URL,
  fixed: { category?: string; producer?: string } = {},
) {
  const chosen: Record<string, string> = { ...chosenIn(url), ...fixed }
  const query = queryOf({ ...chosen, facets: 'category,producer,attributes', count: 'exact', limit: perPage })
  const list = await listProducts(ctx, query)
  return {
    cards: list.data.map((card) => cardView(ctx, card)),
    next: list.page.next,
    isFirst: !query.cursor,
    total: list.total ?? 0,
    isGuess: list.isGuess ?? false,
    chosen,
    choices: choicesOf(list.facets ?? {}, chosen),
  }
}

/** What the address chooses, several of a kind by comma. */
function chosenIn(url: URL): Record<string, string> {
  const chosen: Record<string, string> = {}
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams
      .getAll(name)
      .map((value) => value.trim())
      .filter(Boolean)
    if (values.length > 0 && (taken.includes(name) || name.startsWith('attr.')))
      chosen[name] = values.join(',')
  }
  for (const name of ['priceMin', 'priceMax']) if (chosen[name]) chosen[name] = chosen[name].replace(',', '.')
  return chosen
}

/** One wrong value is dropped rather than the whole question. */
function queryOf(asked: Record<string, unknown>): ListProducts {
  const read = ListProducts.safeParse(asked)
  if (read.success) return read.data
  const wrong = new Set(read.error.issues.map((issue) => String(issue.path[0] ?? '')))
  return ListProducts.parse(Object.fromEntries(Object.entries(asked).filter(([name]) => !wrong.has(name))))
}

/** Facets as choices to tick. Of the attributes only those that tell products apart. */
function choicesOf(
  { category = [], producer = [], attributes = [] }: Facets,
  chosen: Record<string, string>,
) {
  // Several choices go into the address by comma. What somebody must avoid is no choice to make here.
  const offered = attributes.filter(({ key, value }) => key !== 'allergens' && !value.includes(','))
  const byKey = Map.groupBy(offered, (one) => one.key)
  return {
    categories: category
      .filter(({ parentId }) => parentId === null)
      .map(({ slug, name, count }) => ({ value: slug, label: name, count })),
    producers: producer.map(({ slug, name, count }) => ({ value: slug, label: name, count })),
    attributes: [...byKey].flatMap(([key, values]) => {
      const isFlag = values.length === 1 && values[0]!.value === 'true'
      const isTelling =
        values.length > 1 && values.length <= mostValues && values.some(({ count }) => count > 1)
      if (!isFlag && !isTelling && !chosen[`attr.${key}`]) return []
      return [{ key, isFlag, values: values.map(({ value, count }) => ({ value, label: value, count })) }]
    }),
  }
}
