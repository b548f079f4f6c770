/** The matrix of roles and permissions, as the code itself reads it, and what the asker may. */
import { permissions, rolePermissions, roles } from '../../platform/access/roles.ts'
import type { Context } from '../../platform/tenancy/context.ts'

export const permissionMatrix = (ctx: Context) => ({
  permissions: [...permissions],
  roles: roles.map((role) => ({ role, permissions: [...rolePermissions[role]] })),
  mine: permissions.filter((permission) => ctx.actor.permissions.has(permission)),
})
