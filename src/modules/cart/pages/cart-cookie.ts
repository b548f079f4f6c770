/** The guest's cart: named and proved by one cookie, `<cart id>.<token>`. Signed-in people's carts are found by their account. */
import type { RouterContextProvider } from 'react-router'
import { isHttps } from '../../../platform/auth/cookies.ts'
import { isAppError } from '../../../platform/http/app-error.ts'
import { pageContext, stoa } from '../../../platform/pages/context.ts'
import { read } from '../../../platform/tenancy/change.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import {
  type Cart,
  type CartKey,
  claimCart,
  createCart,
  findOpenCart,
  getCart,
  linesOfCart,
} from '../carts.ts'

type PageContext = Readonly<RouterContextProvider>

const name = 'stoa.cart'
const sixtyDays = 60 * 86_400

/** The cart this browser was given, whether or not it is still open. */
export function cartKeyOf(request: Request): CartKey | null {
  const kept = /(?:^|;\s*)stoa\.cart=([0-9a-f-]{36})\.([\w-]{20,64})/.exec(
    request.headers.get('cookie') ?? '',
  )
  return kept ? { cartId: kept[1]!, token: kept[2]! } : null
}

function setCookie(context: PageContext, value: string, seconds: number): void {
  const { ctx, headers } = context.get(pageContext)
  const secure = isHttps(ctx.services.url) ? '; Secure' : ''
  headers.append(
    'Set-Cookie',
    `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`,
  )
}

export const forgetCart = (context: PageContext): void => setCookie(context, '', 0)

/** The open cart of whoever asks, with what proves it; null when there is none. */
export async function findMyCart(
  ctx: Context,
  request: Request,
): Promise<{ cart: Cart; key: CartKey } | null> {
  if (ctx.actor.userId) {
    const cart = await findOpenCart(ctx)
    return cart && { cart, key: { cartId: cart.id } }
  }
  const key = cartKeyOf(request)
  if (!key) return null
  const cart = await getCart(ctx, key).catch(nullWhenGone)
  return cart?.status === 'open' ? { cart, key } : null
}

/** The open cart, or a new one; a guest is given its cookie. */
export async function ensureCart(context: PageContext, request: Request): Promise<CartKey> {
  const ctx = stoa(context)
  const found = await findMyCart(ctx, request)
  if (found) return found.key
  const { cart, token } = await createCart(ctx)
  if (ctx.actor.userId) return { cartId: cart.id }
  setCookie(context, `${cart.id}.${token}`, sixtyDays)
  return { cartId: cart.id, token }
}

/** How many pieces are in it. */
export async function countMyCart(ctx: Context, request: Request): Promise<number> {
  if (!ctx.actor.userId && !cartKeyOf(request)) return 0
  return read(ctx, async (ctx) => {
    const found = await findMyCart(ctx, request)
    if (!found) return 0
    const lines = await linesOfCart(ctx, found.cart.id)
    return lines.reduce((sum, line) => sum + line.quantity, 0)
  })
}

/** Whoever signed in with a guest's cart in hand keeps it, together with what they had before. */
export async function claimGuestCart(context: PageContext, request: Request): Promise<void> {
  const ctx = stoa(context)
  const key = ctx.actor.userId && !ctx.actor.isReadOnly ? cartKeyOf(request) : null
  if (!key) return
  await claimCart(ctx, key).catch(nullWhenGone)
  forgetCart(context)
}

function nullWhenGone(error: unknown): null {
  if (isAppError(error) && error.kind === 'not_found') return null
  throw error
}
