/** One product as its page and the API show it: with producer, category path, variants and pictures, in one query. */
import { named } from '../../platform/database/named.ts'
import { notFound } from '../../platform/http/app-error.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { whileUnchanged } from '../../platform/tenancy/unchanged.ts'
import type { Translated } from '../../platform/values/shapes.ts'
import { isUuid } from './find-category.ts'
import type { Product, Variant } from './find.ts'
import { isListed, maySeeUnlisted } from './policy.ts'

export type PageVariant = Omit<
  Variant,
  'tenantId' | 'productId' | 'externalIds' | 'deletedAt' | 'createdAt' | 'updatedAt'
>

export type PageImage = {
  id: string
  /** Null until an import has fetched it. */
  fileId: string | null
  alt: Translated
  width: number | null
  height: number | null
  /** The colour most of it has, #rrggbb. */
  color: string | null
  sourceUrl: string | null
  failure: string | null
}

export type ProductPage = Omit<
  Product,
  'tenantId' | 'externalIds' | 'importKey' | 'sortNames' | 'categoryPath'
> & {
  producer: {
    id: string
    slug: string
    name: Translated
    region: Translated
    logoFileId: string | null
    status: string
  }
  /** From the root to its own category. */
  categories: { id: string; slug: string; name: Translated }[]
  variants: PageVariant[]
  images: PageImage[]
}

/** By id or slug. What is not on the shelf is there only for those whose it is. */
export async function getProduct(ctx: Context, idOrSlug: string): Promise<ProductPage> {
  // The same for everybody until it is decided below who may see it.
  const found = await whileUnchanged(ctx, `product ${idOrSlug}`, () => findPage(ctx, idOrSlug))
  if (!found || found.deletedAt) throw notFound('product')
  if (!isListed(found, found.producer) && !maySeeUnlisted(ctx.actor, found)) throw notFound('product')
  return found
}

async function findPage(ctx: Context, idOrSlug: string): Promise<ProductPage | null> {
  return read(ctx, async (ctx) => {
    const match = isUuid(idOrSlug) ? 'p.id = $2::uuid' : 'p.slug = $2::text and p.deleted_at is null'
    const [row] = await named<ProductPage>(ctx.db, `${select} and ${match}`, [ctx.tenantId, idOrSlug])
    return row ?? null
  })
}

const select = `
  select p.id, p.producer_id as "producerId", p.category_id as "categoryId", p.slug, p.name, p.description,
    p.seo_title as "seoTitle", p.seo_description as "seoDescription", p.vat_class as "vatClass", p.status,
    p.attributes, p.tags, p.price_from as "priceFrom", p.price_to as "priceTo", p.is_in_stock as "isInStock",
    p.variant_count as "variantCount", p.cover_file_id as "coverFileId", p.rating_sum as "ratingSum",
    p.rating_count as "ratingCount", p.sold_count as "soldCount", p.published_at as "publishedAt",
    p.deleted_at as "deletedAt", p.version, p.created_at as "createdAt", p.updated_at as "updatedAt",
    (select jsonb_build_object('id', r.id, 'slug', r.slug, 'name', r.name, 'region', r.region,
        'logoFileId', r.logo_file_id, 'status', r.status)
      from producers r where r.tenant_id = p.tenant_id and r.id = p.producer_id) as producer,
    coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name) order by w.place)
      from unnest(p.category_path) with ordinality as w (id, place)
      join categories c on c.tenant_id = p.tenant_id and c.id = w.id), '[]') as categories,
    coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'name', v.name, 'options', v.options,
        'price', v.price::text, 'compareAt', v.compare_at::text, 'weightGrams', v.weight_grams, 'unit', v.unit,
        'unitQuantity', v.unit_quantity::text, 'barcode', v.barcode, 'position', v.position, 'stock', v.stock,
        'lowStockAt', v.low_stock_at, 'imageFileId', v.image_file_id, 'version', v.version) order by v.position, v.id)
      from variants v where v.tenant_id = p.tenant_id and v.product_id = p.id and v.deleted_at is null), '[]') as variants,
    coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'fileId', i.file_id, 'alt', i.alt, 'width', f.width,
        'height', f.height, 'color', f.color, 'sourceUrl', i.source_url, 'failure', i.failure) order by i.position, i.id)
      from product_images i left join files f on f.tenant_id = i.tenant_id and f.id = i.file_id
      where i.tenant_id = p.tenant_id and i.product_id = p.id), '[]') as images
  from products p where p.tenant_id = $1`
