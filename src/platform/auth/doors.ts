/** The accounts' own addresses below /api/auth: what each takes, and how often one may knock. Nothing else is open. */
import { z } from 'zod'
import { Email, Id, text } from '../values/shapes.ts'

type Body = Record<string, unknown>

export type Door = {
  body?: z.ZodType<Body>
  query?: z.ZodType<Body>
  /** `guess`: wrong attempts are counted. `every`: each costs a mail or an account. */
  limit?: { kind: 'guess' | 'every'; name: string }
  /** The field that holds a new password, which must be a good one. */
  newPassword?: 'password' | 'newPassword'
}

const password = z.string().min(1).max(1000)
const code = z.string().min(1).max(64)
const passwordAgain = z.strictObject({ password })
const secondFactor = z.strictObject({ code, trustDevice: z.boolean().optional() })
const guessing = (name: string) => ({ kind: 'guess', name }) as const
const mailing = (name: string) => ({ kind: 'every', name }) as const
/** What a browser's `navigator.credentials` answered, as JSON (WebAuthn Level 3, 5.1.8). */
const credential = z.looseObject({
  id: z.string().min(1).max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
})

export const doors: Record<string, Door> = {
  'POST /sign-up/email': {
    body: z.strictObject({
      name: text(120),
      email: Email,
      password,
      rememberMe: z.boolean().optional(),
      /** The token of an invitation. Roles come from it and from nowhere else. */
      invitation: z.string().min(1).max(200).optional(),
    }),
    limit: mailing('sign-up'),
    newPassword: 'password',
  },
  'POST /sign-in/email': {
    body: z.strictObject({ email: Email, password, rememberMe: z.boolean().optional() }),
    limit: guessing('sign-in'),
  },
  'POST /sign-out': { body: z.strictObject({}) },
  'GET /get-session': {},
  'POST /request-password-reset': { body: z.strictObject({ email: Email }), limit: mailing('reset') },
  'POST /reset-password': {
    body: z.strictObject({ token: z.string().min(1).max(200), newPassword: password }),
    limit: guessing('reset-password'),
    newPassword: 'newPassword',
  },
  'POST /send-verification-email': { body: z.strictObject({ email: Email }), limit: mailing('verification') },
  'GET /verify-email': { query: z.strictObject({ token: z.string().min(1).max(4000) }) },
  'POST /change-password': {
    body: z.strictObject({ currentPassword: password, newPassword: password }),
    limit: guessing('password'),
    newPassword: 'newPassword',
  },
  'POST /two-factor/enable': { body: passwordAgain, limit: guessing('password') },
  'POST /two-factor/disable': { body: passwordAgain, limit: guessing('password') },
  'POST /two-factor/generate-backup-codes': { body: passwordAgain, limit: guessing('password') },
  'POST /two-factor/verify-totp': { body: secondFactor, limit: guessing('two-factor') },
  'POST /two-factor/verify-backup-code': { body: secondFactor, limit: guessing('two-factor') },
  'GET /passkey/generate-register-options': {},
  'POST /passkey/verify-registration': {
    body: z.strictObject({ response: credential, name: text(80).optional() }),
  },
  'GET /passkey/generate-authenticate-options': {},
  'POST /passkey/verify-authentication': {
    body: z.strictObject({ response: credential }),
    limit: guessing('passkey'),
  },
  'GET /passkey/list-user-passkeys': {},
  'POST /passkey/update-passkey': { body: z.strictObject({ id: Id, name: text(80) }) },
  'POST /passkey/delete-passkey': { body: z.strictObject({ id: Id }) },
}
