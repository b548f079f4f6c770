/** Who changed what, when and from where: searched and read by those who may. */
import { and, type AnyColumn, desc, eq, getColumns, ilike, ne, or, type SQL, sql } from 'drizzle-orm'
import { containing } from '../database/containing.ts'
import { z } from 'zod'
import { requirePermission } from '../access/require.ts'
import { notFound } from '../http/app-error.ts'
import { encodeCursor } from '../http/cursor.ts'
import { decodeKey } from '../http/keyset.ts'
import { read } from '../tenancy/change.ts'
import type { Context } from '../tenancy/context.ts'
import { Day, Id, Instant, type Page, Paging, text } from '../values/shapes.ts'
import { audit } from './schema.ts'

export type AuditEntry = typeof audit.$inferSelect

/** `q` looks through this many of the newest entries that the other filters admit. */
const searchedRows = 20_000

const When = z.union([Day, Instant])

export const AuditFilters = z.strictObject({
  entity: z.string().max(60).optional(),
  entityId: z.string().max(64).optional(),
  /** The user's id. */
  actor: Id.optional(),
  /** `order.cancel`, or `order.*` for all of its kind. */
  action: z
    .string()
    .regex(/^[\w-]{1,40}(\.([\w-]{1,40}|\*))?$/)
    .optional(),
  isOverride: z.enum(['true', 'false']).optional(),
  /** `people`: users, guests and keys; `house`: jobs, imports and the command line. */
  by: z.enum(['people', 'house']).optional(),
  /** From this day (in the organisation's time zone) or instant on. */
  from: When.optional(),
  /** Up to and with this day, or before this instant. */
  to: When.optional(),
  q: text(200)
    .optional()
    .meta({
      description: `In names, actions, kinds, ids and addresses of the newest ${searchedRows} entries that the other filters admit.`,
    }),
})

export const ListAudit = z.strictObject({ ...Paging.shape, ...AuditFilters.shape })

export async function listAudit(ctx: Context, input: z.input<typeof ListAudit>): Promise<Page<AuditEntry>> {
  requirePermission(ctx, 'audit.read')
  const query = ListAudit.parse(input)
  const { limit, skip = 0, q } = query
  const key = decodeKey(query.cursor, ['instant', 'id'])
  const filter = filterOf(ctx, query)
  return read(ctx, async (ctx) => {
    const recent = ctx.db
      // The key is text because a Date would round it to milliseconds, and the next page would skip entries.
      .select({ ...getColumns(audit), key: sql<string>`${audit.at}::text`.as('key') })
      .from(audit)
      .where(
        and(
          filter,
          key ? sql`(${audit.at}, ${audit.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)` : undefined,
        ),
      )
      .orderBy(desc(audit.at), desc(audit.id))
      .limit(q ? searchedRows : limit + 1)
      .offset(q ? 0 : skip)
      .as('recent')
    const rows = await ctx.db
      .select()
      .from(recent)
      .where(q ? mentions(recent, q) : undefined)
      .orderBy(desc(recent.at), desc(recent.id))
      .limit(limit + 1)
      .offset(q ? skip : 0)
    const data = rows.slice(0, limit)
    const last = data.at(-1)
    const next = rows.length > limit && last ? encodeCursor([last.key, last.id]) : null
    if (query.count !== 'exact') return { data, page: { next } }
    const total = await ctx.db.$count(audit, and(filter, q ? mentions(audit, q) : undefined))
    return { data, page: { next }, total }
  })
}

/** One entry, as it was written. */
export async function getAuditEntry(ctx: Context, id: string): Promise<AuditEntry> {
  requirePermission(ctx, 'audit.read')
  const [entry] = await read(ctx, (ctx) =>
    ctx.db
      .select()
      .from(audit)
      .where(and(eq(audit.tenantId, ctx.tenantId), eq(audit.id, Id.parse(id)))),
  )
  if (!entry) throw notFound('entry')
  return entry
}

function filterOf(ctx: Context, query: z.output<typeof AuditFilters>): SQL | undefined {
  const { entity, entityId, actor, action, from, to } = query
  const kind = action?.endsWith('.*') ? action.slice(0, -2) : action?.includes('.') ? null : action
  return and(
    eq(audit.tenantId, ctx.tenantId),
    entity ? eq(audit.entity, entity) : undefined,
    entityId ? eq(audit.entityId, entityId) : undefined,
    actor ? eq(audit.actorId, actor) : undefined,
    // An action begins with its entity.
    kind ? eq(audit.entity, kind) : undefined,
    action && !kind ? eq(audit.action, action) : undefined,
    query.by
      ? query.by === 'house'
        ? eq(audit.actorKind, 'system')
        : ne(audit.actorKind, 'system')
      : undefined,
    query.isOverride ? eq(audit.isOverride, query.isOverride === 'true') : undefined,
    from
      ? sql`${audit.at} >= ${isDay(from) ? startOfDay(ctx, from, 0) : sql`${from}::timestamptz`}`
      : undefined,
    to ? sql`${audit.at} < ${isDay(to) ? startOfDay(ctx, to, 1) : sql`${to}::timestamptz`}` : undefined,
  )
}

const isDay = (when: string) => when.length === 10
const startOfDay = (ctx: Context, day: string, plus: number) =>
  sql`((${day}::date + ${plus}::int)::timestamp at time zone ${ctx.timeZone})`

type Searched = Record<'actorName' | 'action' | 'entityId' | 'address' | 'requestId', AnyColumn>

function mentions(entry: Searched, q: string): SQL | undefined {
  const pattern = containing(q)
  const { actorName, action, entityId, address, requestId } = entry
  return or(...[actorName, action, entityId, address, requestId].map((column) => ilike(column, pattern)))
}
