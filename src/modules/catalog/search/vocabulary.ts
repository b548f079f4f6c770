/** What the shop has words for: a word that nothing here begins with was mistyped, and the nearest ones are meant. */
import { named } from '../../../platform/database/named.ts'
import type { Inside } from '../../../platform/tenancy/context.ts'
import { type Asked, asked, type Word } from './query.ts'
import { meantBy } from './typos.ts'

const mostCompared = 60_000

/** The question with what its unknown words may have meant beside them; null when there is nothing to search for. */
export async function understood(ctx: Inside, q: string): Promise<Asked | null> {
  const question = asked(q)
  if (!question) return null
  const doubtful = question.words.filter((word) => word.sounds.some((sound) => sound.length > 3))
  if (doubtful.length === 0) return question
  const known = await knownOf(ctx, doubtful.flatMap(beginningsOf))
  const unknown = doubtful.filter((word) => !beginningsOf(word).some((beginning) => known.has(beginning)))
  if (unknown.length === 0) return question
  const meant = new Map(
    await Promise.all(unknown.map(async (word) => [word.written, await nearest(ctx, word)] as const)),
  )
  return asked(q, meant)
}

/** A known word may begin as this one sounds, or as it does without its ending. */
const beginningsOf = ({ sounds, roots }: Word): string[] => [
  ...sounds,
  ...roots.filter((root) => root.length > 2),
]

async function knownOf(ctx: Inside, beginnings: string[]): Promise<Set<string>> {
  const rows = await named<{ beginning: string }>(
    ctx.db,
    // Sounds are made of a to z, and { follows z.
    `select b.beginning from unnest($2::text[]) as b (beginning) where exists (
       select from search_words w where w.tenant_id = $1 and w.word >= b.beginning and w.word < b.beginning || '{')`,
    [ctx.tenantId, beginnings],
  )
  return new Set(rows.map((row) => row.beginning))
}

async function nearest(ctx: Inside, { sounds }: Word): Promise<string[]> {
  const [likeliest] = sounds
  const rows = await named<{ word: string }>(
    ctx.db,
    'select word from search_words where tenant_id = $1 and length(word) >= $2::int limit $3::int',
    [ctx.tenantId, likeliest!.length - 2, mostCompared],
  )
  return meantBy(
    likeliest!,
    rows.map((row) => row.word),
  )
}
