/** Leads whoever is not signed in to the door, and back here afterwards. */
import { redirect, type RouterContextProvider } from 'react-router'
import { stoa } from '../../../platform/pages/context.ts'
import { hereOf } from '../../../platform/pages/here.ts'

export function requireSignedIn(context: Readonly<RouterContextProvider>, request: Request): void {
  if (stoa(context).actor.userId) return
  throw redirect(`/sign-in?back=${encodeURIComponent(hereOf(request))}`)
}
