/** What a basket or an order comes to, line by line, with the VAT in it. */
import type { ReactNode } from 'react'
import type { MoneyValue } from '../../../platform/i18n/format.ts'
import { useFormat, useT } from '../../../ui/i18n.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import type { Basket } from './basket.ts'

type CartSumsProps = { basket: Pick<Basket, 'sums' | 'promotions' | 'priceKind'> }

export function CartSums({ basket: { sums, promotions, priceKind } }: CartSumsProps) {
  const t = useT()
  const codes = promotions.map(({ code, name }) => code ?? name).join(', ')
  return (
    <dl className="sums">
      <Sum label={t('cart.goods')} value={sums.goods} />
      {sums.discount && <Sum label={t('cart.discount', { codes })} value={sums.discount} isLess />}
      <Sum label={sums.shippingName ?? t('cart.shipping')} value={sums.shipping}>
        {t('cart.shippingLater')}
      </Sum>
      {sums.fee && <Sum label={t('cart.cashFee')} value={sums.fee} />}
      {priceKind === 'net' && <Vat vat={sums.vat} />}
      <div className="sums-total">
        <dt>{t('cart.total')}</dt>
        <dd>
          <Money value={sums.total} />
        </dd>
      </div>
      {priceKind === 'gross' && <Vat vat={sums.vat} isIncluded />}
    </dl>
  )
}

type SumProps = { label: ReactNode; value: MoneyValue | null; isLess?: boolean; children?: ReactNode }

function Sum({ label, value, isLess, children }: SumProps) {
  const t = useT()
  const isFree = value !== null && Number(value.amount) === 0
  return (
    <div>
      <dt>{label}</dt>
      <dd className={isLess ? 'sums-less' : undefined}>
        {isLess && '−'}
        {isFree ? (
          t('cart.free')
        ) : value ? (
          <Money value={value} />
        ) : (
          <span className="sums-later">{children}</span>
        )}
      </dd>
    </div>
  )
}

type VatProps = { vat: Basket['sums']['vat']; isIncluded?: boolean }

function Vat({ vat, isIncluded }: VatProps) {
  const t = useT()
  const { percent } = useFormat()
  return vat.map(({ rate, amount }) => (
    <div key={rate} className={isIncluded ? 'sums-vat' : undefined}>
      <dt>{t(isIncluded ? 'cart.vatIncluded' : 'cart.vat', { rate: percent(rate) })}</dt>
      <dd>
        <Money value={amount} />
      </dd>
    </div>
  ))
}
