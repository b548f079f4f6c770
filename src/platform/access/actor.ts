/** Who acts: a person, a key, a guest or the house itself, and what they may do. */
import { type Permission, permissionsOf, type Role } from './roles.ts'

export type Actor = {
  kind: 'user' | 'key' | 'guest' | 'system'
  /** The user, also behind an API key; null for guests and the system. */
  userId: string | null
  name: string
  email: string | null
  roles: readonly Role[]
  permissions: ReadonlySet<Permission>
  /** The producers this person acts for. */
  producerIds: readonly string[]
  sessionId: string | null
  /** An API key that may only read. */
  isReadOnly?: boolean
}

const nobody: ReadonlySet<Permission> = new Set()

export const guest: Actor = {
  kind: 'guest',
  userId: null,
  name: 'Guest',
  email: null,
  roles: [],
  permissions: nobody,
  producerIds: [],
  sessionId: null,
}

/** The house itself: jobs, imports and the command line act as it. It may do everything and is named in the audit. */
export const system = (name: string): Actor => ({
  ...guest,
  kind: 'system',
  name,
  roles: ['owner'],
  permissions: permissionsOf(['owner']),
})

export const may = (actor: Actor, permission: Permission): boolean => actor.permissions.has(permission)

/** The names an event may be addressed to; a person hears an event when one of theirs is among them. */
export function audiencesOf(actor: Actor): string[] {
  return [
    'public',
    ...(actor.userId ? [`user:${actor.userId}`] : []),
    ...actor.producerIds.map((id) => `producer:${id}`),
    ...[...actor.permissions].map((permission) => `may:${permission}`),
  ]
}
