/** What a cart and a checkout need to know of the variants in them, in one query. */
import { named } from '../../platform/database/named.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import type { Translated } from '../../platform/values/shapes.ts'
import type { ProductStatus, Unit, VatClass } from './values.ts'

export type CartVariant = {
  variantId: string
  productId: string
  producerId: string
  sku: string
  /** Of the variant, such as «500 ml»; empty where there is only one. */
  name: Translated
  productName: Translated
  slug: string
  /** Two decimals, in the organisation's currency and price kind. */
  price: string
  compareAt: string | null
  stock: number
  weightGrams: number
  unit: Unit
  vatClass: VatClass
  categoryId: string | null
  /** From the root to the product's own category. */
  categoryPath: string[]
  coverFileId: string | null
  status: ProductStatus
  /** Published, of an active producer, and neither it nor its product deleted: it may be put in a cart and ordered. */
  isSellable: boolean
}

const select = `
  select v.id as "variantId", v.product_id as "productId", p.producer_id as "producerId", v.sku, v.name,
    p.name as "productName", p.slug, v.price, v.compare_at as "compareAt", v.stock, v.weight_grams as "weightGrams",
    v.unit, p.vat_class as "vatClass", p.category_id as "categoryId", p.category_path as "categoryPath",
    coalesce(v.image_file_id, p.cover_file_id) as "coverFileId", p.status,
    p.status = 'published' and p.deleted_at is null and v.deleted_at is null and r.status = 'active' as "isSellable"
  from variants v
  join products p on p.tenant_id = v.tenant_id and p.id = v.product_id
  join producers r on r.tenant_id = p.tenant_id and r.id = p.producer_id
  where v.tenant_id = $1 and v.id = any($2::uuid[])`

/** By variant id; an id that is nobody's is missing from the answer. Deleted ones are there, not sellable. */
export async function variantsForCart(
  ctx: Inside,
  variantIds: readonly string[],
): Promise<Map<string, CartVariant>> {
  if (variantIds.length === 0) return new Map()
  const rows = await named<CartVariant>(ctx.db, select, [ctx.tenantId, [...new Set(variantIds)]])
  return new Map(rows.map((row) => [row.variantId, row]))
}
