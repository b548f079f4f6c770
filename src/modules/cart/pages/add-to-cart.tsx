/** The button that puts something into the basket: it stays on the page and says so; before the page is awake it leads to the basket. */
import ShoppingBasket from 'lucide-react/icons/shopping-basket'
import { type ReactNode, useEffect } from 'react'
import { useFetcher, useNavigate } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { useT } from '../../../ui/i18n.tsx'
import { Button, type ButtonProps } from '../../../ui/parts/button.tsx'
import { toast } from '../../../ui/parts/toast-store.ts'
import type { cartAction } from './cart-action.ts'
import { useCartWording } from './cart-wording.ts'
import { StayForm } from './stay-form.tsx'

type AddToCartProps = {
  /** What is added, as the confirmation names it. */
  name: string
  /** Given here, or by a field `variantId` among the children. */
  variantId?: string
  /** The button's own look; on a card it is small and without words. */
  look?: Pick<ButtonProps, 'size' | 'wide' | 'reason' | 'tone'>
  isBrief?: boolean
  className?: string
  /** Fields of the form: which variant, how many. */
  children?: ReactNode
}

export function AddToCart({ name, variantId, look, isBrief, className, children }: AddToCartProps) {
  const t = useT()
  const navigate = useNavigate()
  const fetcher = useFetcher<typeof cartAction>()
  const problem = useProblem(fetcher.data?.problem, useCartWording())
  const { data } = fetcher
  useEffect(() => {
    if (data?.done !== 'add') return
    toast({
      id: 'cart',
      text: t('cart.addedNamed', { name }),
      undo: { label: t('cart.see'), run: () => void navigate('/cart') },
    })
    // Only an answer is news, not another name for the same one.
    // eslint-disable-next-line react/exhaustive-deps
  }, [data])
  return (
    <StayForm fetcher={fetcher} className={className}>
      <input type="hidden" name="intent" value="add" />
      {variantId && <input type="hidden" name="variantId" value={variantId} />}
      {children}
      <Button
        tone="accent"
        {...look}
        type="submit"
        pending={fetcher.state !== 'idle'}
        icon={<ShoppingBasket aria-hidden />}
        aria-label={isBrief ? t('cart.addNamed', { name }) : undefined}
        className={isBrief ? 'btn-icon' : undefined}
      >
        {isBrief ? null : t('cart.add')}
      </Button>
      {problem && (
        <p className="field-error" role="alert">
          {problem.title}
        </p>
      )}
    </StayForm>
  )
}
