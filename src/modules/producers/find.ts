/** Finding producers by id or slug. */
import { and, eq } from 'drizzle-orm'
import { notFound } from '../../platform/http/app-error.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { producers } from './schema.ts'

export type Producer = typeof producers.$inferSelect

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The producer, also a paused one; null when there is none. */
export async function findProducer(ctx: Inside, idOrSlug: string): Promise<Producer | null> {
  const [row] = await ctx.db
    .select()
    .from(producers)
    .where(
      and(
        eq(producers.tenantId, ctx.tenantId),
        uuid.test(idOrSlug) ? eq(producers.id, idOrSlug) : eq(producers.slug, idOrSlug),
      ),
    )
  return row ?? null
}

/** The producer's row, locked: whoever changes a producer takes this lock first. */
export async function lockProducer(ctx: Inside, producerId: string): Promise<Producer> {
  const [row] = await ctx.db
    .select()
    .from(producers)
    .where(and(eq(producers.tenantId, ctx.tenantId), eq(producers.id, producerId)))
    .for('no key update')
  if (!row) throw notFound('producer')
  return row
}

/** All of them, by what a file may call them. A market has hundreds at most. */
export const listProducerKeys = (ctx: Inside): Promise<Pick<Producer, 'id' | 'slug' | 'name'>[]> =>
  ctx.db
    .select({ id: producers.id, slug: producers.slug, name: producers.name })
    .from(producers)
    .where(eq(producers.tenantId, ctx.tenantId))
