/** A product's page. */
import { Link, redirect } from 'react-router'
import { PageMeta } from '../../../../frames/shop/page-meta.tsx'
import { Photo, photoUrl } from '../../../../frames/shop/photo.tsx'
import { DataBlock } from '../../../../frames/shop/data-block.tsx'
import { useShop } from '../../../../frames/shop/use-shop.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { Breadcrumbs } from '../../../../ui/parts/breadcrumbs.tsx'
import { KeyValue } from '../../../../ui/parts/key-value.tsx'
import { Notice } from '../../../../ui/parts/notice.tsx'
import { Rating } from '../../../../ui/parts/rating.tsx'
import { ProductReviews } from '../../../reviews/pages/shop/product-reviews.tsx'
import { readReviews } from '../../../reviews/pages/shop/review-view.ts'
import { freeShippingFrom } from '../../../shipping/free-shipping.ts'
import { getProduct } from '../../get-product.ts'
import './catalog.css'
import './product.css'
import type { Route } from './+types/product.ts'
import { BuyBox } from './buy-box.tsx'
import { CardGrid } from './card-grid.tsx'
import { useAttributeName, useValueText } from './filters.tsx'
import { Gallery } from './gallery.tsx'
import { productData } from './product-data.ts'
import { productView } from './product-view.ts'
import { relatedTo } from './related.ts'

export async function loader({ context, url, params: { slug } }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    const page = await getProduct(ctx, slug)
    // Known by its name, also where it was linked by number.
    if (page.slug !== slug) throw redirect(`/products/${page.slug}`, 301)
    const product = productView(ctx, page)
    const [reviews, related, freeFrom] = await Promise.all([
      readReviews(ctx, page.id, url.searchParams.get('reviews')),
      relatedTo(ctx, page),
      freeShippingFrom(ctx),
    ])
    return { product, related, reviews, freeFrom }
  })
}

export default function ProductPage({ loaderData }: Route.ComponentProps) {
  const { product, related, reviews, freeFrom } = loaderData
  const t = useT()
  const attributeName = useAttributeName()
  const valueText = useValueText()
  const { money } = useFormat()
  const shop = useShop()
  const { producer, rating } = product
  return (
    <div className="wrap">
      <PageMeta
        title={product.seoTitle}
        description={product.seoDescription}
        path={product.isListed ? `/products/${product.slug}` : null}
        image={product.images[0] ? photoUrl(product.images[0].file, 1280) : null}
        kind="product"
      />
      <DataBlock make={() => productData(product, shop?.origin ?? '')} />
      <Breadcrumbs
        items={[
          { to: '/', label: t('catalog.home') },
          ...product.crumbs.map(({ slug, name }) => ({ to: `/categories/${slug}`, label: name })),
        ]}
        current={product.name}
      />
      {!product.isListed && <Notice tone="warn" title={t('catalog.notListed')} />}
      <div className="product">
        <Gallery images={product.images} name={product.name} />
        <div className="product-side">
          <p className="product-by">
            <Link to={`/producers/${producer.slug}`}>{producer.name}</Link>
            {producer.region && <>, {producer.region}</>}
          </p>
          <h1 className="product-name">{product.name}</h1>
          {rating.average !== null && (
            <a href="#reviews" className="product-stars">
              <Rating value={rating.average} count={rating.count} />
            </a>
          )}
          <BuyBox key={product.id} product={product} />
          <ul className="promises">
            <li>{t('catalog.promiseDirect', { producer: producer.name })}</li>
            {freeFrom && <li>{t('catalog.promiseFree', { amount: money(freeFrom) })}</li>}
            <li>{t('catalog.promiseReturn', { days: shop?.returnDays ?? 14 })}</li>
          </ul>
        </div>
      </div>
      <div className="product-more">
        <section>
          <h2 className="section-title">{t('catalog.about')}</h2>
          {/* Cleaned when it was stored: see platform/text/html.ts. */}
          <div className="prose" dangerouslySetInnerHTML={{ __html: product.description }} />
        </section>
        <div className="stack">
          {product.attributes.length > 0 && (
            <section className="card">
              <h2 className="card-title">{t('catalog.facts')}</h2>
              <KeyValue
                facts={product.attributes.map(({ key, value }) => ({
                  label: attributeName(key),
                  value: typeof value === 'string' ? valueText(value) : t('catalog.yes'),
                }))}
              />
            </section>
          )}
          <Link to={`/producers/${producer.slug}`} className="card maker" prefetch="intent">
            {producer.logo && <Photo file={producer.logo} alt="" sizes="4rem" />}
            <span>
              <span className="maker-lead">{t('catalog.madeBy')}</span>
              <strong>{producer.name}</strong>
              <span>{producer.region}</span>
            </span>
          </Link>
        </div>
      </div>
      <ProductReviews reviews={reviews} rating={rating} producer={producer.name} />
      {related.length > 0 && (
        <section className="section">
          <h2 className="section-title">{t('catalog.related')}</h2>
          <CardGrid cards={related} className="cards cards-row" />
        </section>
      )}
    </div>
  )
}
