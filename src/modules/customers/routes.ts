/** Where the house looks up its customers. */
import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const customersRoutes = {
  console: [route('console/customers', './pages/console/customers.tsx')],
}
