/** What orders are made of, found by the names the demo's data uses. */
import { sql } from 'drizzle-orm'
import { read } from '../../../platform/tenancy/change.ts'
import type { Context } from '../../../platform/tenancy/context.ts'

export type Known = {
  /** By SKU. */
  variants: ReadonlyMap<string, string>
  /** By slug. */
  products: ReadonlyMap<string, { id: string; producerId: string }>
  /** By code. */
  methods: ReadonlyMap<string, string>
  /** Accounts of the demo's buyers, by e-mail. */
  users: ReadonlyMap<string, string>
}

export async function knownOf(ctx: Context): Promise<Known> {
  return read(ctx, async ({ db, tenantId }) => {
    const variants = await db.execute<{ sku: string; id: string }>(
      sql`select sku, id from variants where tenant_id = ${tenantId} and deleted_at is null`,
    )
    const products = await db.execute<{ slug: string; id: string; producerId: string }>(
      sql`select slug, id, producer_id as "producerId" from products where tenant_id = ${tenantId} and deleted_at is null`,
    )
    const methods = await db.execute<{ code: string; id: string }>(
      sql`select code, id from shipping_methods where tenant_id = ${tenantId}`,
    )
    const users = await db.execute<{ email: string; id: string }>(
      sql`select email, user_id as id from members where tenant_id = ${tenantId} and roles && array['customer']`,
    )
    return {
      variants: new Map(variants.rows.map(({ sku, id }) => [sku, id])),
      products: new Map(products.rows.map(({ slug, ...rest }) => [slug, rest])),
      methods: new Map(methods.rows.map(({ code, id }) => [code, id])),
      users: new Map(users.rows.map(({ email, id }) => [email, id])),
    }
  })
}
