/** /robots.txt: what belongs to one person or to the house is not for search engines. */
import { originOf } from '../../../../frames/shop/origin.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import type { Route } from './+types/robots.ts'

const closed = ['/account', '/api/', '/cart', '/checkout', '/console', '/orders', '/sign-in', '/search?']

export function loader({ context, request }: Route.LoaderArgs) {
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${originOf(stoa(context), request)}/sitemap.xml`,
  ]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
