/** How far an import's pictures are, which could not be had and why, and having those tried again. */
import { sql } from 'drizzle-orm'
import { enqueue } from '../../../platform/jobs/queue.ts'
import { change, read, unrecorded } from '../../../platform/tenancy/change.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { itself, requireMine } from './record.ts'
import { imports } from '../schema.ts'

export type ImageReport = {
  fetched: number
  waiting: number
  failed: number
  /** The first hundred that failed at least once. */
  failures: { productId: string; url: string; reason: string; retryAt: string | null }[]
}

export async function reportImages(ctx: Context, importId: string): Promise<ImageReport> {
  return read(ctx, async (ctx) => {
    const ofImport = sql`
      from import_effects e join product_images i on i.tenant_id = e.tenant_id and i.id = e.entity_id
      where e.tenant_id = ${ctx.tenantId} and e.import_id = ${importId} and e.entity = 'image'`
    const [counts, failures] = await Promise.all([
      ctx.db.execute<Omit<ImageReport, 'failures'>>(sql`
        select count(*) filter (where i.file_id is not null)::int as fetched,
          count(*) filter (where i.retry_at is not null)::int as waiting,
          count(*) filter (where i.file_id is null and i.retry_at is null)::int as failed ${ofImport}`),
      ctx.db.execute<ImageReport['failures'][number]>(sql`
        select i.product_id as "productId", i.source_url as url, i.failure as reason, i.retry_at as "retryAt"
        ${ofImport} and i.failure is not null and i.file_id is null order by i.id limit 100`),
    ])
    return { ...counts.rows[0]!, failures: failures.rows }
  })
}

/** Has the pictures that were given up, or wait for later, tried at once. */
export async function retryImages(ctx: Context, importId: string): Promise<void> {
  await change(ctx, 'import.retry', async (ctx) => {
    const [row] = await ctx.db.select().from(imports).where(itself(ctx, importId)).for('update')
    requireMine(ctx, row)
    await ctx.db.execute(sql`
      update product_images i set retry_at = ${ctx.now.toISOString()}::timestamptz, attempts = 0
      from import_effects e
      where e.tenant_id = ${ctx.tenantId} and e.import_id = ${importId} and e.entity = 'image'
        and i.tenant_id = e.tenant_id and i.id = e.entity_id and i.file_id is null and i.source_url is not null`)
    await enqueue(ctx, 'catalog.fetchImages', {}, { singletonKey: `${ctx.tenantId} images` })
    return unrecorded(null)
  })
}
