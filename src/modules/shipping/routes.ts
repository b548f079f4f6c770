/** Where the ways of shipping are kept. */
import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const shippingRoutes = {
  console: [
    route('console/shipping', './pages/methods.tsx'),
    route('console/shipping/new', './pages/new-method.tsx'),
    route('console/shipping/:id', './pages/method.tsx'),
  ],
}
