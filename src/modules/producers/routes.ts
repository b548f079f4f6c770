/** Where people meet the producers. */
import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const producersRoutes = {
  account: [route('account/selling', './pages/account/selling.tsx')],
  shop: [
    route('producers', './pages/shop/producers.tsx'),
    route('producers/:slug', './pages/shop/producer.tsx'),
    route('become-a-producer', './pages/shop/apply.tsx'),
  ],
  console: [
    route('console/producers', './pages/console/producers.tsx'),
    route('console/producers/new', './pages/console/new-producer.tsx'),
    route('console/producers/:id', './pages/console/producer.tsx'),
    route('console/profile', './pages/console/profile.tsx'),
    route('console/applications', './pages/console/applications.tsx'),
    route('console/applications/:id', './pages/console/application.tsx'),
  ],
}
