/** The first page of the console. */
import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const insightsRoutes = { console: [route('console', './pages/dashboard.tsx')] }
