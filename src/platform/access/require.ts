/** Refuses who may not, for verbs that pages call as well as the API. */
import { forbidden, unauthorized } from '../http/app-error.ts'
import type { Context } from '../tenancy/context.ts'
import { may } from './actor.ts'
import type { Permission } from './roles.ts'

/** Any of these permissions will do. Throws 401 for guests, 403 for others. */
export function requirePermission({ actor }: Context, ...needs: Permission[]): void {
  if (needs.some((permission) => may(actor, permission))) return
  if (actor.kind === 'guest') throw unauthorized('Sign in first.')
  throw forbidden('Your role does not allow this.', { details: { needs } })
}
