/** One's own pages in the shop, and where the house looks up its customers. */
import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { layout, route } = relative(import.meta.dirname)

export const customersRoutes = {
  /** One frame around them and those of other rooms. */
  account: (others: RouteConfigEntry[]) =>
    layout('./pages/account-frame.tsx', [
      route('account', './pages/account.tsx'),
      route('account/orders', './pages/orders.tsx'),
      route('account/addresses', './pages/addresses.tsx'),
      ...others,
    ]),
  console: [
    route('console/customers', './pages/console/customers.tsx'),
    route('console/customers/new', './pages/console/new-customer.tsx'),
    route('console/customers/:id', './pages/console/customer.tsx'),
  ],
}
