/** Carts: opened by anybody, proved by a token or by being signed in, merged when a guest signs in. */
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { newId } from '../../platform/database/columns.ts'
import { conflict, invalidField, notFound } from '../../platform/http/app-error.ts'
import { change, read, unchanged, unrecorded } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { variantsForCart } from '../catalog/for-cart.ts'
import { cartLines, carts } from './schema.ts'
import { AddLine, CreateCart, UpdateCart, UpdateLine } from './shapes.ts'

export type Cart = typeof carts.$inferSelect
export type CartLine = typeof cartLines.$inferSelect

/** Names a cart and proves that it is the asker's: by token, or by the account it belongs to. */
export type CartKey = { cartId: string; token?: string | null }

const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Opens a cart, or finds the one this person already has open. The token is answered this once. */
export async function createCart(
  ctx: Context,
  input: z.input<typeof CreateCart> = {},
): Promise<{ cart: Cart; token: string }> {
  const { sellerCode } = CreateCart.parse(input)
  const token = randomBytes(24).toString('base64url')
  const cart = await change(ctx, 'cart.create', async (ctx) => {
    const [row] = await ctx.db
      .insert(carts)
      .values({
        tenantId: ctx.tenantId,
        id: newId(),
        tokenHash: hashToken(token),
        userId: ctx.actor.userId,
        email: ctx.actor.email,
        locale: ctx.locale,
        sellerCode: sellerCode ?? null,
        updatedAt: ctx.now,
      })
      // One open cart a person: on a second device it is the same, under a new token.
      .onConflictDoUpdate({
        target: [carts.tenantId, carts.userId],
        targetWhere: sql`status = 'open'`,
        set: { tokenHash: hashToken(token) },
      })
      .returning()
    return unrecorded(row!)
  })
  return { cart, token }
}

export async function getCart(ctx: Context, key: CartKey): Promise<Cart> {
  return read(ctx, async (ctx) => {
    const [cart] = await ctx.db.select().from(carts).where(mine(ctx, key.cartId))
    return requireMine(ctx, cart, key)
  })
}

/** The signed-in person's open cart, if there is one. */
export async function findOpenCart(ctx: Context): Promise<Cart | null> {
  const { userId } = ctx.actor
  if (!userId) return null
  return read(ctx, async (ctx) => {
    const [cart] = await ctx.db
      .select()
      .from(carts)
      .where(and(eq(carts.tenantId, ctx.tenantId), eq(carts.userId, userId), eq(carts.status, 'open')))
    return cart ?? null
  })
}

/** The cart's row, locked: adding, pricing and placing of one cart queue up behind each other. */
export async function lockCart(ctx: Inside, key: CartKey): Promise<Cart> {
  const [cart] = await ctx.db.select().from(carts).where(mine(ctx, key.cartId)).for('update')
  return requireMine(ctx, cart, key)
}

export const linesOfCart = (ctx: Inside, cartId: string): Promise<CartLine[]> =>
  ctx.db
    .select()
    .from(cartLines)
    .where(and(eq(cartLines.tenantId, ctx.tenantId), eq(cartLines.cartId, cartId)))
    .orderBy(cartLines.createdAt, cartLines.id)

/** Puts something in, or more of it. The price of now is remembered, so that a later change can be shown. */
export async function addLine(ctx: Context, input: CartKey & z.input<typeof AddLine>): Promise<Cart> {
  const { variantId, quantity } = AddLine.parse({ variantId: input.variantId, quantity: input.quantity })
  return change(ctx, 'cart.update', async (ctx) => {
    const cart = requireOpen(await lockCart(ctx, input))
    const variant = (await variantsForCart(ctx, [variantId])).get(variantId)
    if (!variant?.isSellable) throw invalidField('/variantId', 'This is not for sale.')
    const { rows } = await ctx.db.execute<{ quantity: number }>(sql`
      insert into cart_lines (tenant_id, id, cart_id, variant_id, quantity, seen_price)
      values (${ctx.tenantId}, ${newId()}, ${cart.id}, ${variantId}, ${quantity}, ${variant.price})
      on conflict (tenant_id, cart_id, variant_id) do update
      set quantity = least(cart_lines.quantity + excluded.quantity, 9999), seen_price = excluded.seen_price
      returning quantity`)
    const wanted = rows[0]!.quantity
    if (wanted > variant.stock) {
      throw conflict(`Only ${variant.stock} of this are in stock.`, {
        code: 'out_of_stock',
        details: { lines: [{ variantId, requested: wanted, available: variant.stock }] },
      })
    }
    return unrecorded(await touch(ctx, cart))
  })
}

