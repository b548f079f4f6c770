/** One line of the basket: what, how many, for how much. Plain forms; the number is sent by itself once the page is awake. */
import { useEffect } from 'react'
import { Link, useFetcher } from 'react-router'
import { Photo } from '../../../frames/shop/photo.tsx'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { useT } from '../../../ui/i18n.tsx'
import { Button } from '../../../ui/parts/button.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import { QuantityStepper } from '../../../ui/parts/quantity-stepper.tsx'
import { toast } from '../../../ui/parts/toast-store.ts'
import type { BasketLine } from './basket.ts'
import type { cartAction } from './cart-action.ts'
import { useCartWording } from './cart-wording.ts'
import { stay, StayForm } from './stay-form.tsx'

export function CartLine({ line }: { line: BasketLine }) {
  const t = useT()
  const amount = useFetcher<typeof cartAction>()
  const problem = useProblem(amount.data?.problem, useCartWording())
  const name = [line.name, line.variantName].filter(Boolean).join(', ')
  return (
    <li className="cart-line" aria-busy={amount.state !== 'idle' || undefined}>
      <Link to={`/products/${line.slug}`} className="cart-photo" tabIndex={-1} aria-hidden="true">
        <Photo file={line.photo} alt="" sizes="6rem" />
      </Link>
      <div className="cart-what">
        <Link to={`/products/${line.slug}`} className="cart-name">
          {line.name}
        </Link>
        <p className="cart-detail">
          {line.variantName && <>{line.variantName} · </>}
          <Money value={line.unitPrice} />
        </p>
      </div>
      <StayForm fetcher={amount} className="cart-quantity">
        <input type="hidden" name="intent" value="set" />
        <input type="hidden" name="lineId" value={line.id} />
        <QuantityStepper
          // A refused number falls back to the one that holds.
          key={`${line.quantity} ${problem ? 'refused' : ''}`}
          name="quantity"
          label={t('cart.quantityOf', { name })}
          defaultValue={line.quantity}
          max={Math.max(line.available, 1)}
          onChange={(quantity) => stay(amount, { intent: 'set', lineId: line.id, quantity })}
        />
        <Button type="submit" size="small" className="no-js">
          {t('cart.update')}
        </Button>
        {problem && (
          <p className="field-error" role="alert">
            {problem.title}
          </p>
        )}
      </StayForm>
      <p className="cart-total">
        {line.whole && (
          <s>
            <Money value={line.whole} />
          </s>
        )}
        <Money value={line.total} />
      </p>
      <RemoveLine line={line} name={name} />
    </li>
  )
}

function RemoveLine({ line, name }: { line: BasketLine; name: string }) {
  const t = useT()
  const fetcher = useFetcher<typeof cartAction>()
  const { variantId, quantity } = line
  const isDone = fetcher.data?.done === 'remove'
  useEffect(() => {
    if (!isDone) return
    // The button that had the focus is gone.
    document.getElementById('main')?.focus()
    toast({
      id: variantId,
      text: t('cart.removed', { name }),
      undo: { action: '/cart', fields: { intent: 'add', variantId, quantity: String(quantity) } },
    })
  }, [isDone, variantId, quantity, name, t])
  return (
    <StayForm fetcher={fetcher} className="cart-remove">
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="lineId" value={line.id} />
      <Button type="submit" tone="ghost" size="small" aria-label={t('cart.removeOf', { name })}>
        {t('cart.remove')}
      </Button>
    </StayForm>
  )
}
