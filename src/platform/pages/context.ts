/** What a page's loader and action are given. The key is process-wide, for the built pages and the server each hold a copy of this file. */
import { createContext, type RouterContext, type RouterContextProvider } from 'react-router'
import type { Context } from '../tenancy/context.ts'

export type PageContext = {
  ctx: Context
  /** Of this response's content security policy. */
  nonce: string
  /** Calls better-auth's own routes (`/sign-in/email`) with this request's cookies; its cookies must be passed on. */
  auth: (path: string, body?: object, method?: 'GET' | 'POST') => Promise<Response>
  /** Headers of the answer, such as cookies, beside those the loader returns. */
  headers: Headers
}

const key = Symbol.for('stoa.pageContext')
const shared = globalThis as unknown as Record<symbol, RouterContext<PageContext>>
export const pageContext: RouterContext<PageContext> = (shared[key] ??= createContext<PageContext>())

/** The verb's context of a page: `listOrders(stoa(context), …)`. */
export const stoa = (context: Readonly<RouterContextProvider>): Context => context.get(pageContext).ctx
