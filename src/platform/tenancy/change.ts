/** The one way to write and the one way to read: a transaction of one tenant, audited, announced, and retried. */
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { audit } from '../audit/schema.ts'
import { transact } from '../database/connect.ts'
import { isTransient } from '../database/faults.ts'
import { newId } from '../database/columns.ts'
import { forbidden } from '../http/app-error.ts'
import { events } from '../events/schema.ts'
import { redact } from '../observability/redact.ts'
import { span } from '../observability/traces.ts'
import { wake } from '../events/wake.ts'
import type { Action, EventName } from './actions.ts'
import { eventOf } from './actions.ts'
import type { Context, Inside, Pending } from './context.ts'

/** What a verb did to one record: the row to answer, and what the audit and the listeners are told. */
export type Outcome<T> = {
  row: T
  record: Entry[] | null
  /** What else is told. */
  also?: readonly Told[]
}

/** An event beside those of the records, about something that is none: it is told, not audited. */
export type Told = {
  name: EventName
  entity: string
  entityId: string
  audience: string[]
  data?: Record<string, unknown>
}

type Row = { id: string }

type Entry = {
  entityId: string
  before: unknown
  after: unknown
  options: Announce
}

export type Announce = {
  /** Who hears of it, beside those who may read the audit log. */
  audience?: string[]
  /** Small facts that listeners need; never more than they may see. */
  data?: Record<string, unknown>
  /** An administrator acted on what belongs to somebody else. */
  isOverride?: boolean
  /** When one action has several endings, the event that is told instead of the action's own. */
  event?: EventName
  also?: readonly Told[]
}

export const created = <T extends Row>(row: T, options: Announce = {}): Outcome<T> => ({
  row,
  record: [{ entityId: row.id, before: null, after: row, options }],
})

export const changed = <T extends Row>(before: Row, after: T, options: Announce = {}): Outcome<T> => ({
  row: after,
  record: [{ entityId: after.id, before, after, options }],
})

export const removed = <T extends Row>(row: T, options: Announce = {}): Outcome<T> => ({
  row,
  record: [{ entityId: row.id, before: row, after: null, options }],
})

/** Nothing happened (a second press): nothing is audited or announced. */
export const unchanged = <T>(row: T): Outcome<T> => ({ row, record: null })

/** A write that is no business record, such as filling a cart: neither audited nor announced. */
export const unrecorded = unchanged

/** No record either, but others must hear that something is different now. */
export const announced = <T>(row: T, also: readonly Told[]): Outcome<T> => ({ row, record: null, also })

/** Several records of one kind at once: one audit row and one event each, the row of the caller's choice. */
export const changedMany = <T>(
  row: T,
  pairs: { before: Row | null; after: Row | null; options?: Announce }[],
): Outcome<T> => ({
  row,
  record: pairs.map(({ before, after, options }) => ({
    entityId: (after ?? before)!.id,
    before,
    after,
    options: options ?? {},
  })),
})

const attempts = 5

/**
 * Runs a write. Inside a transaction already begun it joins that one, so verbs may call verbs; else it begins one,
 * and runs it again (up to five times, with jitter) when the database asks for it. `work` must therefore
 * touch nothing but the database: the outside world is reached by enqueueing a job.
 */
export async function change<T>(
  ctx: Context,
  action: Action,
  work: (ctx: Inside) => Promise<Outcome<T>>,
): Promise<T> {
  if (ctx.actor.isReadOnly || ctx.pending?.isReadOnly) throw forbidden('This key may only read.')
  return span(`change ${action}`, 'internal', {}, () =>
    writing(ctx, async (inside) => record(inside, action, await work(inside))),
  )
}

/** A writing transaction without a record of its own: for the edge, which wraps verbs in it (idempotency, bulk). */
export async function writing<T>(ctx: Context, work: (ctx: Inside) => Promise<T>): Promise<T> {
  // Never a second connection from within a transaction: under load everybody would wait for everybody's second.
  if (ctx.db) return work(ctx as Inside)
  for (let attempt = 1; ; attempt++) {
    const pending: Pending = { ordinal: 0, events: 0, isReadOnly: false }
    try {
      const result = await transact(ctx.services.database.app, ctx.tenantId, 'read write', (db) =>
        work({ ...ctx, db, pending }),
      )
      if (pending.events > 0 || pending.jobs) wake(ctx.services, pending.jobs)
      return result
    } catch (error) {
      if (attempt === attempts || !isTransient(error)) throw error
      await sleep(randomInt(5, 20 * 2 ** attempt))
    }
  }
}

/** Runs a read in a read-only transaction of the tenant, or within the one already begun. */
export async function read<T>(ctx: Context, work: (ctx: Inside) => Promise<T>): Promise<T> {
  if (ctx.db) return work(ctx as Inside)
  const pending = { ordinal: 0, events: 0, isReadOnly: true }
  return transact(ctx.services.database.app, ctx.tenantId, 'read only', (db) => work({ ...ctx, db, pending }))
}

async function record<T>(ctx: Inside, action: Action, outcome: Outcome<T>): Promise<T> {
  const entries = outcome.record ?? []
  const also = [...entries.flatMap(({ options }) => options.also ?? []), ...(outcome.also ?? [])]
  if (entries.length + also.length === 0) return outcome.row
  const entity = action.slice(0, action.indexOf('.'))
  const rows = entries.map((entry) => ({ ...entry, ordinal: ctx.pending.ordinal++ }))
  const told = [
    ...rows.map(({ entityId, options, ordinal }) => ({
      name: options.event ?? eventOf(action),
      entity,
      entityId,
      audience: [...new Set(['may:audit.read', ...(options.audience ?? [])])],
      data: options.data ?? {},
      ordinal,
    })),
    ...also.map((one) => ({ data: {}, ...one, ordinal: ctx.pending.ordinal++ })),
  ].map((event) => ({ ...event, tenantId: ctx.tenantId, id: newId(), at: ctx.now }))
  ctx.pending.events += told.length
  await Promise.all([
    rows.length > 0 && ctx.db.insert(audit).values(rows.map((row) => auditRow(ctx, action, entity, row))),
    ctx.db.insert(events).values(told),
  ])
  return outcome.row
}

function auditRow(ctx: Inside, action: Action, entity: string, row: Entry & { ordinal: number }) {
  const { entityId, before, after, options, ordinal } = row
  return {
    tenantId: ctx.tenantId,
    id: newId(),
    ordinal,
    at: ctx.now,
    action,
    entity,
    entityId,
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.userId,
    actorName: ctx.actor.name,
    isOverride: options.isOverride ?? false,
    requestId: ctx.requestId,
    address: ctx.address,
    before: redact(before),
    after: redact(after),
  }
}
