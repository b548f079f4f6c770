/** One message for the page after a redirect, carried by a cookie that the next page takes away. */
import type { RouterContextProvider } from 'react-router'
import { newId } from '../database/columns.ts'
import type { MessageKey } from '../i18n/keys.ts'
import { pageContext } from './context.ts'

export type Flash = {
  key: MessageKey
  values?: Record<string, string | number>
  tone?: 'good' | 'bad'
  /** A form that takes it back: where it posts and what. */
  undo?: { action: string; fields: Record<string, string> }
}

type Reading = Readonly<RouterContextProvider>

const name = 'stoa.flash'
const attributes = 'Path=/; HttpOnly; SameSite=Lax'

/** `flash(context, { key: 'orders.cancelled' })` just before `redirect(…)`. */
export function flash(context: Reading, message: Flash): void {
  const value = Buffer.from(JSON.stringify({ id: newId(), ...message })).toString('base64url')
  context.get(pageContext).headers.append('Set-Cookie', `${name}=${value}; ${attributes}; Max-Age=60`)
}

/** The message that was left for this page; it is given once. */
export function takeFlash(context: Reading, request: Request): (Flash & { id: string }) | null {
  const value = new RegExp(`(?:^|;\\s*)${name}=([\\w-]+)`).exec(request.headers.get('cookie') ?? '')?.[1]
  if (!value) return null
  context.get(pageContext).headers.append('Set-Cookie', `${name}=; ${attributes}; Max-Age=0`)
  try {
    const message = JSON.parse(Buffer.from(value, 'base64url').toString()) as Partial<Flash & { id: string }>
    return typeof message.key === 'string' && typeof message.id === 'string'
      ? (message as Flash & { id: string })
      : null
  } catch {
    return null
  }
}
