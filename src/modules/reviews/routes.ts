/** Where buyers write what something was like. */
import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const reviewsRoutes = {
  // Below the order, whose own link or account proves the purchase.
  shop: [route('orders/:id/reviews/:productId', './pages/shop/write-review.tsx')],
}
