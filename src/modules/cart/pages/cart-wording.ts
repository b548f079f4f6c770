/** What the basket's refusals say in the reader's language. */
import { useT } from '../../../ui/i18n.tsx'

type Short = { lines?: { available: number }[] }

export function useCartWording() {
  const t = useT()
  return {
    codes: {
      out_of_stock: (details: Record<string, unknown>) =>
        t('cart.onlyLeft', { count: (details as Short).lines?.[0]?.available ?? 0 }),
      promotion_refused: (details: Record<string, unknown>) =>
        t('cart.codeRefused', { reason: String(details['reason']) }),
      cart_closed: t('cart.closed'),
      no_cart: t('cart.closed'),
      not_found: t('cart.lineGone'),
      invalid: t('cart.notForSale'),
      too_many: t('cart.slower'),
    },
    fields: { '/variantId': t('cart.notForSale'), '/quantity': t('cart.wrongQuantity') },
  }
}
