/** Auth by better-auth: passwords, verification, reset, second factor, passkeys. What a person may do is decided elsewhere. */
import { createHash } from 'node:crypto'
import { drizzleAdapter } from '@better-auth/drizzle-adapter/relations-v2'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import { drizzle } from 'drizzle-orm/node-postgres'
import { newId } from '../database/columns.ts'
import type { Services } from '../tenancy/context.ts'
import { cookiePrefix, isHttps } from './cookies.ts'
import { type AccountMail, addressHeader, type Auth } from './handle-auth.ts'
import * as schema from './schema.ts'

export function accountStore(services: Services) {
  return drizzleAdapter(drizzle({ client: services.database.app, relations: schema.authRelations }), {
    provider: 'pg',
    schema,
    transaction: true,
  })
}

/**
 * The accounts as one origin serves them: passkeys are bound to it. `post` is called inside better-auth's
 * transaction, so it must only take note of the mail.
 */
export function accountsAt(
  origin: string,
  services: Services,
  store: ReturnType<typeof accountStore>,
  post: (mail: AccountMail) => void,
): Auth {
  return betterAuth({
    appName: 'Stoa',
    baseURL: origin,
    basePath: '/api/auth',
    secret: services.secrets[0]!,
    secrets: services.secrets.map((value) => ({ version: versionOf(value), value })),
    database: store,
    advanced: {
      cookiePrefix: cookiePrefix(origin),
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isHttps(origin), sameSite: 'lax', httpOnly: true, path: '/' },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    trustedOrigins: [origin],
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    emailAndPassword: {
      enabled: true,
      // The rules are in password-rules.ts; these only must not be stricter.
      minPasswordLength: 8,
      maxPasswordLength: 1000,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => post({ kind: 'reset', user, token }),
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: 60 * 60 * 24,
      sendVerificationEmail: async ({ user, token }) => post({ kind: 'verify', user, token }),
    },
    rateLimit: { enabled: false },
    plugins: [
      twoFactor({ issuer: 'Stoa' }),
      passkey({
        rpName: 'Stoa',
        rpID: new URL(origin).hostname,
        origin,
        advanced: { webAuthnChallengeCookie: 'passkey_challenge' },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: async ({ verification }) =>
            requireVerifiedUser(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: async ({ verification }) =>
            requireVerifiedUser(verification.authenticationInfo.userVerified),
        },
      }),
    ],
    logger: {
      level: 'error',
      log: (_level, message, ...details) => services.log.error({ details }, `accounts: ${message}`),
    },
    telemetry: { enabled: false },
  })
}

/** A passkey stands for both factors, so the device must have asked for a finger, a face or its PIN. */
function requireVerifiedUser(isVerified: boolean | undefined): void {
  if (isVerified) return
  throw new APIError('UNAUTHORIZED', {
    code: 'USER_VERIFICATION_REQUIRED',
    message: 'The passkey must be unlocked by a fingerprint, a face or a PIN.',
  })
}

// What is encrypted names the version of its secret, so a secret must keep its number wherever it stands in the list.
const versionOf = (secret: string): number => createHash('sha256').update(secret).digest().readUInt32BE()
