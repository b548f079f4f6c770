/** Who may do what to whom in an organisation; pure, so that the button and the server agree. */
import { type Actor, may } from '../../platform/access/actor.ts'
import type { Member } from '../../platform/access/membership.ts'
import { ownerOnlyRoles, type Role, rolePermissions } from '../../platform/access/roles.ts'

type Held = Pick<Member, 'roles'>

const isOwner = (actor: Actor): boolean => actor.roles.includes('owner') && actor.kind !== 'key'

/** Nobody gives or takes a role that may more than they may themselves; ownership is the owners' alone. */
export const mayGive = (actor: Actor, role: Role): boolean =>
  ownerOnlyRoles.includes(role)
    ? isOwner(actor)
    : rolePermissions[role].every((permission) => may(actor, permission))

export const mayChange = (actor: Actor, member: Held): boolean =>
  may(actor, 'members.manage') && (!member.roles.includes('owner') || isOwner(actor))

/** Keys beget no keys: a leaked one must end when it is revoked. */
export const mayMakeKeys = (actor: Actor): boolean => actor.kind === 'user' && actor.roles.length > 0

export const maySeeAllKeys = (actor: Actor): boolean => may(actor, 'apiKeys.manage')

/** What belongs to the person alone is not for a key that acts in their name. */
export const isPerson = (actor: Actor): boolean => actor.kind === 'user'
