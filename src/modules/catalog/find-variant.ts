/** A variant with its product, for somebody who may see it unlisted; a stranger's is not there. */
import { and, eq, isNull } from 'drizzle-orm'
import { notFound } from '../../platform/http/app-error.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { type Product, productColumns, type Variant } from './find.ts'
import { maySeeUnlisted } from './policy.ts'
import { products, variants } from './schema.ts'

export async function findVariant(
  ctx: Inside,
  variantId: string,
): Promise<{ variant: Variant; product: Product }> {
  const [row] = await ctx.db
    .select({ variant: variants, product: productColumns })
    .from(variants)
    .innerJoin(products, and(eq(products.tenantId, variants.tenantId), eq(products.id, variants.productId)))
    .where(
      and(
        eq(variants.tenantId, ctx.tenantId),
        eq(variants.id, variantId),
        isNull(variants.deletedAt),
        isNull(products.deletedAt),
      ),
    )
  if (!row || !maySeeUnlisted(ctx.actor, row.product)) throw notFound('variant')
  return row
}
