/** /carts: open to everybody; a guest proves a cart with `Stoa-Cart`, its token. */
import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { read, writing } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { Id } from '../../platform/values/shapes.ts'
import {
  addLine,
  type Cart,
  type CartKey,
  claimCart,
  confirmPrices,
  createCart,
  getCart,
  updateCart,
  updateLine,
} from './carts.ts'
import { CartView, presentCart, presentQuotes, QuoteView } from './present.ts'
import { priceCart } from './price.ts'
import { AddLine, CreateCart, UpdateCart, UpdateLine } from './shapes.ts'

const params = z.strictObject({ id: Id })
const lineParams = z.strictObject({ id: Id, lineId: Id })
const tag = 'Carts'
const limit = { max: 240, windowSeconds: 60, by: 'address' } as const

const keyOf = (cartId: string, request: Request): CartKey => ({
  cartId,
  token: request.headers.get('stoa-cart'),
})

/** The verb and the pricing of its outcome share one transaction. */
const priced = (ctx: Context, verb: (ctx: Context) => Promise<Cart>) =>
  writing(ctx, async (ctx) => presentCart(ctx, await priceCart(ctx, await verb(ctx))))

export const cartApi = [
  endpoint({
    method: 'post',
    path: '/carts',
    tag,
    access: 'public',
    summary: 'Open a cart',
    body: CreateCart,
    answer: CartView,
    status: 201,
    limit: { max: 60, windowSeconds: 60, by: 'address' },
    handle: (ctx, { body }) =>
      writing(ctx, async (ctx) => {
        const { cart, token } = await createCart(ctx, body)
        return presentCart(ctx, await priceCart(ctx, cart), token)
      }),
  }),
  endpoint({
    method: 'get',
    path: '/carts/{id}',
    tag,
    access: 'public',
    summary: 'A cart with its totals, and what has changed since it was filled',
    params,
    answer: CartView,
    handle: (ctx, { params, request }) =>
      read(ctx, async (ctx) =>
        presentCart(ctx, await priceCart(ctx, await getCart(ctx, keyOf(params.id, request)))),
      ),
  }),
  endpoint({
    method: 'patch',
    path: '/carts/{id}',
    tag,
    access: 'public',
    summary: 'Say who, where to, how it is sent and paid, and which codes',
    params,
    body: UpdateCart,
    answer: CartView,
    limit,
    handle: (ctx, { params, body, request }) =>
      priced(ctx, (ctx) => updateCart(ctx, { ...keyOf(params.id, request), ...body })),
  }),
  endpoint({
    method: 'post',
    path: '/carts/{id}/lines',
    tag,
    access: 'public',
    summary: 'Put something in, or more of it',
    params,
    body: AddLine,
    answer: CartView,
    status: 201,
    limit,
    handle: (ctx, { params, body, request }) =>
      priced(ctx, (ctx) => addLine(ctx, { ...keyOf(params.id, request), ...body })),
  }),
  endpoint({
    method: 'patch',
    path: '/carts/{id}/lines/{lineId}',
    tag,
    access: 'public',
    summary: 'Change how many; zero takes it out',
    params: lineParams,
    body: UpdateLine,
    answer: CartView,
    limit,
    handle: (ctx, { params, body, request }) =>
      priced(ctx, (ctx) => updateLine(ctx, { ...keyOf(params.id, request), lineId: params.lineId, ...body })),
  }),
  endpoint({
    method: 'delete',
    path: '/carts/{id}/lines/{lineId}',
    tag,
    access: 'public',
    summary: 'Take something out',
    params: lineParams,
    answer: CartView,
    handle: (ctx, { params, request }) =>
      priced(ctx, (ctx) =>
        updateLine(ctx, { ...keyOf(params.id, request), lineId: params.lineId, quantity: 0 }),
      ),
  }),
  endpoint({
    method: 'post',
    path: '/carts/{id}/confirmation',
    tag,
    access: 'public',
    summary: 'The customer has seen what changed: take over prices and stock of now',
    params,
    answer: CartView,
    status: 201,
    handle: (ctx, { params, request }) => priced(ctx, (ctx) => confirmPrices(ctx, keyOf(params.id, request))),
  }),
  endpoint({
    method: 'post',
    path: '/carts/{id}/claim',
    tag,
    access: 'signedIn',
    summary: 'Make a guest’s cart mine; what I already had is added to it',
    params,
    answer: CartView,
    status: 201,
    handle: (ctx, { params, request }) => priced(ctx, (ctx) => claimCart(ctx, keyOf(params.id, request))),
  }),
  endpoint({
    method: 'get',
    path: '/carts/{id}/shipping-methods',
    tag,
    access: 'public',
    summary: 'How it can be sent to the address, and for how much',
    params,
    answer: z.object({ data: z.array(QuoteView) }),
    handle: (ctx, { params, request }) =>
      read(ctx, async (ctx) => ({
        data: presentQuotes(ctx, await priceCart(ctx, await getCart(ctx, keyOf(params.id, request)))),
      })),
  }),
]
