/** Enqueues work for after the commit, inside the caller's transaction: no commit, no job; a commit, and it will run. */
import { sql } from 'drizzle-orm'
import type { Inside } from '../tenancy/context.ts'
import type { Locale } from '../values/shapes.ts'

export type EnqueueOptions = {
  /**
   * At most one waiting job of this name has this key: enqueueing another changes nothing. The waiting one may
   * begin before this transaction commits, so it is for work that looks at the state as it finds it, and that
   * something repeats in the end.
   */
  singletonKey?: string
  startAfter?: Date
}

export type Execute = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>

/** What is stored with a job; `input` is what its handler is given. */
export type JobData = { tenantId: string; locale: Locale; requestId: string; input: unknown }

export interface JobQueue {
  /** The names of the jobs that are worked; enqueueing another is a bug. */
  readonly names: ReadonlySet<string>
  send(execute: Execute, name: string, data: JobData, options: EnqueueOptions): Promise<void>
  /** Several of one name in one statement. */
  sendMany(execute: Execute, name: string, data: readonly JobData[]): Promise<void>
  /** Ends the tries under way of these jobs of one name; those that may be tried again will be. */
  fail(execute: Execute, name: string, ids: readonly string[], reason: string): Promise<void>
  /** Gives a job that had its last try another. */
  retry(execute: Execute, name: string, id: string): Promise<void>
  /** Makes this process look for work in these queues now; call it after the commit. */
  nudge(names: Iterable<string>): void
}

/** Enqueues a job of the context's tenant. The job runs as the system, in the same language, with `data` as its input. */
export async function enqueue(
  ctx: Inside,
  name: string,
  data: object = {},
  options: EnqueueOptions = {},
): Promise<void> {
  await ctx.services.jobs.send(
    executeIn(ctx),
    name,
    { tenantId: ctx.tenantId, locale: ctx.locale, requestId: ctx.requestId, input: data },
    options,
  )
  ;(ctx.pending.jobs ??= new Set()).add(name)
}

/** Runs the queue's statements within the transaction. */
export const executeIn =
  (ctx: Inside): Execute =>
  async (text, values = []) => ({
    rows: (await ctx.db.execute<Record<string, unknown>>(bind(text, values))).rows,
  })

/** `$1`-style text with values, as the query builder takes it. */
function bind(text: string, values: unknown[]) {
  const parts = text.split(/\$(\d+)/)
  return sql.join(
    parts.map((part, index) =>
      index % 2 === 0 ? sql.raw(part) : sql`${sql.param(values[Number(part) - 1])}`,
    ),
  )
}
