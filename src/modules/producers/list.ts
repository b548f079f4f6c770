/** Producers as everybody sees them, with how much each has on the shelf; and all of them for administrators. */
import { eq } from 'drizzle-orm'
import { named } from '../../platform/database/named.ts'
import { forbidden, notFound, unauthorized } from '../../platform/http/app-error.ts'
import { encodeCursor } from '../../platform/http/cursor.ts'
import { decodeKey } from '../../platform/http/keyset.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { whileUnchanged } from '../../platform/tenancy/unchanged.ts'
import { inLocale, type Page } from '../../platform/values/shapes.ts'
import { findProducer, type Producer } from './find.ts'
import { mayManageProducers, maySeePrivate } from './policy.ts'
import { producers } from './schema.ts'
import type { ListProducers } from './shapes.ts'

/** Products on the shelf, and the stars of all of them together. */
export type Standing = { productCount: number; ratingSum: number; ratingCount: number }
export type ListedProducer = Producer & Standing

// The shelf stands above this room, so it is named here in words, for counting only.
const standings = `
  select s.producer_id as id, count(*)::int as "productCount", sum(s.rating_sum)::int as "ratingSum",
    sum(s.rating_count)::int as "ratingCount"
  from shelf s where s.tenant_id = $1 and s.status = 'published' and s.deleted_at is null group by 1`

/** By name in the reader's language. A market has hundreds of producers at most: they are sorted as people sort. */
export async function listProducers(ctx: Context, query: ListProducers): Promise<Page<ListedProducer>> {
  if (query.scope === 'managed') requireSomeProducer(ctx)
  const all = await whileUnchanged(ctx, 'producers', () => read(ctx, listAll))
  const name = (row: Producer) => inLocale(row.name, ctx.locale, ctx.organization.defaultLocale)
  const collator = new Intl.Collator(ctx.locale)
  const wanted = foldText(query.q ?? '')
  const rows = all
    .filter((row) => isVisible(ctx, row, query))
    .filter((row) =>
      foldText([...Object.values(row.name), ...Object.values(row.region)].join(' ')).includes(wanted),
    )
    .toSorted((a, b) => collator.compare(name(a), name(b)) || (a.id < b.id ? -1 : 1))
  const after = decodeKey(query.cursor, ['id'])
  const start = after ? rows.findIndex((row) => row.id === after[0]) + 1 : (query.skip ?? 0)
  const data = rows.slice(start, start + query.limit)
  const isMore = start + query.limit < rows.length
  return {
    data,
    page: { next: isMore ? encodeCursor([data.at(-1)!.id]) : null },
    ...(query.count ? { total: rows.length } : {}),
  }
}

const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ')

function isVisible(ctx: Context, row: Producer, query: ListProducers): boolean {
  if (query.scope !== 'managed') return row.status === 'active'
  if (query.status && row.status !== query.status) return false
  return mayManageProducers(ctx.actor) || ctx.actor.producerIds.includes(row.id)
}

function requireSomeProducer({ actor }: Context): void {
  if (actor.kind === 'guest') throw unauthorized('Sign in first.')
  if (!mayManageProducers(actor) && actor.producerIds.length === 0)
    throw forbidden('You do not belong to a producer.')
}

async function listAll(ctx: Inside): Promise<ListedProducer[]> {
  const [rows, counted] = await Promise.all([
    ctx.db.select().from(producers).where(eq(producers.tenantId, ctx.tenantId)),
    named<Standing & { id: string }>(ctx.db, standings, [ctx.tenantId]),
  ])
  const byId = new Map(counted.map((row) => [row.id, row]))
  return rows.map((row) => ({ ...row, ...(byId.get(row.id) ?? nothing) }))
}

const nothing: Standing = { productCount: 0, ratingSum: 0, ratingCount: 0 }

/** By id or slug. A paused one is there only for its own people and administrators. */
export async function getProducer(ctx: Context, idOrSlug: string): Promise<ListedProducer> {
  const found = await whileUnchanged(ctx, `producer ${idOrSlug}`, () =>
    read(ctx, async (ctx) => {
      const row = await findProducer(ctx, idOrSlug)
      if (!row) return null
      const [counted] = await named<Standing>(
        ctx.db,
        `select * from (${standings}) t where t.id = $2::uuid`,
        [ctx.tenantId, row.id],
      )
      return { ...row, ...(counted ?? nothing) }
    }),
  )
  if (!found || (found.status !== 'active' && !maySeePrivate(ctx.actor, found))) throw notFound('producer')
  return found
}
