/** How many products each further choice would leave. A facet is counted without its own filter, so that it can be widened. */
import { named } from '../../../platform/database/named.ts'
import type { Inside } from '../../../platform/tenancy/context.ts'
import { inLocale, type Translated } from '../../../platform/values/shapes.ts'
import { filtersOf, Values, whereOf } from './filters.ts'
import type { Asked } from './query.ts'
import type { FacetName, ListProducts } from './shapes.ts'

type Choice = { id: string; slug: string; name: string; count: number }

export type Facets = {
  /** A product counts for its category and all above it. */
  category?: (Choice & { parentId: string | null })[]
  producer?: Choice[]
  /** By the lowest price; `to` is exclusive, the last has none. */
  price?: { from: string; to: string | null; count: number }[]
  attributes?: { key: string; value: string; count: number }[]
}

const mostChoices = 100
const steps = [0, 5, 10, 20, 50, 100, 200, 500]

/** One scan of what matches, whichever facets are asked for; attributes, which many products have many of, take another. */
export async function facetsOf(ctx: Inside, query: ListProducts, words: Asked | null): Promise<Facets> {
  const asked = new Set<FacetName>(query.facets)
  const [tallies, attributes] = await Promise.all([
    asked.size > (asked.has('attributes') ? 1 : 0) ? tallyAll(ctx, query, words) : [],
    asked.has('attributes') ? countAttributes(ctx, query, words) : undefined,
  ])
  const [category, producer] = await Promise.all([
    asked.has('category') ? categoriesOf(ctx, tallies) : undefined,
    asked.has('producer') ? producersOf(ctx, tallies) : undefined,
  ])
  return {
    ...(category ? { category } : {}),
    ...(producer ? { producer } : {}),
    ...(asked.has('price') ? { price: pricesOf(tallies) } : {}),
    ...(attributes ? { attributes } : {}),
  }
}

/** One group of one facet: `of` says which of the three keys it is grouped by. */
type Tally = { of: 'category' | 'producer' | 'price'; id: string | null; step: number | null; n: number }

function tallyAll(ctx: Inside, query: ListProducts, words: Asked | null): Promise<Tally[]> {
  const values = new Values()
  const { base, category, producer, price } = filtersOf(ctx, query, values)
  return named<Tally>(
    ctx.db,
    `select * from (
       select case when grouping(category_id) = 0 then 'category' when grouping(producer_id) = 0 then 'producer' else 'price' end as of,
         coalesce(category_id, producer_id) as id, step,
         case when grouping(category_id) = 0 then count(*) filter (where in_producer and in_price)
           when grouping(producer_id) = 0 then count(*) filter (where in_category and in_price)
           else count(*) filter (where in_category and in_producer) end::int as n
       from (
         select s.category_id, s.producer_id, width_bucket(s.price_from, array[${steps.join(', ')}]::numeric[]) as step,
           ${category} as in_category, ${producer} as in_producer, ${price} as in_price
         from shelf s where ${base}${matching(words, values)}
       ) f group by grouping sets ((category_id), (producer_id), (step))
     ) t where n > 0`,
    values.list,
  )
}

const matching = (words: Asked | null, values: Values): string =>
  words ? ` and s.search_vector @@ ${values.add(words.anywhere, 'tsquery')}` : ''

type Category = { id: string; slug: string; name: Translated; parentId: string | null; path: string[] }

async function categoriesOf(ctx: Inside, tallies: readonly Tally[]): Promise<Facets['category']> {
  const rows = await named<Category>(
    ctx.db,
    `select id, slug, name, parent_id as "parentId", path from categories where tenant_id = $1 order by position, id`,
    [ctx.tenantId],
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const counts = new Map<string, number>()
  for (const { of, id, n } of tallies) {
    if (of !== 'category' || id === null) continue
    for (const above of byId.get(id)?.path ?? []) counts.set(above, (counts.get(above) ?? 0) + n)
  }
  return rows
    .filter((row) => counts.has(row.id))
    .map(({ id, slug, name, parentId }) => ({
      id,
      slug,
      parentId,
      name: said(ctx, name),
      count: counts.get(id)!,
    }))
}

async function producersOf(ctx: Inside, tallies: readonly Tally[]): Promise<Choice[]> {
  const largest = tallies
    .filter((tally) => tally.of === 'producer')
    .toSorted((a, b) => b.n - a.n || (a.id! < b.id! ? -1 : 1))
    .slice(0, mostChoices)
  const rows = await named<{ id: string; slug: string; name: Translated }>(
    ctx.db,
    'select id, slug, name from producers where tenant_id = $1 and id = any($2::uuid[])',
    [ctx.tenantId, largest.map((tally) => tally.id)],
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return largest.flatMap(({ id, n }) => {
    const row = byId.get(id!)
    return row ? [{ id: row.id, slug: row.slug, name: said(ctx, row.name), count: n }] : []
  })
}

const pricesOf = (tallies: readonly Tally[]): Facets['price'] =>
  tallies
    .filter(({ of, step }) => of === 'price' && step !== null && step > 0)
    .toSorted((a, b) => a.step! - b.step!)
    .map(({ step, n }) => ({
      from: String(steps[step! - 1]),
      to: step! < steps.length ? String(steps[step!]) : null,
      count: n,
    }))

function countAttributes(
  ctx: Inside,
  query: ListProducts,
  words: Asked | null,
): Promise<Facets['attributes']> {
  const values = new Values()
  const where = whereOf(filtersOf(ctx, { ...query, attributes: {} }, values))
  return named<{ key: string; value: string; count: number }>(
    ctx.db,
    `select a.key, case when jsonb_typeof(a.value) = 'object'
         then coalesce(a.value ->> '${ctx.locale}', (select min(value) from jsonb_each_text(a.value)))
         else a.value #>> '{}' end as value,
       sum(a.n)::int as count
     from (
       select s.attributes, count(*) as n from shelf s where ${where}${matching(words, values)} group by s.attributes
     ) s, lateral (select key, value, s.n from jsonb_each(s.attributes)) a
     where a.value <> 'false' group by 1, 2 order by 3 desc, 1, 2 limit ${mostChoices}`,
    values.list,
  )
}

const said = (ctx: Inside, name: Translated): string =>
  inLocale(name, ctx.locale, ctx.organization.defaultLocale)
