/** The theme kept in the reader's cookie. */
import type { Theme } from '../ui/layouts/display-switches.tsx'

export function themeOf(request: Request): Theme {
  const kept = /(?:^|;\s*)stoa\.theme=(light|dark)/.exec(request.headers.get('cookie') ?? '')?.[1]
  return (kept as Theme | undefined) ?? 'system'
}
