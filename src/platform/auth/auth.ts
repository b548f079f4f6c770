/** Accounts by better-auth: passwords, verification, reset, second factor, passkeys. What a person may do is decided elsewhere. */
import { drizzleAdapter } from '@better-auth/drizzle-adapter/relations-v2'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { bearer, twoFactor } from 'better-auth/plugins'
import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { newId } from '../database/columns.ts'
import * as schema from './schema.ts'

export const sessionCookie = 'stoa.session_token'
/** Overwritten by the server itself from the socket, so that nobody chooses the address they are counted under. */
export const addressHeader = 'x-stoa-address'

export type AccountMail = {
  kind: 'verify' | 'reset' | 'changeEmail'
  email: string
  name: string
  url: string
  request: Request | undefined
}

export type AuthOptions = {
  pool: pg.Pool
  url: string
  /** Newest first. */
  secrets: readonly string[]
  hasLimits: boolean
  trustedOrigins: (request: Request | undefined) => string[]
  sendMail: (mail: AccountMail) => Promise<void>
  refusePassword: (password: string) => Promise<void>
}

export function createAuth(options: AuthOptions) {
  return betterAuth({
    appName: 'Stoa',
    baseURL: options.url,
    basePath: '/api/auth',
    secret: options.secrets[0]!,
    database: drizzleAdapter(drizzle({ client: options.pool, relations: schema.authRelations }), {
      provider: 'pg',
      schema,
      transaction: true,
    }),
    advanced: {
      cookiePrefix: 'stoa',
      useSecureCookies: options.url.startsWith('https:'),
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    trustedOrigins: async (request) => options.trustedOrigins(request),
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, url }, request) =>
        options.sendMail({ kind: 'reset', email: user.email, name: user.name, url, request }),
    },
    emailVerification: {
      sendOnSignUp: true,
      autoSignInAfterVerification: true,
      sendVerificationEmail: async ({ user, url }, request) =>
        options.sendMail({ kind: 'verify', email: user.email, name: user.name, url, request }),
    },
    rateLimit: {
      enabled: options.hasLimits,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/sign-up/email': { window: 3600, max: 20 },
        '/request-password-reset': { window: 3600, max: 10 },
        '/two-factor/*': { window: 60, max: 10 },
      },
    },
    plugins: [twoFactor({ issuer: 'Stoa' }), bearer(), passkey({ rpName: 'Stoa' })],
    telemetry: { enabled: false },
  })
}

export type Auth = ReturnType<typeof createAuth>
