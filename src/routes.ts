/** The page map: each room brings its own routes, each frame takes the ones it holds. */
import { layout, route, type RouteConfig } from '@react-router/dev/routes'
import { cartRoutes } from './modules/cart/routes.ts'
import { catalogRoutes } from './modules/catalog/routes.ts'
import { checkoutRoutes } from './modules/checkout/routes.ts'
import { organizationRoutes } from './modules/organization/routes.ts'
import { customersRoutes } from './modules/customers/routes.ts'
import { insightsRoutes } from './modules/insights/routes.ts'
import { ordersRoutes } from './modules/orders/routes.ts'
import { producersRoutes } from './modules/producers/routes.ts'
import { payoutsRoutes } from './modules/payouts/routes.ts'
import { pricingRoutes } from './modules/pricing/routes.ts'
import { promotionsRoutes } from './modules/promotions/routes.ts'
import { reviewsRoutes } from './modules/reviews/routes.ts'
import { settingsRoutes } from './modules/settings/routes.ts'
import { shippingRoutes } from './modules/shipping/routes.ts'

export default [
  layout('frames/shop.tsx', [
    layout('frames/shop-page.tsx', [
      ...catalogRoutes.shop,
      ...producersRoutes.shop,
      ...cartRoutes.shop,
      ...checkoutRoutes.shop,
      ...reviewsRoutes.shop,
      customersRoutes.account([...organizationRoutes.account, ...producersRoutes.account]),
      route('*', 'frames/shop-unknown.ts'),
    ]),
  ]),
  layout('frames/console.tsx', [
    layout('frames/console-page.tsx', [
      ...insightsRoutes.console,
      ...catalogRoutes.console,
      ...producersRoutes.console,
      ...customersRoutes.console,
      ...ordersRoutes.console,
      ...promotionsRoutes.console,
      ...shippingRoutes.console,
      ...pricingRoutes.console,
      ...payoutsRoutes.console,
      ...reviewsRoutes.console,
      ...settingsRoutes.console,
      ...organizationRoutes.console,
      route('console/*', 'frames/console-unknown.ts'),
    ]),
    route('console/palette', 'frames/console-palette.ts'),
    route('console/views', 'frames/console-views.ts'),
  ]),
  ...ordersRoutes.print,
  ...catalogRoutes.bare,
  ...checkoutRoutes.bare,
  ...organizationRoutes.auth,
  route('display', 'frames/display.ts'),
  ...(process.env['NODE_ENV'] === 'development' ? [route('gallery', 'ui/gallery.tsx')] : []),
] satisfies RouteConfig
