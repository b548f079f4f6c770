/** The page map: each module brings its own routes, each layout takes the ones it frames. */
import { index, layout, type RouteConfig } from '@react-router/dev/routes'

export default [layout('ui/layouts/bare.tsx', [index('ui/layouts/bare-home.tsx')])] satisfies RouteConfig
