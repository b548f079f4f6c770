/** One producer: their place, their story, and what they have on the shelf. */
import { PageMeta } from '../../../../frames/shop/page-meta.tsx'
import { Photo, photoUrl } from '../../../../frames/shop/photo.tsx'
import { stoa } from '../../../../platform/pages/context.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { Breadcrumbs } from '../../../../ui/parts/breadcrumbs.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { Rating } from '../../../../ui/parts/rating.tsx'
import { readShelf } from '../../../catalog/pages/shop/shelf.ts'
import { ShelfView } from '../../../catalog/pages/shop/shelf-view.tsx'
import { getProducer } from '../../list.ts'
import { presentProducer } from '../../present.ts'
import '../../../catalog/pages/shop/catalog.css'
import './producers.css'
import type { Route } from './+types/producer.ts'

export async function loader({ context, url, params: { slug } }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    const [row, shelf] = await Promise.all([getProducer(ctx, slug), readShelf(ctx, url, { producer: slug })])
    const { name, description, region, bannerFileId, logoFileId, foundedYear, rating } = presentProducer(
      ctx,
      row,
    )
    return {
      shelf,
      producer: {
        slug: row.slug,
        name: String(name),
        description: String(description),
        region: String(region),
        banner: bannerFileId,
        logo: logoFileId,
        foundedYear,
        rating,
      },
    }
  })
}

export default function Producer({ loaderData: { producer, shelf } }: Route.ComponentProps) {
  const t = useT()
  const text = producer.description.replaceAll(/<[^>]*>/g, ' ').slice(0, 160)
  return (
    <div className="wrap">
      <PageMeta
        title={producer.name}
        description={text}
        path={shelf.isFirst ? `/producers/${producer.slug}` : null}
        image={producer.banner && photoUrl(producer.banner, 1280)}
      />
      <Breadcrumbs items={[{ to: '/producers', label: t('catalog.producers') }]} current={producer.name} />
      <header className="prod-head">
        {producer.banner && (
          <Photo
            file={producer.banner}
            alt=""
            sizes="(min-width: 80rem) 76rem, 100vw"
            shape="banner"
            priority
          />
        )}
        <div className="prod-title">
          {producer.logo && <Photo file={producer.logo} alt="" sizes="5rem" className="prod-logo" />}
          <div>
            <h1 className="page-title">{producer.name}</h1>
            <p className="prod-facts">
              {producer.region && <span>{producer.region}</span>}
              {producer.foundedYear && (
                <span>{t('producers.since', { year: String(producer.foundedYear) })}</span>
              )}
              {producer.rating.average !== null && (
                <Rating value={producer.rating.average} count={producer.rating.count} />
              )}
            </p>
          </div>
        </div>
      </header>
      {producer.description && (
        // Cleaned when it was stored.
        <div className="prose prod-story" dangerouslySetInnerHTML={{ __html: producer.description }} />
      )}
      <h2 className="section-title">{t('producers.products')}</h2>
      <ShelfView
        shelf={shelf}
        isProducer
        empty={
          <EmptyState
            title={t('producers.noProducts')}
            text={t('producers.noProductsText')}
            actions={<LinkButton to="/producers">{t('producers.all')}</LinkButton>}
          />
        }
      />
    </div>
  )
}
