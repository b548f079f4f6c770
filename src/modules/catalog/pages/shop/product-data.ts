/** What search engines are told of a product. Pure, for it is written where the page is. */
import type { ProductView } from './product-view.ts'

/** The words of HTML that was cleaned before. */
export const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** schema.org: a Product with an Offer for each variant, and the way to it. */
export function productData(product: ProductView, origin: string): object {
  const url = `${origin}/products/${product.slug}`
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    description: plain(product.description),
    url,
    image: product.images.map(({ file }) => `${origin}/files/${file}/1280.webp`),
    sku: product.variants[0]?.sku,
    brand: { '@type': 'Brand', name: product.producer.name },
    ...(product.rating.average !== null && {
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: product.rating.average,
        reviewCount: product.rating.count,
      },
    }),
    offers: product.variants.map(({ sku, name, price, stock }) => ({
      '@type': 'Offer',
      sku,
      ...(name && { name }),
      url,
      price: price.amount,
      priceCurrency: price.currency,
      availability: `https://schema.org/${stock > 0 ? 'InStock' : 'OutOfStock'}`,
      itemCondition: 'https://schema.org/NewCondition',
    })),
  }
  const crumbs = {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [
      ...product.crumbs.map(({ slug, name }) => ({ name, item: `${origin}/categories/${slug}` })),
      { name: product.name, item: url },
    ].map((item, index) => ({ '@type': 'ListItem', position: index + 1, ...item })),
  }
  return [data, crumbs]
}
