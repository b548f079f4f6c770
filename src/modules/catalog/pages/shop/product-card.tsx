/** One product on a shelf. */
import ShoppingBasket from 'lucide-react/icons/shopping-basket'
import Star from 'lucide-react/icons/star'
import { Link } from 'react-router'
import { Photo } from '../../../../frames/shop/photo.tsx'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { Money } from '../../../../ui/parts/money.tsx'
import type { Card } from './card-view.ts'

export const cardSizes = '(min-width: 48rem) 18rem, 45vw'

/** Stands in the form of a `CardGrid`, which sends what its button names. */
export function ProductCard({ card, priority }: { card: Card; priority?: boolean }) {
  const t = useT()
  const { number } = useFormat()
  return (
    <li className="pcard">
      <div className="pcard-photo">
        <Photo file={card.photo} alt="" sizes={cardSizes} priority={priority} />
        {card.isOut ? (
          <span className="pcard-mark">{t('catalog.soldOut')}</span>
        ) : card.before ? (
          <span className="pcard-mark pcard-less">{t('catalog.offer')}</span>
        ) : (
          card.isOrganic && <span className="pcard-mark">{t('catalog.organic')}</span>
        )}
      </div>
      <p className="pcard-by">{card.by}</p>
      <h3 className="pcard-name">
        <Link to={`/products/${card.slug}`}>{card.name}</Link>
      </h3>
      {card.stars !== null && (
        <p className="pcard-stars">
          <Star aria-hidden />
          <span className="sr-only">{t('ui.ratingOf', { value: card.stars })}</span>
          <span aria-hidden="true">{number(card.stars)}</span>
          <span className="pcard-count">{t('ui.reviews', { count: card.reviews })}</span>
        </p>
      )}
      <div className="pcard-foot">
        {card.price && (
          <p className="pcard-price">
            {card.before && (
              <s>
                <Money value={card.before} />
              </s>
            )}
            {card.isFrom && <span className="pcard-from">{t('catalog.from')}</span>}
            <Money value={card.price} />
            {card.unit && (
              <span className="pcard-unit">
                <Money value={card.unit.price} />/{t(`catalog.unit_${card.unit.per}`)}
              </span>
            )}
          </p>
        )}
        {card.add && (
          <button
            type="submit"
            name="variantId"
            value={card.add}
            data-name={card.name}
            className="btn btn-quiet btn-icon pcard-add"
            aria-label={t('cart.addNamed', { name: card.name })}
          >
            <ShoppingBasket aria-hidden />
          </button>
        )}
      </div>
    </li>
  )
}
