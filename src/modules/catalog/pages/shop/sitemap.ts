/** /sitemap.xml: every page that search engines should know (sitemaps.org, at most 50,000 addresses a file). */
import { originOf } from '../../../../frames/shop/origin.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import type { Context } from '../../../../platform/tenancy/context.ts'
import { listCategories } from '../../categories.ts'
import { listProducts } from '../../search/list-products.ts'
import { ListProducts } from '../../search/shapes.ts'
import type { Route } from './+types/sitemap.ts'

const mostAddresses = 50_000
const perRead = 500

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = stoa(context)
  const origin = originOf(ctx, request)
  const categories = (await listCategories(ctx)).filter(({ productCount }) => productCount > 0)
  const products = await shelfOf(ctx)
  const paths = [
    '/',
    '/search',
    '/producers',
    '/become-a-producer',
    ...categories.map(({ slug }) => `/categories/${slug}`),
    ...new Set(products.map(({ producer }) => `/producers/${producer.slug}`)),
    ...products.map(({ slug }) => `/products/${slug}`),
  ]
  const entries = paths
    .slice(0, mostAddresses)
    .map((path) => `<url><loc>${escape(origin + path)}</loc></url>`)
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`
  return new Response(xml, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}

async function shelfOf(ctx: Context) {
  const all: { slug: string; producer: { slug: string } }[] = []
  for (let cursor: string | null | undefined; cursor !== null && all.length < mostAddresses;) {
    const { data, page } = await listProducts(
      ctx,
      ListProducts.parse({ sort: 'createdAt', limit: perRead, ...(cursor && { cursor }) }),
    )
    all.push(...data.map(({ slug, producer }) => ({ slug, producer })))
    cursor = page.next
  }
  return all
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
