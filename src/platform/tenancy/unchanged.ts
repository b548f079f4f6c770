/**
 * Answers that stay as they are while nothing of the organisation changes. Every change leaves an event in its own
 * transaction (see `change`), so the outbox says whether an answer read earlier is still what a reading now would
 * give, on whichever instance the change was made. Not for what depends on who asks or on the time of day.
 */
import { transact } from '../database/connect.ts'
import { named } from '../database/named.ts'
import type { Context } from './context.ts'

type Kept = { value: unknown; snapshot: string; until: number }

/** Answers are a few kilobytes, pages some tens; whoever asks for what nobody else asks pushes the oldest out. */
const mostKept = { answers: 500, pages: 120 }
type Shelf = keyof typeof mostKept

/** What changes without an event (how much was sold) is at most this old. */
const keptMs = 10_000

const memories = new WeakMap<object, Record<Shelf, Map<string, Kept>>>()

/** `make` reads; its answer is shared and must not be changed by whoever gets it. */
export async function whileUnchanged<T>(
  ctx: Context,
  key: string,
  make: () => Promise<T>,
  shelf: Shelf = 'answers',
): Promise<T> {
  // Within a transaction its own changes would be missed.
  if (ctx.db) return make()
  const memory = memoryOf(ctx)[shelf]
  const name = `${ctx.tenantId} ${key}`
  const kept = memory.get(name)
  const { snapshot, isChanged } = await look(ctx, kept?.snapshot ?? null)
  if (kept && !isChanged && kept.until > Date.now()) {
    kept.snapshot = snapshot
    return kept.value as T
  }
  const value = await make()
  memory.delete(name)
  memory.set(name, { value, snapshot, until: Date.now() + keptMs })
  if (memory.size > mostKept[shelf]) memory.delete(memory.keys().next().value!)
  return value
}

function memoryOf(ctx: Context): Record<Shelf, Map<string, Kept>> {
  const { database } = ctx.services
  let memory = memories.get(database)
  if (!memory) memories.set(database, (memory = { answers: new Map(), pages: new Map() }))
  return memory
}

const question = `
  select pg_current_snapshot()::text as snapshot, $2::text is null or exists (
    select from events where tenant_id = $1 and xid >= pg_snapshot_xmin($2::pg_snapshot)
      and not pg_visible_in_snapshot(xid, $2::pg_snapshot)
  ) as "isChanged"`

/** The state of now, taken before anything is read, and whether anything has happened since the one known. */
async function look(ctx: Context, known: string | null): Promise<{ snapshot: string; isChanged: boolean }> {
  return transact(ctx.services.database.app, ctx.tenantId, 'read only', async (db) => {
    const [row] = await named<{ snapshot: string; isChanged: boolean }>(db, question, [ctx.tenantId, known])
    return row!
  })
}
