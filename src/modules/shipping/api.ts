/** /shipping-methods: open to read, because the shop shows them; changed by administrators. */
import { z } from 'zod'
import { may } from '../../platform/access/actor.ts'
import { endpoint } from '../../platform/http/endpoint.ts'
import { Id, inLocale } from '../../platform/values/shapes.ts'
import { vatClasses } from '../catalog/values.ts'
import {
  createShippingMethod,
  CreateShippingMethod,
  deleteShippingMethod,
  getShippingMethod,
  listShippingMethods,
  type ShippingMethod,
  updateShippingMethod,
  UpdateShippingMethod,
  ZoneRate,
} from './methods.ts'
import { shippingProviders } from './schema.ts'

export const ShippingMethodView = z
  .object({
    id: Id,
    code: z.string(),
    provider: z.enum(shippingProviders),
    name: z.string(),
    description: z.string(),
    price: z.string().nullable(),
    rates: z.array(ZoneRate),
    countries: z.array(z.string()),
    freeFrom: z.string().nullable(),
    vatClass: z.enum(vatClasses),
    charge: z.enum(['perOrder', 'perProducer']),
    isEnabled: z.boolean(),
    position: z.int(),
    version: z.int(),
  })
  .meta({ id: 'ShippingMethod' })

export function presentMethod(row: ShippingMethod, locale: string): z.output<typeof ShippingMethodView> {
  const { tenantId: _, createdAt: __, updatedAt: ___, name, description, ...rest } = row
  return { ...rest, name: inLocale(name, locale), description: inLocale(description, locale) }
}

const params = z.strictObject({ id: Id })
const tag = 'Shipping'

export const shippingApi = [
  endpoint({
    method: 'get',
    path: '/shipping-methods',
    tag,
    access: 'public',
    summary: 'How the shop sends',
    answer: z.object({ data: z.array(ShippingMethodView) }),
    handle: async (ctx) => {
      const methods = await listShippingMethods(ctx, { onlyEnabled: !may(ctx.actor, 'shipping.manage') })
      return { data: methods.map((row) => presentMethod(row, ctx.locale)) }
    },
  }),
  endpoint({
    method: 'post',
    path: '/shipping-methods',
    tag,
    access: 'shipping.manage',
    summary: 'Add a shipping method',
    body: CreateShippingMethod,
    answer: ShippingMethodView,
    status: 201,
    handle: async (ctx, { body }) => presentMethod(await createShippingMethod(ctx, body), ctx.locale),
  }),
  endpoint({
    method: 'get',
    path: '/shipping-methods/{id}',
    tag,
    access: 'shipping.manage',
    summary: 'One shipping method',
    params,
    answer: ShippingMethodView,
    handle: async (ctx, { params }) => presentMethod(await getShippingMethod(ctx, params.id), ctx.locale),
  }),
  endpoint({
    method: 'patch',
    path: '/shipping-methods/{id}',
    tag,
    access: 'shipping.manage',
    summary: 'Change a shipping method',
    params,
    body: UpdateShippingMethod,
    answer: ShippingMethodView,
    handle: async (ctx, { params, body, ifMatch }) =>
      presentMethod(await updateShippingMethod(ctx, { methodId: params.id, ...body }, ifMatch), ctx.locale),
  }),
  endpoint({
    method: 'delete',
    path: '/shipping-methods/{id}',
    tag,
    access: 'shipping.manage',
    summary: 'Remove a shipping method',
    params,
    status: 204,
    handle: async (ctx, { params }) => deleteShippingMethod(ctx, params.id),
  }),
]
