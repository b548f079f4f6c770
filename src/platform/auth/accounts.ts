/** Accounts over this server's services: one place decides how mails leave, which passwords pass and who may sign up. */
import type { Services } from '../tenancy/context.ts'
import { type Auth, createAuth } from './auth.ts'

export function createAuthFor(services: Services): Auth {
  return createAuth({
    pool: services.database.app,
    url: services.url,
    secrets: services.secrets,
    hasLimits: services.env.limits,
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    sendMail: async () => {},
    refusePassword: async () => {},
  })
}
