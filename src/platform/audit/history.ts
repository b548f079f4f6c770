/** What happened to one record and to what hangs on it, for the panel at its page's foot. */
import { and, desc, eq, inArray, or } from 'drizzle-orm'
import { may } from '../access/actor.ts'
import { read } from '../tenancy/change.ts'
import type { Context } from '../tenancy/context.ts'
import { type Difference, differences } from './differences.ts'
import { audit } from './schema.ts'

export type HistoryEntry = {
  id: string
  at: string
  action: string
  /** Of which of the records. */
  entity: string
  actor: string
  isOverride: boolean
  /** Nothing where it came to be or went: the whole record is no change. */
  changes: Difference[]
}

export type RecordHistory = {
  entries: HistoryEntry[]
  /** There are older ones in the audit log. */
  isCut: boolean
}

const shownEntries = 30

/** The newest entries of these records by kind (`{ order: [id], 'order-part': […] }`); null for who may not read the log. */
export async function historyOf(
  ctx: Context,
  records: Readonly<Record<string, readonly string[]>>,
): Promise<RecordHistory | null> {
  if (!may(ctx.actor, 'audit.read')) return null
  const kinds = Object.entries(records).filter(([, ids]) => ids.length > 0)
  if (kinds.length === 0) return { entries: [], isCut: false }
  const rows = await read(ctx, (ctx) =>
    ctx.db
      .select()
      .from(audit)
      .where(
        and(
          eq(audit.tenantId, ctx.tenantId),
          or(...kinds.map(([kind, ids]) => and(eq(audit.entity, kind), inArray(audit.entityId, [...ids])))),
        ),
      )
      .orderBy(desc(audit.at), desc(audit.id))
      .limit(shownEntries + 1),
  )
  return {
    isCut: rows.length > shownEntries,
    entries: rows.slice(0, shownEntries).map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      action: row.action,
      entity: row.entity,
      actor: row.actorName,
      isOverride: row.isOverride,
      changes: row.before === null || row.after === null ? [] : differences(row.before, row.after),
    })),
  }
}
