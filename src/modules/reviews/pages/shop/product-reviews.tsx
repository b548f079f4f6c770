/** What buyers say: how the stars are spread, and their words, the newest first. */
import { Link } from 'react-router'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import { Rating } from '../../../../ui/parts/rating.tsx'
import type { ProductReviews as Reviews } from './review-view.ts'
import './reviews.css'

type ProductReviewsProps = {
  reviews: Reviews
  rating: { average: number | null; count: number }
  producer: string
}

export function ProductReviews({
  reviews: { stars, reviews, next, isFirst },
  rating,
  producer,
}: ProductReviewsProps) {
  const t = useT()
  return (
    <section id="reviews" className="section reviews" aria-labelledby="reviews-title">
      <h2 id="reviews-title" className="section-title">
        {t('reviews.title')}
      </h2>
      {rating.average === null ? (
        <p className="reviews-none">{t('reviews.none')}</p>
      ) : (
        <div className="reviews-in">
          <Spread stars={stars} average={rating.average} count={rating.count} />
          <div>
            <ul className="reviews-list">
              {reviews.map((review) => (
                <li key={review.id} lang={review.locale}>
                  <Rating value={review.rating} />
                  {review.title && <h3>{review.title}</h3>}
                  <p className="review-body">{review.body}</p>
                  <p className="review-by">
                    {review.authorName} · <DateTime at={review.at} format="month" />
                    <span className="review-bought">{t('reviews.bought')}</span>
                  </p>
                  {review.answer && (
                    <blockquote className="review-answer">
                      <p className="review-by">{t('reviews.answer', { producer })}</p>
                      <p>{review.answer}</p>
                    </blockquote>
                  )}
                </li>
              ))}
            </ul>
            <p className="reviews-more">
              {!isFirst && (
                <Link to="?#reviews" className="link" preventScrollReset>
                  {t('reviews.newest')}
                </Link>
              )}
              {next && (
                <Link to={`?reviews=${next}#reviews`} className="link" rel="next" preventScrollReset>
                  {t('reviews.older')}
                </Link>
              )}
            </p>
          </div>
        </div>
      )}
    </section>
  )
}

function Spread({ stars, average, count }: { stars: readonly number[]; average: number; count: number }) {
  const t = useT()
  const { number } = useFormat()
  return (
    <div className="spread">
      <p className="spread-average">{number(average, { maximumFractionDigits: 1 })}</p>
      <Rating value={average} count={count} />
      <dl>
        {[5, 4, 3, 2, 1].map((star) => (
          <div key={star}>
            <dt>
              <span aria-hidden="true">{star}</span>
              <span className="sr-only">{t('ui.stars', { count: star })}</span>
            </dt>
            <dd>
              <progress value={stars[star - 1]} max={Math.max(...stars, 1)} aria-hidden="true" />
              <span>{number(stars[star - 1] ?? 0)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
