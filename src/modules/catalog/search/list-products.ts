/** Lists of products: the shelf for everybody, and what is managed for those whose it is. One query, or two with words. */
import { named } from '../../../platform/database/named.ts'
import { encodeCursor } from '../../../platform/http/cursor.ts'
import { decodeKey } from '../../../platform/http/keyset.ts'
import { read } from '../../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../../platform/tenancy/context.ts'
import { whileUnchanged } from '../../../platform/tenancy/unchanged.ts'
import type { Page } from '../../../platform/values/shapes.ts'
import { cardColumns, cardOf, type CardRow, type ProductCard } from './cards.ts'
import { type Facets, facetsOf } from './facets.ts'
import { filtersOf, isManaged, Values, whereOf } from './filters.ts'
import type { Asked } from './query.ts'
import { type Rank, rank } from './ranking.ts'
import type { ListProducts } from './shapes.ts'
import { sortOf } from './sorts.ts'
import { understood } from './vocabulary.ts'

export type ProductList = Page<ProductCard> & {
  facets?: Facets
  /** Some of the words are unknown here and were taken for others. */
  isGuess?: boolean
}

/** Products that answer `query`, with facet counts and the total when asked for. */
export async function listProducts(ctx: Context, query: ListProducts): Promise<ProductList> {
  const work = () => read(ctx, (ctx) => list(ctx, query))
  // What is managed changes under the hands of the one who looks, and is seldom looked at twice.
  return isManaged(query)
    ? work()
    : whileUnchanged(ctx, `products ${ctx.locale} ${JSON.stringify(query)}`, work)
}

async function list(ctx: Inside, query: ListProducts): Promise<ProductList> {
  const words = query.q ? await understood(ctx, query.q) : null
  if (query.q && !words) return { data: [], page: { next: null }, ...(query.count ? { total: 0 } : {}) }
  const isRanked = words !== null && query.sort === 'relevance'
  const [page, facets, total] = await Promise.all([
    isRanked ? rankedPage(ctx, query, words) : sortedPage(ctx, query, words),
    query.facets ? facetsOf(ctx, query, words) : undefined,
    query.count ? countProducts(ctx, query, words) : undefined,
  ])
  return {
    ...page,
    ...(facets ? { facets } : {}),
    ...(total === undefined ? {} : { total }),
    ...(words?.isGuess ? { isGuess: true } : {}),
  }
}

async function sortedPage(ctx: Inside, query: ListProducts, words: Asked | null): Promise<Page<ProductCard>> {
  const { key, kind, type, isDown } = sortOf(query.sort, ctx.locale)
  const values = new Values()
  const where = whereWith(ctx, query, words, values)
  const after = decodeKey(query.cursor, [kind, 'id'])
  const beyond = after
    ? `and (${key}, s.id) ${isDown ? '<' : '>'} (${values.add(after[0], type)}, ${values.add(after[1], 'uuid')})`
    : ''
  const direction = isDown ? 'desc' : 'asc'
  const columns = cardColumns(
    ctx.locale,
    ctx.organization.defaultLocale,
    query.translations === 'all',
    values,
  )
  const rows = await named<CardRow & { sortKey: string }>(
    ctx.db,
    `select ${columns}, (${key})::text as "sortKey" from shelf s where ${where} ${beyond}
     order by ${key} ${direction}, s.id ${direction}
     limit ${values.add(query.limit + 1, 'int')} offset ${values.add(query.skip ?? 0, 'int')}`,
    values.list,
  )
  const last = rows.length > query.limit ? rows[query.limit - 1]! : null
  return {
    data: rows.slice(0, query.limit).map(({ sortKey: _key, ...row }) => cardOf(row)),
    page: { next: last ? encodeCursor([last.sortKey, last.id]) : null },
  }
}

async function rankedPage(ctx: Inside, query: ListProducts, words: Asked): Promise<Page<ProductCard>> {
  const given = decodeKey(query.cursor, ['number', 'number', 'number', 'id'])
  const after: Rank | null = given
    ? { tier: Number(given[0]), lead: Number(given[1]), sold: Number(given[2]), id: given[3]! }
    : null
  const ranks = await rank(ctx, words, (values) => whereOf(filtersOf(ctx, query, values)), {
    limit: query.limit + 1,
    after,
    skip: query.skip,
  })
  const page = ranks.slice(0, query.limit)
  const last = ranks.length > query.limit ? page.at(-1)! : null
  return {
    data: await cardsOf(
      ctx,
      query,
      page.map((row) => row.id),
    ),
    page: { next: last ? encodeCursor([last.tier, last.lead, last.sold, last.id]) : null },
  }
}

/** The cards of these products in this order. */
async function cardsOf(ctx: Inside, query: ListProducts, ids: readonly string[]): Promise<ProductCard[]> {
  if (ids.length === 0) return []
  const values = new Values()
  const columns = cardColumns(
    ctx.locale,
    ctx.organization.defaultLocale,
    query.translations === 'all',
    values,
  )
  const rows = await named<CardRow>(
    ctx.db,
    `select ${columns} from shelf s
     where s.tenant_id = ${values.add(ctx.tenantId, 'uuid')} and s.id = any(${values.add(ids, 'uuid[]')})`,
    values.list,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? []).map(cardOf)
}

async function countProducts(ctx: Inside, query: ListProducts, words: Asked | null): Promise<number> {
  const values = new Values()
  const where = whereWith(ctx, query, words, values)
  const [row] = await named<{ n: number }>(
    ctx.db,
    `select count(*)::int as n from shelf s where ${where}`,
    values.list,
  )
  return row!.n
}

function whereWith(ctx: Inside, query: ListProducts, words: Asked | null, values: Values): string {
  const where = whereOf(filtersOf(ctx, query, values))
  return words ? `${where} and s.search_vector @@ ${values.add(words.anywhere, 'tsquery')}` : where
}
