/** For whom a seller sells, and at which commission. */
import { and, desc, eq, isNull } from 'drizzle-orm'
import { unauthorized } from '../../platform/http/app-error.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import type { Translated } from '../../platform/values/shapes.ts'
import { producers, sellerAgreements } from './schema.ts'

export type Agreement = typeof sellerAgreements.$inferSelect & {
  producer: { slug: string; name: Translated; logoFileId: string | null }
}

/** The signed-in person's own agreements that are in force. */
export async function listMyAgreements(ctx: Context): Promise<Agreement[]> {
  const { userId } = ctx.actor
  if (!userId) throw unauthorized('Sign in first.')
  const rows = await read(ctx, (ctx) =>
    ctx.db
      .select({
        agreement: sellerAgreements,
        producer: { slug: producers.slug, name: producers.name, logoFileId: producers.logoFileId },
      })
      .from(sellerAgreements)
      .innerJoin(
        producers,
        and(eq(producers.tenantId, sellerAgreements.tenantId), eq(producers.id, sellerAgreements.producerId)),
      )
      .where(
        and(
          eq(sellerAgreements.tenantId, ctx.tenantId),
          eq(sellerAgreements.sellerUserId, userId),
          isNull(sellerAgreements.endedAt),
        ),
      )
      .orderBy(desc(sellerAgreements.createdAt), producers.slug),
  )
  return rows.map(({ agreement, producer }) => ({ ...agreement, producer }))
}
