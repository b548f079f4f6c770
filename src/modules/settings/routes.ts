/** Where the house sets itself up. */
import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const settingsRoutes = {
  console: [
    route('console/settings/:section?', './pages/settings.tsx'),
    route('console/audit', './pages/operations/audit.tsx'),
    route('console/audit/:id', './pages/operations/audit-entry.tsx'),
    route('console/health', './pages/operations/health.tsx'),
    route('console/jobs', './pages/operations/jobs.tsx'),
    route('console/mails', './pages/operations/mails.tsx'),
    route('console/mails/wordings', './pages/operations/wordings.tsx'),
    route('console/mails/wordings/:template', './pages/operations/wording.tsx'),
    route('console/mails/:id', './pages/operations/mail.tsx'),
  ],
}
