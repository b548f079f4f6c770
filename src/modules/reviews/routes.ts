/** Where buyers write what something was like, and where it is read before others do. */
import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const reviewsRoutes = {
  // Below the order, whose own link or account proves the purchase.
  shop: [route('orders/:id/reviews/:productId', './pages/shop/write-review.tsx')],
  console: [
    route('console/reviews', './pages/console/reviews.tsx'),
    route('console/reviews/refusal', './pages/console/refuse-reviews.tsx'),
    route('console/reviews/:id', './pages/console/review.tsx'),
  ],
}
