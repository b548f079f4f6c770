/** /promotions: for those who may manage them. What a code is worth in a cart is the cart's to say. */
import { z } from 'zod'
import { type FileColumn, listFiles } from '../../platform/export/list-files.ts'
import { endpoint } from '../../platform/http/endpoint.ts'
import { Id, inLocale, pageOf } from '../../platform/values/shapes.ts'
import { presentPromotion, PromotionView } from './present.ts'
import {
  createPromotion,
  CreatePromotion,
  deletePromotion,
  getPromotion,
  listPromotions,
  ListPromotions,
  type Promotion,
  updatePromotion,
  UpdatePromotion,
} from './promotions.ts'

const params = z.strictObject({ id: Id })
const tag = 'Promotions'
const access = 'promotions.manage'

const columns: FileColumn<Promotion>[] = [
  { key: 'name', value: (row, ctx) => inLocale(row.name, ctx.locale) },
  { key: 'code', value: (row) => row.code },
  { key: 'kind', value: (row) => row.kind },
  { key: 'value', kind: 'number', value: (row) => row.value },
  { key: 'buyQuantity', kind: 'number', value: (row) => row.buyQuantity?.toString() ?? null },
  { key: 'getQuantity', kind: 'number', value: (row) => row.getQuantity?.toString() ?? null },
  { key: 'appliesTo', value: (row) => row.appliesTo },
  { key: 'minimumTotal', kind: 'money', value: (row) => row.minimumTotal },
  { key: 'usageLimit', kind: 'number', value: (row) => row.usageLimit?.toString() ?? null },
  { key: 'used', kind: 'number', value: (row) => String(row.usedCount) },
  { key: 'isPaused', value: (row) => String(row.pausedAt !== null) },
  { key: 'startsAt', kind: 'instant', value: (row) => row.startsAt?.toISOString() ?? null },
  { key: 'endsAt', kind: 'instant', value: (row) => row.endsAt?.toISOString() ?? null },
]

export const promotionsApi = [
  endpoint({
    method: 'get',
    path: '/promotions',
    tag,
    access,
    summary: 'Promotions, newest first',
    query: ListPromotions,
    answer: pageOf(PromotionView),
    handle: async (ctx, { query }) => {
      const { data, ...rest } = await listPromotions(ctx, query)
      return { data: data.map((row) => presentPromotion(row, ctx.locale)), ...rest }
    },
  }),
  ...listFiles({
    path: '/promotions',
    tag,
    access,
    what: 'promotions',
    query: ListPromotions,
    columns,
    list: listPromotions,
  }),
  endpoint({
    method: 'post',
    path: '/promotions',
    tag,
    access,
    summary: 'Make a promotion',
    body: CreatePromotion,
    answer: PromotionView,
    status: 201,
    handle: async (ctx, { body }) => presentPromotion(await createPromotion(ctx, body), ctx.locale),
  }),
  endpoint({
    method: 'get',
    path: '/promotions/{id}',
    tag,
    access,
    summary: 'One promotion',
    params,
    answer: PromotionView,
    handle: async (ctx, { params }) => presentPromotion(await getPromotion(ctx, params.id), ctx.locale),
  }),
  endpoint({
    method: 'patch',
    path: '/promotions/{id}',
    tag,
    access,
    summary: 'Change a promotion',
    params,
    body: UpdatePromotion,
    answer: PromotionView,
    handle: async (ctx, { params, body, ifMatch }) =>
      presentPromotion(await updatePromotion(ctx, { promotionId: params.id, ...body }, ifMatch), ctx.locale),
  }),
  endpoint({
    method: 'delete',
    path: '/promotions/{id}',
    tag,
    access,
    summary: 'Delete a promotion that was never used',
    params,
    status: 204,
    handle: async (ctx, { params }) => deletePromotion(ctx, params.id),
  }),
]
