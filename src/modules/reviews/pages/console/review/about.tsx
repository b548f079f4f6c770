/** What the review is about, and what proves that its writer has it. */
import { Link } from 'react-router'
import { Photo } from '../../../../../frames/shop/photo.tsx'
import { useT } from '../../../../../ui/i18n.tsx'
import { Badge } from '../../../../../ui/parts/badge.tsx'
import { Card } from '../../../../../ui/parts/card.tsx'
import { KeyValue } from '../../../../../ui/parts/key-value.tsx'
import type { Route } from '../+types/review.ts'

type AboutProps = {
  loaded: Pick<Route.ComponentProps['loaderData'], 'review' | 'producer' | 'order' | 'customerId'>
}

export function About({ loaded: { review, producer, order, customerId } }: AboutProps) {
  const t = useT()
  const { product } = review
  return (
    <Card title={t('reviews.about')}>
      {product && (
        <p className="mb-4 flex items-center gap-4">
          <Photo file={product.coverFileId} alt="" sizes="5rem" className="review-cover" />
          <span className="min-w-0">
            <Link to={`/products/${product.slug}#reviews`} className="link font-semibold">
              {product.name}
            </Link>
            <span className="block text-sm text-ink-soft">{producer}</span>
          </span>
        </p>
      )}
      <Badge tone="good">{t('reviews.isVerified')}</Badge>
      {order && (
        <KeyValue
          facts={[
            {
              label: t('reviews.order'),
              value: (
                <Link to={`/console/orders/${order.id}`} className="link">
                  {order.number}
                </Link>
              ),
            },
            {
              label: t('reviews.writer'),
              value: customerId ? (
                <Link to={`/console/customers/${customerId}`} className="link">
                  {review.authorName}
                </Link>
              ) : (
                review.authorName
              ),
            },
          ]}
        />
      )}
    </Card>
  )
}
