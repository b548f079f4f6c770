/** Where taxes are kept. */
import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const pricingRoutes = { console: [route('console/taxes', './pages/taxes.tsx')] }
