/** Leads whoever is not signed in to the door, and back here afterwards. */
import { redirect, type RouterContextProvider } from 'react-router'
import { stoa } from '../../../platform/pages/context.ts'

export function requireSignedIn(context: Readonly<RouterContextProvider>, request: Request): void {
  if (stoa(context).actor.userId) return
  const { pathname, search } = new URL(request.url)
  throw redirect(`/sign-in?back=${encodeURIComponent(pathname + search)}`)
}
