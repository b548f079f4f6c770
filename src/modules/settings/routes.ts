/** Where the house sets itself up. */
import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const settingsRoutes = { console: [route('console/settings/:section?', './pages/settings.tsx')] }
