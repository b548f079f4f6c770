/** Where earnings are stated and paid. */
import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const payoutsRoutes = {
  console: [
    route('console/statements', './pages/statements.tsx'),
    route('console/statements/new', './pages/new-statements.tsx'),
    route('console/statements/:id', './pages/statement.tsx'),
    route('console/payouts', './pages/payouts.tsx'),
    route('console/payouts/new', './pages/new-payout.tsx'),
    route('console/payouts/:id', './pages/payout.tsx'),
  ],
}
