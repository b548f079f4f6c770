/** The basket's address. */
import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const cartRoutes = { shop: [route('cart', './pages/cart.tsx')] }
