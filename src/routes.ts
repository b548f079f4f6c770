/** The page map: each room brings its own routes, each frame takes the ones it holds. */
import { layout, route, type RouteConfig } from '@react-router/dev/routes'

export default [
  layout('frames/shop.tsx', []),
  layout('frames/console.tsx', []),
  route('display', 'frames/display.ts'),
] satisfies RouteConfig
