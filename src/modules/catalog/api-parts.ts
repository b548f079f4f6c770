/** /variants, /products/{id}/images and /categories. */
import { z } from 'zod'
import { endpoint, type Endpoint } from '../../platform/http/endpoint.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { Id, Instant, pageOf, Paging, text } from '../../platform/values/shapes.ts'
import { adjustStock, listStockMovements, type StockMovement } from './adjust-stock.ts'
import { whole } from './api.ts'
import { createCategory, deleteCategory, getCategory, listCategories, updateCategory } from './categories.ts'
import { findVariant } from './find-variant.ts'
import { attachImage, describeImage, detachImage, orderImages } from './images.ts'
import { placeCategory } from './place-category.ts'
import { CategoryView, presentCategory, presentVariant, ProductView, VariantView } from './present.ts'
import {
  AdjustStock,
  AttachImage,
  NewCategory,
  OrderImages,
  PlaceCategory,
  Stock,
  UpdateCategory,
  UpdateImage,
  UpdateVariant,
} from './shapes.ts'
import { stockReasons } from './values.ts'
import { updateVariant } from './variants.ts'

const byId = z.strictObject({ id: Id })
const byImage = z.strictObject({ id: Id, imageId: Id })
const Translations = z.strictObject({ translations: z.literal('all').optional() })

const MovementView = z
  .object({
    id: Id,
    quantity: z.int(),
    reason: z.enum(stockReasons),
    entity: z.string().nullable(),
    entityId: z.string().nullable(),
    note: z.string().nullable(),
    actorId: Id.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'StockMovement' })

function presentMovement(row: StockMovement): z.output<typeof MovementView> {
  const { id, quantity, reason, entity, entityId, note, actorId, createdAt } = row
  return { id, quantity, reason, entity, entityId, note, actorId, createdAt: createdAt.toISOString() }
}

const variantsApi: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/variants/{id}',
    tag: 'Variants',
    access: ['products.write', 'stock.adjust'],
    summary: 'One variant',
    params: byId,
    answer: VariantView,
    handle: async (ctx, { params }) => {
      const { variant } = await read(ctx, (ctx) => findVariant(ctx, params.id))
      return presentVariant(ctx, variant, { manages: true })
    },
  }),
  endpoint({
    method: 'patch',
    path: '/variants/{id}',
    tag: 'Variants',
    access: 'products.write',
    summary: 'Change a variant',
    description: '`stock` is what was counted: the difference is written as a correction.',
    params: byId,
    body: UpdateVariant.extend({ stock: Stock.optional() }).meta({ id: 'ChangeVariant' }),
    answer: VariantView,
    handle: async (ctx, { params, body, ifMatch }) =>
      presentVariant(ctx, await updateVariant(ctx, { ...body, variantId: params.id }, ifMatch), {
        manages: true,
      }),
  }),
  endpoint({
    method: 'post',
    path: '/variants/{id}/stock-movements',
    tag: 'Variants',
    access: 'stock.adjust',
    summary: 'Move stock in or out',
    params: byId,
    body: AdjustStock,
    answer: z.object({ id: Id, stock: z.int() }),
    status: 201,
    handle: (ctx, { params, body }) => adjustStock(ctx, { ...body, variantId: params.id }),
  }),
  endpoint({
    method: 'get',
    path: '/variants/{id}/stock-movements',
    tag: 'Variants',
    access: 'stock.adjust',
    summary: 'The ledger of a variant’s stock, newest first',
    params: byId,
    query: Paging,
    answer: pageOf(MovementView),
    handle: async (ctx, { params, query }) => {
      const page = await listStockMovements(ctx, { ...query, variantId: params.id })
      return { ...page, data: page.data.map(presentMovement) }
    },
  }),
]

