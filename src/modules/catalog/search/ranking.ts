/** Which products answer a search, best first: by name, then by what they are filed under, then by what is said. */
import { named } from '../../../platform/database/named.ts'
import type { Inside } from '../../../platform/tenancy/context.ts'
import type { Asked } from './query.ts'
import { Values } from './filters.ts'

/**
 * The place of a product in the answer: the tier that found it, whether its name begins so and it is in stock (2 + 1),
 * how much of it was sold, and its id. Within a tier larger is better.
 */
export type Rank = { id: string; tier: number; lead: number; sold: number }

/** Up to `limit` products after the place `after`, in order. */
export async function rank(
  ctx: Inside,
  asked: Asked,
  filterOf: (values: Values) => string,
  { limit, after, skip = 0 }: { limit: number; after: Rank | null; skip?: number },
): Promise<Rank[]> {
  const found: Rank[] = []
  const wanted = limit + skip
  for (let tier = after?.tier ?? 0; tier < asked.tiers.length && found.length < wanted; tier++) {
    const from = after?.tier === tier ? after : null
    found.push(...(await rankTier(ctx, asked, tier, filterOf, wanted - found.length, from)))
  }
  return found.slice(skip)
}

async function rankTier(
  ctx: Inside,
  asked: Asked,
  tier: number,
  filterOf: (values: Values) => string,
  limit: number,
  after: Rank | null,
): Promise<Rank[]> {
  const values = new Values()
  const filter = filterOf(values)
  // «lead» only tells names apart; what is found otherwise does not begin with it in any way that matters.
  const start =
    tier <= 1
      ? `(starts_with(s.sort_names ->> '${ctx.locale}', ${values.add(asked.start, 'text')}))::int * 2 + `
      : ''
  const key = `(${start}s.is_in_stock::int, s.sold_count, s.id)`
  const beyond = after
    ? `and ${key} < (${values.add(after.lead, 'int')}, ${values.add(after.sold, 'int')}, ${values.add(after.id, 'uuid')})`
    : ''
  const rows = await named<Omit<Rank, 'tier'>>(
    ctx.db,
    `select s.id, ${start}s.is_in_stock::int as lead, s.sold_count as sold from shelf s
     where ${filter} and s.search_vector @@ ${values.add(asked.tiers[tier], 'tsquery')} ${beyond}
     order by lead desc, sold desc, s.id desc limit ${values.add(limit, 'int')}`,
    values.list,
  )
  return rows.map((row) => ({ ...row, tier }))
}
