/** How much is missing until the basket travels for nothing. */
import { useId } from 'react'
import type { MoneyValue } from '../../../platform/i18n/format.ts'
import { useFormat, useT } from '../../../ui/i18n.tsx'

type FreeShippingProps = { left: MoneyValue | null; goods: number; from: number }

export function FreeShipping({ left, goods, from }: FreeShippingProps) {
  const t = useT()
  const { money } = useFormat()
  const id = useId()
  return (
    <div className="progress free-shipping">
      <label htmlFor={id}>{left ? t('cart.freeToGo', { amount: money(left) }) : t('cart.freeReached')}</label>
      <progress id={id} value={Math.min(goods, from)} max={from} />
    </div>
  )
}
