/** Takes away, every hour, what has had its time: keys, counts, sessions, and the bytes of deleted files. */
import { and, eq, lt, ne, sql } from 'drizzle-orm'
import { files } from '../files/schema.ts'
import { changedMany, change, writing } from '../tenancy/change.ts'
import type { Context, Services } from '../tenancy/context.ts'
import type { JobDefinition } from './boss.ts'

/** After this a deleted file's bytes are gone from the store as well; till then an operator can bring it back. */
const fileDays = 7
const filesAtOnce = 200

export const sweepJob: JobDefinition = {
  name: 'platform.sweep',
  cron: '17 * * * *',
  retryLimit: 2,
  concurrency: 1,
  beforehand: sweepShared,
  handle: async (ctx) => {
    await writing(ctx, async (ctx) => {
      await ctx.db.execute(
        sql`delete from idempotency_keys where tenant_id = ${ctx.tenantId} and created_at < now() - interval '24 hours'`,
      )
      // Long after the last possible run of any job that could ask for the effect again.
      await ctx.db.execute(
        sql`delete from effects where tenant_id = ${ctx.tenantId} and created_at < now() - interval '180 days'`,
      )
    })
    await sweepFiles(ctx)
  },
}

/** What belongs to no tenant. */
async function sweepShared({ database }: Services): Promise<void> {
  for (const text of [
    "delete from rate_limits where resets_at < now() - interval '1 hour'",
    "delete from auth.session where expires_at < now() - interval '1 day'",
    "delete from auth.verification where expires_at < now() - interval '1 day'",
  ]) {
    await database.app.query(text)
  }
}

async function sweepFiles(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - fileDays * 86_400_000)
  const gone = await writing(ctx, (ctx) =>
    ctx.db
      .select()
      .from(files)
      .where(and(eq(files.tenantId, ctx.tenantId), lt(files.deletedAt, before), ne(files.storageKey, '')))
      .limit(filesAtOnce),
  )
  for (const file of gone) {
    for (const key of [file.storageKey, ...Object.values(file.sizes)]) await ctx.services.files.delete(key)
  }
  await change(ctx, 'file.remove', async (ctx) => {
    const pairs = []
    for (const file of gone) {
      const [after] = await ctx.db
        .update(files)
        .set({ storageKey: '', sizes: {} })
        .where(and(eq(files.tenantId, ctx.tenantId), eq(files.id, file.id)))
        .returning()
      pairs.push({ before: file, after: after! })
    }
    return changedMany(null, pairs)
  })
}
