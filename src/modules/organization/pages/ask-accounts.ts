/** Pages speak to the accounts through this: cookies are passed on, refusals become what a form shows. */
import type { RouterContextProvider } from 'react-router'
import { identify } from '../../../platform/auth/identify.ts'
import { pageContext } from '../../../platform/pages/context.ts'
import type { FormProblem } from '../../../platform/pages/outcome.ts'
import type { Context } from '../../../platform/tenancy/context.ts'

type Reading = Readonly<RouterContextProvider>
type Problem = FormProblem & { detail?: string }

export type Asked<T> = { answer: T; problem: null } | { answer: null; problem: FormProblem; status: number }

export async function askAccounts<T>(
  context: Reading,
  path: string,
  body?: object,
  method: 'GET' | 'POST' = 'POST',
): Promise<Asked<T>> {
  const { auth, headers } = context.get(pageContext)
  const response = await auth(path, body, method)
  for (const cookie of response.headers.getSetCookie()) headers.append('Set-Cookie', cookie)
  const said = (await response.json()) as T & Problem
  if (response.ok) return { answer: said, problem: null }
  const { detail = '', code = '', errors = [] } = said
  return {
    answer: null,
    problem: { title: detail, message: detail, code, errors },
    status: response.status,
  }
}

/** Where to go on: a path of this site, never an address elsewhere. */
export function backOf(request: Request): string | null {
  const back = new URL(request.url).searchParams.get('back') ?? ''
  return /^\/(?![/\\])/.test(back) ? back : null
}

/** Keeps `back` on the way from one page of the porch to the next. */
export const withBack = (path: string, back: string | null): string =>
  back ? `${path}${path.includes('?') ? '&' : '?'}back=${encodeURIComponent(back)}` : path

/** Where somebody who just came in begins: at the counter when they work here, in the shop otherwise. */
export async function homeOf(ctx: Context, token: string): Promise<string> {
  const { actor } = await identify(ctx.services, ctx.tenantId, { kind: 'session', token, viaCookie: true })
  return actor.permissions.size > 0 ? '/console' : '/'
}

/** A form's values as they may be shown again: without what nobody should read over a shoulder. */
export function withoutSecrets(form: FormData): FormData {
  const shown = new FormData()
  for (const [name, value] of form) if (!/password|code|token/i.test(name)) shown.append(name, value)
  return shown
}
