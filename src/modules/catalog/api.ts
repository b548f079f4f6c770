/** /products: the shelf for everybody, and one's own products for producers. */
import { z } from 'zod'
import { endpoint, type Endpoint } from '../../platform/http/endpoint.ts'
import { rendered } from '../../platform/http/rendered.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { Id, text } from '../../platform/values/shapes.ts'
import { BulkChange } from './shapes.ts'
import { bulkChangeProducts } from './bulk.ts'
import { getBulkChange, undoBulkChange } from './bulk-undo.ts'
import {
  deleteProduct,
  duplicateProduct,
  publishProduct,
  restoreProduct,
  unpublishProduct,
  updateProduct,
} from './change-product.ts'
import { createProduct } from './create-product.ts'
import { getProduct } from './get-product.ts'
import { maySeeUnlisted } from './policy.ts'
import { CardView, presentProduct, ProductListView, ProductView } from './present.ts'
import { presentCard, presentList } from './present-list.ts'
import { isManaged } from './search/filters.ts'
import { listProducts } from './search/list-products.ts'
import { ListProducts, Suggest } from './search/shapes.ts'
import { suggest } from './search/suggest.ts'
import { NewProduct, UpdateProduct } from './shapes.ts'

const tag = 'Products'
const byId = z.strictObject({ id: Id })
const byIdOrSlug = z.strictObject({ id: text(120) })
const Translations = z.strictObject({ translations: z.literal('all').optional() })

/** The whole product again, as the page shows it. */
export const whole = async (ctx: Context, productId: string) =>
  presentProduct(ctx, await getProduct(ctx, productId))

const BulkView = z
  .object({
    id: Id,
    changed: z.array(Id),
    failed: z.array(z.object({ id: Id, code: z.string(), message: z.string() })),
  })
  .meta({ id: 'BulkResult' })

const Place = z.object({ id: Id, slug: z.string(), name: z.string() })

export const productsApi: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/products',
    tag,
    access: 'public',
    summary: 'Products on the shelf, or those one manages',
    description:
      'Filter by attribute with `attr.<key>=<value>`. `scope=managed` (or any `status`) answers what is yours, also what is not on the shelf.',
    query: ListProducts,
    answer: ProductListView,
    handle: async (ctx, { query }) => {
      const list = await listProducts(ctx, query)
      const present = () => presentList(ctx, list, query.translations === 'all')
      return isManaged(query) ? present() : rendered(list, '', present)
    },
  }),
  endpoint({
    method: 'get',
    path: '/products/suggestions',
    tag,
    access: 'public',
    summary: 'What may be meant by what has been typed so far',
    query: Suggest,
    answer: z.object({ products: z.array(CardView), categories: z.array(Place), producers: z.array(Place) }),
    handle: async (ctx, { query }) => {
      const { products, ...places } = await suggest(ctx, query)
      return { products: products.map((card) => presentCard(ctx, card)), ...places }
    },
  }),
  endpoint({
    method: 'post',
    path: '/products/bulk',
    tag,
    access: 'products.write',
    summary: 'One change for many products',
    description: 'What can be done is done; the others are answered under `failed`, each with its reason.',
    body: BulkChange,
    answer: BulkView,
    handle: (ctx, { body }) => bulkChangeProducts(ctx, body),
  }),
  endpoint({
    method: 'get',
    path: '/products/bulk/{id}',
    tag,
    access: 'products.write',
    summary: 'What one change of many products did',
    params: byId,
    answer: BulkView,
    handle: async (ctx, { params }) => {
      const { undoneAt: _at, ...result } = await getBulkChange(ctx, params.id)
      return result
    },
  }),
  endpoint({
    method: 'post',
    path: '/products/bulk/{id}/undo',
    tag,
    access: 'products.write',
    summary: 'Take it back, except what somebody has changed since',
    description: '`changed` are those that are as they were; the others are under `failed`.',
    params: byId,
    answer: BulkView,
    handle: async (ctx, { params }) => undoBulkChange(ctx, params.id),
  }),
  endpoint({
    method: 'get',
    path: '/products/{id}',
    tag,
    access: 'public',
    summary: 'One product, by id or slug',
    params: byIdOrSlug,
    query: Translations,
    answer: ProductView,
    handle: async (ctx, { params, query }) => {
      const product = await getProduct(ctx, params.id)
      const isWhole = query.translations === 'all'
      const variant = [ctx.locale, isWhole, maySeeUnlisted(ctx.actor, product)].join()
      return rendered(product, variant, () => presentProduct(ctx, product, isWhole), product.version)
    },
  }),
  endpoint({
    method: 'post',
    path: '/products',
    tag,
    access: 'products.write',
    summary: 'Create a product with its variants',
    body: NewProduct,
    answer: ProductView,
    status: 201,
    handle: async (ctx, { body }) => whole(ctx, (await createProduct(ctx, body)).id),
  }),
  endpoint({
    method: 'patch',
    path: '/products/{id}',
    tag,
    access: 'products.write',
    summary: 'Change a product',
    params: byId,
    body: UpdateProduct,
    answer: ProductView,
    handle: async (ctx, { params, body, ifMatch }) =>
      whole(ctx, (await updateProduct(ctx, { ...body, productId: params.id }, ifMatch)).id),
  }),
  endpoint({
    method: 'delete',
    path: '/products/{id}',
    tag,
    access: 'products.write',
    summary: 'Delete a product; it can be restored',
    params: byId,
    status: 204,
    handle: (ctx, { params }) => deleteProduct(ctx, { productId: params.id }),
  }),
  endpoint({
    method: 'post',
    path: '/products/{id}/restoration',
    tag,
    access: 'products.write',
    summary: 'Undo the deleting of a product',
    params: byId,
    answer: ProductView,
    handle: async (ctx, { params }) => whole(ctx, (await restoreProduct(ctx, { productId: params.id })).id),
  }),
  endpoint({
    method: 'post',
    path: '/products/{id}/duplicate',
    tag,
    access: 'products.write',
    summary: 'Make a draft like this product',
    params: byId,
    answer: ProductView,
    status: 201,
    handle: async (ctx, { params }) => whole(ctx, (await duplicateProduct(ctx, { productId: params.id })).id),
  }),
  endpoint({
    method: 'post',
    path: '/products/{id}/publication',
    tag,
    access: 'products.write',
    summary: 'Put a product on the shelf',
    params: byId,
    answer: ProductView,
    handle: async (ctx, { params }) => whole(ctx, (await publishProduct(ctx, { productId: params.id })).id),
  }),
  endpoint({
    method: 'delete',
    path: '/products/{id}/publication',
    tag,
    access: 'products.write',
    summary: 'Take a product off the shelf',
    params: byId,
    answer: ProductView,
    handle: async (ctx, { params }) => whole(ctx, (await unpublishProduct(ctx, { productId: params.id })).id),
  }),
]
