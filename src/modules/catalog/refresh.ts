/** What a product keeps of its variants, pictures and category, so that lists read one table: set here and nowhere else. */
import { named } from '../../platform/database/named.ts'
import type { Inside } from '../../platform/tenancy/context.ts'

/**
 * Makes the derived columns of these products true again. The rows are locked first, in id order and by a statement
 * of its own, so that the second one sees what others did while this one waited.
 */
export async function refreshProducts(ctx: Inside, productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return
  const ids = [...new Set(productIds)]
  await named(
    ctx.db,
    'select id from products where tenant_id = $1 and id = any($2::uuid[]) order by id for no key update',
    [ctx.tenantId, ids],
  )
  await named(ctx.db, refreshAll, [ctx.tenantId, ids])
}

const refreshAll = `
  update products p set
    price_from = f.price_from, price_to = f.price_to, is_in_stock = f.is_in_stock, variant_count = f.variant_count,
    cover_file_id = f.cover_file_id, category_path = f.category_path
  from (
    select p.id, v.price_from, v.price_to, coalesce(v.is_in_stock, false) as is_in_stock,
      coalesce(v.variant_count, 0) as variant_count, i.file_id as cover_file_id, coalesce(c.path, '{}') as category_path
    from products p
    left join categories c on c.tenant_id = p.tenant_id and c.id = p.category_id
    left join lateral (
      select min(v.price) as price_from, max(v.price) as price_to, bool_or(v.stock > 0) as is_in_stock,
        count(*)::int as variant_count
      from variants v
      where v.tenant_id = p.tenant_id and v.product_id = p.id and v.deleted_at is not distinct from p.deleted_at
    ) v on true
    left join lateral (
      select i.file_id from product_images i
      where i.tenant_id = p.tenant_id and i.product_id = p.id and i.file_id is not null
      order by i.position, i.id limit 1
    ) i on true
    where p.tenant_id = $1 and p.id = any($2::uuid[])
  ) f
  where p.tenant_id = $1 and p.id = f.id`