export async function updateLine(
  ctx: Context,
  input: CartKey & { lineId: string } & z.input<typeof UpdateLine>,
): Promise<Cart> {
  const { quantity } = UpdateLine.parse({ quantity: input.quantity })
  return change(ctx, 'cart.update', async (ctx) => {
    const cart = requireOpen(await lockCart(ctx, input))
    const line = and(
      eq(cartLines.tenantId, ctx.tenantId),
      eq(cartLines.cartId, cart.id),
      eq(cartLines.id, input.lineId),
    )
    const [before] = await ctx.db.select().from(cartLines).where(line)
    if (!before) throw notFound('line')
    if (quantity === 0) {
      await ctx.db.delete(cartLines).where(line)
      return unrecorded(await touch(ctx, cart))
    }
    const variant = (await variantsForCart(ctx, [before.variantId])).get(before.variantId)
    if (quantity > before.quantity && (!variant || quantity > variant.stock)) {
      const available = variant?.stock ?? 0
      throw conflict(`Only ${available} of this are in stock.`, {
        code: 'out_of_stock',
        details: { lines: [{ variantId: before.variantId, requested: quantity, available }] },
      })
    }
    await ctx.db.update(cartLines).set({ quantity }).where(line)
    return unrecorded(await touch(ctx, cart))
  })
}

export async function updateCart(ctx: Context, input: CartKey & z.input<typeof UpdateCart>): Promise<Cart> {
  const { cartId, token, ...rest } = input
  const fields = UpdateCart.parse(rest)
  return change(ctx, 'cart.update', async (ctx) => {
    const cart = requireOpen(await lockCart(ctx, { cartId, token }))
    if (fields.promotionCodes) fields.promotionCodes = [...new Set(fields.promotionCodes)]
    return unrecorded(await touch(ctx, cart, fields))
  })
}

/** The customer has seen the new prices: they are now the ones the cart was filled at. */
export async function confirmPrices(ctx: Context, key: CartKey): Promise<Cart> {
  return change(ctx, 'cart.update', async (ctx) => {
    const cart = requireOpen(await lockCart(ctx, key))
    await ctx.db.execute(sql`
      update cart_lines l set seen_price = v.price, quantity = least(l.quantity, greatest(v.stock, 1)) from variants v
      where l.tenant_id = ${ctx.tenantId} and l.cart_id = ${cart.id} and v.tenant_id = l.tenant_id and v.id = l.variant_id`)
    await ctx.db.execute(sql`
      delete from cart_lines l using variants v, products p
      where l.tenant_id = ${ctx.tenantId} and l.cart_id = ${cart.id} and v.tenant_id = l.tenant_id and v.id = l.variant_id
        and p.tenant_id = v.tenant_id and p.id = v.product_id
        and (v.stock = 0 or v.deleted_at is not null or p.deleted_at is not null or p.status <> 'published')`)
    return unrecorded(await touch(ctx, cart))
  })
}

/** After signing in, a guest's cart becomes the person's; what they already had in another is added to it. */
export async function claimCart(ctx: Context, key: CartKey): Promise<Cart> {
  const { userId, email } = ctx.actor
  if (!userId) throw conflict('Sign in first.')
  return change(ctx, 'cart.merge', async (ctx) => {
    const cart = await lockCart(ctx, key)
    if (cart.userId === userId || cart.status !== 'open') return unchanged(cart)
    const [older] = await ctx.db
      .select()
      .from(carts)
      .where(and(eq(carts.tenantId, ctx.tenantId), eq(carts.userId, userId), eq(carts.status, 'open')))
      .for('update')
    if (older) {
      await ctx.db.execute(sql`
        insert into cart_lines (tenant_id, id, cart_id, variant_id, quantity, seen_price, created_at)
        select tenant_id, gen_random_uuid(), ${cart.id}, variant_id, quantity, seen_price, created_at from cart_lines
        where tenant_id = ${ctx.tenantId} and cart_id = ${older.id}
        on conflict (tenant_id, cart_id, variant_id) do update set quantity = least(cart_lines.quantity + excluded.quantity, 9999)`)
      await ctx.db.update(carts).set({ status: 'merged', updatedAt: ctx.now }).where(mine(ctx, older.id))
    }
    return unrecorded(await touch(ctx, cart, { userId, email: cart.email ?? email }))
  })
}

async function touch(ctx: Inside, cart: Cart, fields: Partial<Cart> = {}): Promise<Cart> {
  const [after] = await ctx.db
    .update(carts)
    .set({ ...fields, updatedAt: ctx.now, version: sql`${carts.version} + 1` })
    .where(mine(ctx, cart.id))
    .returning()
  return after!
}

/** Somebody else's cart is not there. */
function requireMine(ctx: Context, cart: Cart | undefined, key: CartKey): Cart {
  const isProved = cart && key.token ? cart.tokenHash === hashToken(key.token) : false
  const isOwn = cart?.userId !== null && cart?.userId === ctx.actor.userId
  if (!cart || !(isProved || isOwn || ctx.actor.kind === 'system')) throw notFound('cart')
  return cart
}

export function requireOpen(cart: Cart): Cart {
  if (cart.status !== 'open')
    throw conflict('This cart has already become an order.', {
      code: 'cart_closed',
      details: { orderId: cart.orderId },
    })
  return cart
}

const mine = (ctx: Context, cartId: string) => and(eq(carts.tenantId, ctx.tenantId), eq(carts.id, cartId))
