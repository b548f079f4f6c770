/** The conditions of a list of products, as SQL over the `shelf` view with its parameters. */
import { unauthorized, forbidden } from '../../../platform/http/app-error.ts'
import { may } from '../../../platform/access/actor.ts'
import type { Inside } from '../../../platform/tenancy/context.ts'
import { isUuid } from '../find-category.ts'
import { mayWriteAny } from '../policy.ts'
import type { ListProducts } from './shapes.ts'

/** Gathers values and answers their place: `$1`, `$2`, … */
export class Values {
  readonly list: unknown[] = []

  add(value: unknown, type: string): string {
    this.list.push(value)
    return `$${this.list.length}::${type}`
  }
}

export const isManaged = (query: Pick<ListProducts, 'scope' | 'status' | 'lowStock'>): boolean =>
  query.scope === 'managed' || query.status !== undefined || query.lowStock !== undefined

/** Conditions apart, so that a facet can leave its own out; `true` where nothing is asked. */
export type Filters = { base: string; category: string; producer: string; price: string }

/** The tenant is always `$1`. */
export function filtersOf(ctx: Inside, query: ListProducts, values: Values): Filters {
  const base = [
    ...scopeOf(ctx, query, values),
    ...(query.inStock === undefined ? [] : [query.inStock ? 's.is_in_stock' : 'not s.is_in_stock']),
    ...Object.entries(query.attributes).map(([key, wanted]) => attributeOf(key, wanted, values)),
  ]
  const price = [
    ...(query.priceMin ? [`s.price_to >= ${values.add(query.priceMin, 'numeric')}`] : []),
    ...(query.priceMax ? [`s.price_from <= ${values.add(query.priceMax, 'numeric')}`] : []),
  ]
  return {
    base: base.join(' and '),
    category: categoryOf(query, values),
    producer: producerOf(query, values),
    price: price.join(' and ') || 'true',
  }
}

export const whereOf = ({ base, category, producer, price }: Filters): string =>
  [base, category, producer, price].filter((condition) => condition !== 'true').join(' and ')

function scopeOf(ctx: Inside, query: ListProducts, values: Values): string[] {
  const tenant = `s.tenant_id = ${values.add(ctx.tenantId, 'uuid')}`
  if (!isManaged(query)) {
    return [tenant, `s.status = 'published'`, `s.deleted_at is null`, `s.producer_status = 'active'`]
  }
  const { actor } = ctx
  if (actor.kind === 'guest') throw unauthorized('Sign in first.')
  const seesAll = mayWriteAny(actor) || may(actor, 'orders.manage')
  if (!seesAll && !may(actor, 'products.write')) throw forbidden('You manage no products.')
  return [
    tenant,
    's.deleted_at is null',
    ...(seesAll ? [] : [`s.producer_id = any(${values.add(actor.producerIds, 'uuid[]')})`]),
    ...(query.status ? [`s.status = any(${values.add(query.status, 'text[]')})`] : []),
    ...(query.lowStock === undefined ? [] : [`${query.lowStock ? '' : 'not '}exists (${runningLow})`]),
  ]
}

const runningLow = `
  select from variants v where v.tenant_id = s.tenant_id and v.product_id = s.id and v.deleted_at is null
    and v.stock <= v.low_stock_at`

function categoryOf({ category }: ListProducts, values: Values): string {
  if (!category || category.length === 0) return 'true'
  const ids = category.filter(isUuid)
  const slugs = category.filter((one) => !isUuid(one))
  if (slugs.length === 0) return `s.category_path && ${values.add(ids, 'uuid[]')}`
  return `s.category_path && array(
      select c.id from categories c where c.tenant_id = $1
        and (c.id = any(${values.add(ids, 'uuid[]')}) or c.slug = any(${values.add(slugs, 'text[]')})))`
}

function producerOf({ producer }: ListProducts, values: Values): string {
  if (!producer || producer.length === 0) return 'true'
  const ids = producer.filter(isUuid)
  const slugs = producer.filter((one) => !isUuid(one))
  if (slugs.length === 0) return `s.producer_id = any(${values.add(ids, 'uuid[]')})`
  return `s.producer_id = any(array(
      select r.id from producers r where r.tenant_id = $1
        and (r.id = any(${values.add(ids, 'uuid[]')}) or r.slug = any(${values.add(slugs, 'text[]')}))))`
}

/** A translated attribute matches in any language; numbers and truths as they are written. */
function attributeOf(key: string, wanted: string[], values: Values): string {
  const name = values.add(key, 'text')
  const list = values.add(wanted, 'text[]')
  return `(s.attributes ->> ${name} = any(${list}) or (jsonb_typeof(s.attributes -> ${name}) = 'object'
    and exists (select from jsonb_each_text(s.attributes -> ${name}) t where t.value = any(${list}))))`
}
