/** Keeps the reader's choice of language and of light or dark in cookies, and leads back. Works without JavaScript. */
import { redirect } from 'react-router'
import { isLocale } from '../platform/i18n/locales.ts'
import type { Route } from './+types/display.ts'

const year = 31_536_000
const themes = ['light', 'dark', 'system']

export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData()
  const headers = new Headers()
  const keep = (name: string, value: string) =>
    headers.append('Set-Cookie', `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax`)
  const locale = String(form.get('locale') ?? '')
  const theme = String(form.get('theme') ?? '')
  if (isLocale(locale)) keep('stoa.locale', locale)
  if (themes.includes(theme)) keep('stoa.theme', theme)
  return redirect(ownPath(String(form.get('back') ?? '/')), { headers })
}

/** Only a path of ours: a form must not send people elsewhere. */
const ownPath = (back: string): string => (/^\/(?![/\\])/.test(back) ? back : '/')
