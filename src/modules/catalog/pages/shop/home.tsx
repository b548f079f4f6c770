/** The front of the market: one producer's place, the shelves, what people love, what has just come in, and who makes it. */
import { Link } from 'react-router'
import { DataBlock } from '../../../../frames/shop/data-block.tsx'
import { PageMeta } from '../../../../frames/shop/page-meta.tsx'
import { Photo, photoUrl } from '../../../../frames/shop/photo.tsx'
import { useShop } from '../../../../frames/shop/use-shop.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import type { Context } from '../../../../platform/tenancy/context.ts'
import { inLocale } from '../../../../platform/values/shapes.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { listProducers } from '../../../producers/list.ts'
import { ProducerCard } from '../../../producers/pages/shop/producer-card.tsx'
import { producerBrief } from '../../../producers/pages/shop/producer-view.ts'
import { ListProducers } from '../../../producers/shapes.ts'
import { listCategories } from '../../categories.ts'
import { listProducts } from '../../search/list-products.ts'
import { ListProducts } from '../../search/shapes.ts'
import '../../../producers/pages/shop/producers.css'
import './catalog.css'
import './home.css'
import type { Route } from './+types/home.ts'
import { CardGrid } from './card-grid.tsx'
import { cardView } from './card-view.ts'

const cardsShown = 8
const producersShown = 6
const weekMs = 7 * 86_400_000

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = stoa(context)
  const { organization, locale, now } = ctx
  const [categories, loved, fresh, producers] = await Promise.all([
    listCategories(ctx),
    shelf(ctx, { sort: 'relevance', inStock: 'true' }),
    shelf(ctx, { sort: '-createdAt', inStock: 'true' }),
    listProducers(ctx, ListProducers.parse({ limit: 500 })),
  ])
  const open = producers.data.filter(({ productCount }) => productCount > 0)
  // Everybody has their week at the front.
  const week = Math.floor(now.getTime() / weekMs)
  const turned = open.map((_, index) => producerBrief(ctx, open[(week + index) % open.length]!))
  const guest = turned.find(({ banner }) => banner !== null) ?? null
  const seen = new Set(loved.map(({ slug }) => slug))
  return {
    name: organization.name,
    tagline: inLocale(organization.settings.tagline, locale, organization.defaultLocale),
    guest,
    categories: categories
      .filter(({ parentId, productCount }) => parentId === null && productCount > 0)
      .map(({ slug, name, imageFileId, productCount }) => ({
        slug,
        name: inLocale(name, locale, organization.defaultLocale),
        photo: imageFileId,
        products: productCount,
      })),
    loved,
    fresh: fresh.filter(({ slug }) => !seen.has(slug)),
    producers: turned.filter((one) => one !== guest).slice(0, producersShown),
  }
}

async function shelf(ctx: Context, asked: Record<string, string>) {
  const { data } = await listProducts(ctx, ListProducts.parse({ ...asked, limit: cardsShown }))
  return data.map((card) => cardView(ctx, card))
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { name, tagline, guest, categories, loved, fresh, producers } = loaderData
  const t = useT()
  const shop = useShop()
  return (
    <>
      <PageMeta
        title={name}
        description={tagline || t('catalog.heroText')}
        path="/"
        image={guest?.banner ? photoUrl(guest.banner, 1280) : null}
      />
      <DataBlock
        make={() => ({
          '@context': 'https://schema.org',
          '@type': 'WebSite',
          name,
          url: `${shop?.origin}/`,
        })}
      />
      <section className="hero">
        {guest?.banner && <Photo file={guest.banner} alt="" sizes="100vw" className="hero-photo" priority />}
        <div className="wrap hero-in">
          <div className="hero-sheet">
            <h1 className="hero-title">{tagline || t('catalog.heroTitle')}</h1>
            <p className="hero-text">{t('catalog.heroText')}</p>
            <div className="hero-go">
              <LinkButton to="/search" tone="accent" size="large">
                {t('catalog.heroGo')}
              </LinkButton>
              <LinkButton to="/producers" size="large">
                {t('catalog.heroProducers')}
              </LinkButton>
            </div>
          </div>
          {guest && (
            <p className="hero-guest">
              {t('catalog.thisWeek')}{' '}
              <Link to={`/producers/${guest.slug}`} prefetch="intent">
                {guest.name}
              </Link>
              {guest.region && <>, {guest.region}</>}
            </p>
          )}
        </div>
      </section>
      <div className="wrap">
        {categories.length === 0 && loved.length === 0 && (
          <EmptyState title={t('catalog.emptyShop')} text={t('catalog.emptyShopText')} />
        )}
        {categories.length > 0 && (
          <section className="section" aria-labelledby="shelves">
            <h2 id="shelves" className="section-title">
              {t('catalog.shelves')}
            </h2>
            <ul className="shelves">
              {categories.map((category) => (
                <li key={category.slug} className="shelf-tile">
                  <Photo
                    file={category.photo}
                    alt=""
                    sizes="(min-width: 64rem) 15rem, 45vw"
                    className="shelf-photo"
                  />
                  <h3>
                    <Link to={`/categories/${category.slug}`} prefetch="intent">
                      {category.name}
                    </Link>
                  </h3>
                  <p>{t('producers.productCount', { count: category.products })}</p>
                </li>
              ))}
            </ul>
          </section>
        )}
        {loved.length > 0 && (
          <section className="section">
            <div className="section-head">
              <h2 className="section-title">{t('catalog.loved')}</h2>
              <Link to="/search" className="link">
                {t('catalog.allProducts')}
              </Link>
            </div>
            <CardGrid cards={loved} className="cards cards-row" />
          </section>
        )}
      </div>
      <section className="why">
        <div className="wrap why-in">
          {(['direct', 'season', 'parcel'] as const).map((key) => (
            <div key={key}>
              <h2>{t(`catalog.why_${key}`)}</h2>
              <p>{t(`catalog.whyText_${key}`)}</p>
            </div>
          ))}
        </div>
      </section>
      <div className="wrap">
        {fresh.length > 0 && (
          <section className="section">
            <div className="section-head">
              <h2 className="section-title">{t('catalog.fresh')}</h2>
              <Link to="/search?sort=-createdAt" className="link">
                {t('catalog.allFresh')}
              </Link>
            </div>
            <CardGrid cards={fresh} className="cards cards-row" />
          </section>
        )}
        {producers.length > 0 && (
          <section className="section">
            <div className="section-head">
              <h2 className="section-title">{t('catalog.people')}</h2>
              <Link to="/producers" className="link">
                {t('producers.all')}
              </Link>
            </div>
            <ul className="prods prods-row">
              {producers.map((producer) => (
                <ProducerCard key={producer.slug} producer={producer} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  )
}
