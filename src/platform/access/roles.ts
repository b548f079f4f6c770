/** Roles and permissions as data: the one table that the API, the pages and the tests read. */

export const permissions = [
  'organization.manage',
  'members.manage',
  'apiKeys.manage',
  'audit.read',
  'jobs.manage',
  'mails.read',
  'health.read',
  'insights.read',
  'products.write',
  'products.writeAny',
  'categories.manage',
  'producers.manage',
  'producers.profile',
  'stock.adjust',
  'imports.run',
  'orders.fulfil',
  'orders.readAll',
  'orders.manage',
  'payments.record',
  'payments.refund',
  'returns.manage',
  'customers.read',
  'customers.manage',
  'promotions.manage',
  'shipping.manage',
  'taxes.manage',
  'reviews.moderate',
  'statements.read',
  'payouts.manage',
  'services.manage',
  'team.manage',
  'bookings.read',
  'bookings.manage',
  'invoices.read',
  'invoices.manage',
  'books.read',
  'books.manage',
] as const
export type Permission = (typeof permissions)[number]

const producer = [
  'products.write',
  'producers.profile',
  'stock.adjust',
  'imports.run',
  'orders.fulfil',
  'statements.read',
] as const
const reader = ['orders.readAll', 'customers.read', 'insights.read', 'bookings.read'] as const
const member = [...reader, 'bookings.manage'] as const
const lead = [
  ...member,
  'team.manage',
  'orders.manage',
  'orders.fulfil',
  'customers.manage',
  'returns.manage',
  'reviews.moderate',
  'stock.adjust',
] as const
const accountant = [
  ...reader,
  'payments.record',
  'payments.refund',
  'taxes.manage',
  'statements.read',
  'payouts.manage',
  'customers.manage',
  'invoices.read',
  'invoices.manage',
  'books.read',
  'books.manage',
  'audit.read',
] as const
const admin = permissions

/** What each role may do. `customer` and `seller` act only on what is theirs, which needs no permission. */
export const rolePermissions = {
  customer: [],
  seller: [],
  producer,
  member,
  lead,
  accountant,
  admin,
  owner: admin,
} as const satisfies Record<string, readonly Permission[]>

export type Role = keyof typeof rolePermissions
export const roles = Object.keys(rolePermissions) as Role[]

/** The roles that only an owner may give or take. */
export const ownerOnlyRoles: readonly Role[] = ['owner']

export function permissionsOf(held: readonly Role[]): Set<Permission> {
  return new Set(held.flatMap((role) => [...(rolePermissions[role] ?? [])]))
}
