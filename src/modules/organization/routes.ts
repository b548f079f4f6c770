/** The addresses of accounts, of one's own security, and of the people who work here. */
import { relative } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

export const organizationRoutes = {
  auth: [
    route('sign-in', './pages/sign-in.tsx'),
    route('sign-up', './pages/sign-up.tsx'),
    route('sign-out', './pages/sign-out.ts'),
    route('forgot-password', './pages/forgot-password.tsx'),
    route('reset-password', './pages/reset-password.tsx'),
    route('second-factor', './pages/second-factor.tsx'),
    route('verify-email', './pages/verify-email.tsx'),
    route('invitation', './pages/invitation.tsx'),
  ],
  account: [
    route('account/profile', './pages/profile.tsx'),
    route('account/security', './pages/security.tsx'),
    route('account/security/second-factor', './pages/second-factor-setup.tsx'),
  ],
  console: [
    route('console/members', './pages/members.tsx'),
    route('console/members/invitations', './pages/invitations.tsx'),
    route('console/members/invite', './pages/invite.tsx'),
    route('console/members/permissions', './pages/permissions.tsx'),
    route('console/members/:id', './pages/member.tsx'),
    route('console/api-keys', './pages/api-keys.tsx'),
  ],
}
