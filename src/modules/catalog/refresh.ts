/** What a product keeps of its variants, pictures, category and words, so that lists read one table: set here and nowhere else. */
import { named } from '../../platform/database/named.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import type { Translated } from '../../platform/values/shapes.ts'
import { searchDocument } from './search/document.ts'

/**
 * Makes the derived columns of these products true again, in three statements however many there are. The rows are
 * locked first, in id order and by a statement of its own, so that the next ones see what others did meanwhile.
 */
export async function refreshProducts(ctx: Inside, productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return
  const ids = [...new Set(productIds)]
  await named(ctx.db, lockAll, [ctx.tenantId, ids])
  const texts = await named<Texts>(ctx.db, readTexts, [ctx.tenantId, ids])
  const documents = texts.map(({ id, names, ...rest }) => ({
    id,
    ...searchDocument({ ...rest, filedUnder: names }),
  }))
  await named(ctx.db, writeDerived, [
    ctx.tenantId,
    documents.map((document) => document.id),
    documents.map((document) => document.vector),
    documents.map((document) => JSON.stringify(document.sortNames)),
    // In order, so that two who add the same new words wait for each other and not in a circle.
    [...new Set(documents.flatMap((document) => document.sounds))].toSorted(),
  ])
}

const lockAll =
  'select id from products where tenant_id = $1 and id = any($2::uuid[]) order by id for no key update'

type Texts = {
  id: string
  name: Translated
  description: Translated
  tags: string[]
  names: Translated[]
  details: string[]
}

const readTexts = `
  select p.id, p.name, p.description, p.tags,
    jsonb_build_array(r.name)
      || coalesce((
        select jsonb_agg(a.name) from categories c
        join categories a on a.tenant_id = c.tenant_id and a.id = any(c.path)
        where c.tenant_id = p.tenant_id and c.id = p.category_id
      ), '[]')
      || coalesce((
        select jsonb_agg(t.value) from jsonb_each(p.attributes) t where jsonb_typeof(t.value) = 'object'
      ), '[]') as names,
    array(
      select d.word from variants v, lateral (
        select v.sku as word union all select v.barcode
        union all select value from jsonb_each_text(v.name) union all select value from jsonb_each_text(v.options)
      ) d
      where v.tenant_id = p.tenant_id and v.product_id = p.id and v.deleted_at is null and d.word is not null
    ) as details
  from products p
  join producers r on r.tenant_id = p.tenant_id and r.id = p.producer_id
  where p.tenant_id = $1 and p.id = any($2::uuid[])`

// A row that is as it should be is left alone: each new version of it costs a place in every index.
const writeDerived = `
  with words as (
    insert into search_words (tenant_id, word) select $1, w.word from unnest($5::text[]) as w (word)
    where not exists (select from search_words k where k.tenant_id = $1 and k.word = w.word)
    on conflict do nothing
  )
  update products p set
    price_from = f.price_from, price_to = f.price_to, is_in_stock = f.is_in_stock, variant_count = f.variant_count,
    cover_file_id = f.cover_file_id, category_path = f.category_path,
    search_vector = f.search_vector, sort_names = f.sort_names
  from (
    select p.id, v.price_from, v.price_to, coalesce(v.is_in_stock, false) as is_in_stock,
      coalesce(v.variant_count, 0) as variant_count, i.file_id as cover_file_id,
      coalesce(c.path, '{}') as category_path, w.vector::tsvector as search_vector,
      w.sort_names::jsonb as sort_names
    from unnest($2::uuid[], $3::text[], $4::text[]) as w (id, vector, sort_names)
    join products p on p.tenant_id = $1 and p.id = w.id
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
  ) f
  where p.tenant_id = $1 and p.id = f.id
    and (p.price_from, p.price_to, p.is_in_stock, p.variant_count, p.cover_file_id, p.category_path,
        p.search_vector, p.sort_names)
      is distinct from (f.price_from, f.price_to, f.is_in_stock, f.variant_count, f.cover_file_id, f.category_path,
        f.search_vector, f.sort_names)`
