/** The steps from the basket to the order, and the order as its buyer sees it. */
import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const checkoutRoutes = {
  shop: [
    route('checkout', './pages/checkout.tsx', [
      route('address', './pages/address.tsx'),
      route('shipping', './pages/shipping.tsx'),
      route('payment', './pages/payment.tsx'),
      route('review', './pages/review.tsx'),
    ]),
    route('orders/:id', './pages/order.tsx'),
  ],
  /** Resources without a frame. */
  bare: [
    route('payments/viva/success', './pages/viva-return.ts', { id: 'viva-success' }),
    route('payments/viva/failure', './pages/viva-return.ts', { id: 'viva-failure' }),
  ],
}