const imagesApi: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/products/{id}/images',
    tag: 'Products',
    access: 'products.write',
    summary: 'Attach an uploaded public picture',
    params: byId,
    body: AttachImage,
    answer: ProductView,
    handle: async (ctx, { params, body }) =>
      whole(ctx, (await attachImage(ctx, { ...body, productId: params.id })).id),
  }),
  endpoint({
    method: 'put',
    path: '/products/{id}/images/order',
    tag: 'Products',
    access: 'products.write',
    summary: 'Put the pictures in order; the first is the cover',
    params: byId,
    body: OrderImages,
    answer: ProductView,
    handle: async (ctx, { params, body }) =>
      whole(ctx, (await orderImages(ctx, { ...body, productId: params.id })).id),
  }),
  endpoint({
    method: 'patch',
    path: '/products/{id}/images/{imageId}',
    tag: 'Products',
    access: 'products.write',
    summary: 'Describe a picture',
    params: byImage,
    body: UpdateImage,
    answer: ProductView,
    handle: async (ctx, { params, body }) =>
      whole(ctx, (await describeImage(ctx, { ...body, productId: params.id, imageId: params.imageId })).id),
  }),
  endpoint({
    method: 'delete',
    path: '/products/{id}/images/{imageId}',
    tag: 'Products',
    access: 'products.write',
    summary: 'Take a picture off a product',
    params: byImage,
    answer: ProductView,
    handle: async (ctx, { params }) =>
      whole(ctx, (await detachImage(ctx, { productId: params.id, imageId: params.imageId })).id),
  }),
]

const list = async (ctx: Context, isWhole: boolean) => ({
  data: (await listCategories(ctx)).map((row) => presentCategory(ctx, row, isWhole)),
  page: { next: null },
})

const categoriesApi: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/categories',
    tag: 'Categories',
    access: 'public',
    summary: 'The tree of categories as a list, in order',
    query: Translations,
    answer: pageOf(CategoryView),
    handle: (ctx, { query }) => list(ctx, query.translations === 'all'),
  }),
  endpoint({
    method: 'get',
    path: '/categories/{id}',
    tag: 'Categories',
    access: 'public',
    summary: 'One category, by id or slug',
    params: z.strictObject({ id: text(120) }),
    query: Translations,
    answer: CategoryView,
    handle: async (ctx, { params, query }) =>
      presentCategory(ctx, await getCategory(ctx, params.id), query.translations === 'all'),
  }),
  endpoint({
    method: 'post',
    path: '/categories',
    tag: 'Categories',
    access: 'categories.manage',
    summary: 'Create a category',
    body: NewCategory,
    answer: CategoryView,
    status: 201,
    handle: async (ctx, { body }) => presentCategory(ctx, await createCategory(ctx, body)),
  }),
  endpoint({
    method: 'patch',
    path: '/categories/{id}',
    tag: 'Categories',
    access: 'categories.manage',
    summary: 'Rename or move a category',
    params: byId,
    body: UpdateCategory,
    answer: CategoryView,
    handle: async (ctx, { params, body, ifMatch }) =>
      presentCategory(ctx, await updateCategory(ctx, { ...body, categoryId: params.id }, ifMatch)),
  }),
  endpoint({
    method: 'post',
    path: '/categories/{id}/placement',
    tag: 'Categories',
    access: 'categories.manage',
    summary: 'Put a category in its place: below which one, and where among its sisters',
    params: byId,
    body: PlaceCategory,
    answer: CategoryView,
    handle: async (ctx, { params, body }) =>
      presentCategory(ctx, await placeCategory(ctx, { ...body, categoryId: params.id })),
  }),
  endpoint({
    method: 'delete',
    path: '/categories/{id}',
    tag: 'Categories',
    access: 'categories.manage',
    summary: 'Delete an empty category',
    params: byId,
    status: 204,
    handle: (ctx, { params }) => deleteCategory(ctx, { categoryId: params.id }),
  }),
]

export const catalogPartsApi: Endpoint[] = [...variantsApi, ...imagesApi, ...categoriesApi]
