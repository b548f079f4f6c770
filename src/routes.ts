/** The page map: each room brings its own routes, each frame takes the ones it holds. */
import { layout, route, type RouteConfig } from '@react-router/dev/routes'
import { cartRoutes } from './modules/cart/routes.ts'
import { checkoutRoutes } from './modules/checkout/routes.ts'
import { organizationRoutes } from './modules/organization/routes.ts'
import { insightsRoutes } from './modules/insights/routes.ts'
import { ordersRoutes } from './modules/orders/routes.ts'
import { promotionsRoutes } from './modules/promotions/routes.ts'

export default [
  layout('frames/shop.tsx', [...cartRoutes.shop, ...checkoutRoutes.shop, ...organizationRoutes.account]),
  layout('frames/console.tsx', [
    ...insightsRoutes.console,
    ...ordersRoutes.console,
    ...promotionsRoutes.console,
    ...organizationRoutes.console,
    route('console/palette', 'frames/console-palette.ts'),
    route('console/views', 'frames/console-views.ts'),
  ]),
  ...ordersRoutes.print,
  ...checkoutRoutes.bare,
  ...organizationRoutes.auth,
  route('display', 'frames/display.ts'),
] satisfies RouteConfig
