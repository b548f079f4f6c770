/** The permissions by what they are about; whatever is named in no group belongs to the house itself. */
import type { Permission } from '../../../platform/access/roles.ts'

const subjects: Readonly<Record<string, readonly string[]>> = {
  goods: ['products', 'categories', 'stock', 'imports', 'reviews'],
  orders: ['orders', 'payments', 'returns', 'shipping'],
  bookings: ['services', 'bookings', 'team', 'requests'],
  people: ['customers', 'producers', 'promotions'],
  money: ['statements', 'payouts', 'taxes', 'invoices', 'books', 'insights'],
}

type PermissionGroup = { name: string; permissions: Permission[] }

export function groupPermissions(permissions: readonly Permission[]): PermissionGroup[] {
  const groupOf = (permission: Permission): string => {
    const subject = permission.slice(0, permission.indexOf('.'))
    return Object.keys(subjects).find((name) => subjects[name]!.includes(subject)) ?? 'house'
  }
  return [...Object.keys(subjects), 'house']
    .map((name) => ({ name, permissions: permissions.filter((permission) => groupOf(permission) === name) }))
    .filter((group) => group.permissions.length > 0)
}
