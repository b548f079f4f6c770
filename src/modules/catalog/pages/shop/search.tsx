/** All products, or those that answer a question; with what the question was taken for. */
import { Link } from 'react-router'
import { PageMeta } from '../../../../frames/shop/page-meta.tsx'
import { useShop } from '../../../../frames/shop/use-shop.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { suggest } from '../../search/suggest.ts'
import './catalog.css'
import type { Route } from './+types/search.ts'
import { readShelf } from './shelf.ts'
import { ShelfView } from './shelf-view.tsx'

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  const q = url.searchParams.get('q')?.trim().slice(0, 200) ?? ''
  const [shelf, places] = await Promise.all([
    readShelf(ctx, url),
    q && !url.searchParams.has('cursor') ? suggest(ctx, { q: q.slice(0, 100), limit: 1 }) : null,
  ])
  const place = ({ slug, name }: { slug: string; name: string }) => ({ slug, name })
  return {
    q,
    shelf,
    categories: places?.categories.map(place) ?? [],
    producers: places?.producers.map(place) ?? [],
  }
}

export default function SearchPage({ loaderData }: Route.ComponentProps) {
  const { q, shelf, categories, producers } = loaderData
  const t = useT()
  const shop = useShop()
  const title = q ? t('catalog.resultsFor', { q }) : t('catalog.allProducts')
  const places = [
    ...categories.map(({ slug, name }) => ({ to: `/categories/${slug}`, name })),
    ...producers.map(({ slug, name }) => ({ to: `/producers/${slug}`, name })),
  ]
  return (
    <div className="wrap">
      <PageMeta
        title={title}
        description={t('catalog.allProductsText')}
        path={q || !shelf.isFirst ? null : '/search'}
      />
      <PageHeader
        title={title}
        text={
          shelf.isGuess && shelf.cards.length > 0
            ? t('catalog.guessed', { q, name: shelf.cards[0]!.name })
            : q
              ? null
              : t('catalog.allProductsText')
        }
      />
      {places.length > 0 && (
        <nav aria-label={t('catalog.alsoSee')} className="chips">
          {places.map(({ to, name }) => (
            <Link key={to} to={to} className="chip" prefetch="intent">
              {name}
            </Link>
          ))}
        </nav>
      )}
      <ShelfView
        shelf={shelf}
        empty={
          <>
            <EmptyState
              title={t('catalog.noResults', { q })}
              text={t('catalog.noResultsText')}
              actions={<LinkButton to="/search">{t('catalog.allProducts')}</LinkButton>}
            />
            <nav aria-label={t('catalog.shelves')} className="chips chips-center">
              {shop?.categories.map(({ slug, name }) => (
                <Link key={slug} to={`/categories/${slug}`} className="chip" prefetch="intent">
                  {name}
                </Link>
              ))}
            </nav>
          </>
        }
      />
    </div>
  )
}
