/** Which size, how many, for how much, and the button. Each size stands with its price, also before the page is awake. */
import { useState } from 'react'
import { useT } from '../../../../ui/i18n.tsx'
import { Badge } from '../../../../ui/parts/badge.tsx'
import { Money } from '../../../../ui/parts/money.tsx'
import { QuantityStepper } from '../../../../ui/parts/quantity-stepper.tsx'
import { AddToCart } from '../../../cart/pages/add-to-cart.tsx'
import type { ProductView, VariantChoice } from './product-view.ts'

const fewLeft = 5

export function BuyBox({ product }: { product: ProductView }) {
  const t = useT()
  const { variants } = product
  const first = variants.find(({ stock }) => stock > 0) ?? variants[0]
  const [chosenId, choose] = useState(first?.id)
  const chosen = variants.find(({ id }) => id === chosenId) ?? first
  if (!chosen) return <p className="buy-stock">{t('cart.notForSale')}</p>
  const isOut = variants.every(({ stock }) => stock === 0)
  return (
    <AddToCart
      name={[product.name, chosen.name].filter(Boolean).join(', ')}
      variantId={variants.length === 1 ? chosen.id : undefined}
      look={{ size: 'large', wide: true, reason: isOut ? t('catalog.soldOutText') : null }}
      className="buy"
    >
      <div className="buy-price">
        <Money value={chosen.price} className="buy-amount" />
        {chosen.before && (
          <>
            <s>
              <Money value={chosen.before} />
            </s>
            <Badge tone="bad">{t('catalog.offer')}</Badge>
          </>
        )}
        <span className="buy-tax">
          {chosen.unit && (
            <>
              <Money value={chosen.unit.price} />/{t(`catalog.unit_${chosen.unit.per}`)} ·{' '}
            </>
          )}
          {t(product.priceKind === 'gross' ? 'catalog.withVat' : 'catalog.withoutVat')}
        </span>
      </div>
      {variants.length > 1 && (
        <fieldset className="sizes">
          <legend className="field-label">{t('catalog.chooseSize')}</legend>
          <div className="sizes-list">
            {variants.map((variant) => (
              <label key={variant.id} className="size">
                <input
                  type="radio"
                  name="variantId"
                  value={variant.id}
                  defaultChecked={variant.id === first!.id}
                  disabled={variant.stock === 0}
                  onChange={() => choose(variant.id)}
                />
                <span className="size-name">{variant.name || variant.sku}</span>
                <span className="size-price">
                  {variant.stock === 0 ? t('catalog.soldOut') : <Money value={variant.price} />}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div className="buy-how-many">
        <QuantityStepper
          // Another size has another stock.
          key={chosen.id}
          name="quantity"
          label={t('cart.quantityOf', { name: product.name })}
          max={Math.max(chosen.stock, 1)}
        />
        <Stock variant={chosen} />
      </div>
    </AddToCart>
  )
}

function Stock({ variant: { stock } }: { variant: VariantChoice }) {
  const t = useT()
  if (stock === 0) return <span className="buy-stock">{t('catalog.soldOut')}</span>
  return stock <= fewLeft ? (
    <span className="buy-stock tone-warn">{t('cart.onlyLeft', { count: stock })}</span>
  ) : (
    <span className="buy-stock tone-good">{t('catalog.inStock')}</span>
  )
}
