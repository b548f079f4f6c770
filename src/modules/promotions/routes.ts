/** Where promotions are made and kept. */
import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const promotionsRoutes = {
  console: [
    route('console/promotions', './pages/promotions.tsx'),
    route('console/promotions/new', './pages/new-promotion.tsx'),
    route('console/promotions/:id', './pages/promotion.tsx'),
  ],
}
