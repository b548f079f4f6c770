/** What is different from when the basket was filled. Nothing of it counts until the customer says so. */
import { Form } from 'react-router'
import { useFormat, useT } from '../../../ui/i18n.tsx'
import { Button } from '../../../ui/parts/button.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import type { BasketChange } from './basket.ts'

type CartChangesProps = {
  changes: readonly BasketChange[]
  /** Where accepting is posted. */
  action?: string
}

export function CartChanges({ changes, action = '/cart' }: CartChangesProps) {
  const t = useT()
  if (changes.length === 0) return null
  return (
    <Notice
      tone="warn"
      title={t('cart.changed')}
      actions={
        <Form method="post" action={action}>
          <input type="hidden" name="intent" value="accept" />
          <Button type="submit" tone="primary" size="small">
            {t('cart.accept')}
          </Button>
        </Form>
      }
    >
      <ul className="changes">
        {changes.map((change) => (
          <li key={JSON.stringify(change)}>
            <Change change={change} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Change({ change }: { change: BasketChange }) {
  const t = useT()
  const { money } = useFormat()
  switch (change.kind) {
    case 'price_changed':
      return t('cart.priceChanged', {
        name: change.name,
        from: money(change.from),
        to: money(change.to),
      })
    case 'out_of_stock':
      return t('cart.stockChanged', { name: change.name, available: change.available })
    case 'unavailable':
      return t('cart.unavailable', { name: change.name })
    case 'promotion_refused':
      return t('cart.codeDropped', { code: change.code, reason: change.reason })
    case 'total_changed':
      return t('cart.totalChanged', {
        from: money(change.from),
        to: money(change.to),
      })
  }
}
