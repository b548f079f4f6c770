/** A shelf of products, and one form around them: each card's button names what goes into the basket. */
import { type ReactNode, useEffect, useRef } from 'react'
import { useFetcher, useNavigate } from 'react-router'
import { useProblem } from '../../../../frames/shop/use-problem.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { toast } from '../../../../ui/parts/toast-store.ts'
import type { cartAction } from '../../../cart/pages/cart-action.ts'
import { useCartWording } from '../../../cart/pages/cart-wording.ts'
import { StayForm } from '../../../cart/pages/stay-form.tsx'
import type { Card } from './card-view.ts'
import { ProductCard } from './product-card.tsx'

type CardGridProps = {
  cards: readonly Card[]
  /** The first pictures are what the page is opened for. */
  priority?: boolean
  className?: string
  children?: ReactNode
}

export function CardGrid({ cards, priority, className = 'cards', children }: CardGridProps) {
  const t = useT()
  const navigate = useNavigate()
  const fetcher = useFetcher<typeof cartAction>()
  const pressed = useRef('')
  const { data } = fetcher
  const problem = useProblem(data?.problem, useCartWording())
  useEffect(() => {
    if (!data) return
    if (data.problem) toast({ id: 'cart', tone: 'bad', text: problem!.title })
    else {
      toast({
        id: 'cart',
        text: t('cart.addedNamed', { name: pressed.current }),
        undo: { label: t('cart.see'), run: () => void navigate('/cart') },
      })
    }
    // Only an answer is news.
    // eslint-disable-next-line react/exhaustive-deps
  }, [data])
  return (
    <StayForm fetcher={fetcher} onSend={(button) => (pressed.current = button?.dataset['name'] ?? '')}>
      <input type="hidden" name="intent" value="add" />
      <ul className={className}>
        {cards.map((card, index) => (
          <ProductCard key={card.slug} card={card} priority={priority && index < 2} />
        ))}
      </ul>
      {children}
    </StayForm>
  )
}
