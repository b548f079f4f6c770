/** Where orders are worked on in the console. The slips stand outside its frame, to be printed. */
import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const ordersRoutes = {
  console: [
    route('console/orders', './pages/orders.tsx'),
    route('console/orders/:id', './pages/order.tsx'),
    route('console/orders/:id/cancellation', './pages/cancel.tsx'),
    route('console/orders/:id/payment', './pages/record-payment.tsx'),
    route('console/orders/:id/refund', './pages/refund.tsx'),
    route('console/orders/:id/return', './pages/start-return.tsx'),
    route('console/parts', './pages/parts.tsx'),
    route('console/parts/all', './pages/parts.tsx', { id: 'all-parts' }),
    route('console/parts/:id', './pages/part.tsx'),
    route('console/parts/:id/shipment', './pages/ship.tsx'),
    route('console/returns', './pages/returns.tsx'),
  ],
  print: [route('console/parts/:id/slip', './pages/slip.tsx')],
}
