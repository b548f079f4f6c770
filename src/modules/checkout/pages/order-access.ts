/** What opens an order for whoever has no account: the token of its own link, kept in a cookie of its own. */
import type { RouterContextProvider } from 'react-router'
import { isHttps } from '../../../platform/auth/cookies.ts'
import { pageContext } from '../../../platform/pages/context.ts'

const halfAYear = 180 * 86_400
/** Older ones are opened by the link in their mail. */
const mostKept = 10
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const isOrderId = (text: string | undefined): text is string => uuid.test(text ?? '')

/** Order id and token by turns, the newest first. */
function keptIn(request: Request): [string, string][] {
  const value = /(?:^|;\s*)stoa\.orders=([\w.~-]*)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''
  return value.split('~').flatMap((entry) => {
    const [id, token] = entry.split('.')
    return isOrderId(id) && token ? [[id, token] as [string, string]] : []
  })
}

export const orderAccessOf = (request: Request, orderId: string): string | null =>
  keptIn(request).find(([id]) => id === orderId)?.[1] ?? null

export function keepOrderAccess(
  context: Readonly<RouterContextProvider>,
  request: Request,
  orderId: string,
  token: string,
): void {
  const { ctx, headers } = context.get(pageContext)
  const others = keptIn(request).filter(([id]) => id !== orderId)
  const value = [[orderId, token], ...others.slice(0, mostKept - 1)].map((pair) => pair.join('.')).join('~')
  const secure = isHttps(ctx.services.url) ? '; Secure' : ''
  // Only the orders' own pages are sent it: ten of them are nearly a kilobyte.
  const attributes = `Path=/orders; Max-Age=${halfAYear}; HttpOnly; SameSite=Lax${secure}`
  headers.append('Set-Cookie', `stoa.orders=${value}; ${attributes}`)
}
