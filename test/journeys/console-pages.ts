/**
 * Every page of the back office with who may open it. Each inner list is met by any of its permissions, and all lists
 * must be met; none at all: whoever works here. A page that is missing here fails the tests that walk them.
 */
import type { RouteConfigEntry } from '@react-router/dev/routes'
import type { Permission } from '../../src/platform/access/roles.ts'

type Needs = readonly (readonly Permission[])[]

const orders: Needs = [['orders.readAll']]
const parts: Needs = [['orders.fulfil', 'orders.readAll']]
const products: Needs = [['products.write', 'products.writeAny']]
const mails: Needs = [['mails.read']]

export const needs: Readonly<Record<string, Needs>> = {
  console: [],
  'console/*': [],
  'console/palette': [],
  'console/api-keys': [],
  'console/orders': orders,
  'console/orders/:id': orders,
  'console/orders/:id/cancellation': [...orders, ['orders.manage']],
  'console/orders/:id/payment': [...orders, ['payments.record']],
  'console/orders/:id/refund': [...orders, ['payments.refund']],
  'console/orders/:id/return': [...orders, ['returns.manage']],
  'console/parts': parts,
  'console/parts/all': parts,
  'console/parts/:id': parts,
  'console/parts/:id/shipment': [['orders.fulfil']],
  'console/parts/:id/slip': parts,
  'console/returns': [['returns.manage']],
  'console/products': products,
  'console/products/new': products,
  'console/products/prices': products,
  'console/products/:id': products,
  'console/categories': [['categories.manage']],
  'console/import': [['imports.run']],
  'console/reviews': [['reviews.moderate', 'producers.profile']],
  'console/reviews/refusal': [['reviews.moderate']],
  'console/reviews/:id': [['reviews.moderate', 'producers.profile']],
  'console/producers': [['producers.manage']],
  'console/applications': [['producers.manage']],
  'console/applications/:id': [['producers.manage']],
  'console/profile': [['producers.profile']],
  'console/customers': [['customers.read']],
  'console/customers/new': [['customers.manage']],
  'console/promotions': [['promotions.manage']],
  'console/promotions/new': [['promotions.manage']],
  'console/promotions/:id': [['promotions.manage']],
  'console/statements': [['statements.read', 'payouts.manage']],
  'console/statements/new': [['payouts.manage']],
  'console/statements/:id': [['statements.read', 'payouts.manage']],
  'console/payouts': [['payouts.manage']],
  'console/payouts/new': [['payouts.manage']],
  'console/payouts/:id': [['payouts.manage']],
  'console/taxes': [['taxes.manage']],
  'console/settings/:section?': [['organization.manage']],
  'console/shipping': [['shipping.manage']],
  'console/shipping/new': [['shipping.manage']],
  'console/shipping/:id': [['shipping.manage']],
  'console/members': [['members.manage']],
  'console/members/invitations': [['members.manage']],
  'console/members/invite': [['members.manage']],
  'console/members/permissions': [['members.manage']],
  'console/members/:id': [['members.manage']],
  'console/audit': [['audit.read']],
  'console/audit/:id': [['audit.read']],
  'console/jobs': [['jobs.manage']],
  'console/mails': mails,
  'console/mails/:id': mails,
  'console/mails/wordings': [['mails.read', 'organization.manage']],
  'console/mails/wordings/:template': [['mails.read', 'organization.manage']],
  'console/health': [['health.read']],
}

/** What the longest known beginning of a page's path asks for; undefined for a page nobody thought of. */
export const needsOf = (path: string): Needs | undefined => {
  const parts = path.split('/')
  for (let length = parts.length; length > 1; length--) {
    const known = needs[parts.slice(0, length).join('/')]
    if (known) return known
  }
  return needs[path]
}

/** They only take forms, and lead elsewhere when they are read. */
const unread = new Set(['console/views', 'console/products/:id/pictures'])

/** The paths of the page map that belong to the console and are read, in its order. */
export function consolePaths(entries: readonly RouteConfigEntry[]): string[] {
  const paths = entries.flatMap(({ path, children }) => [
    ...(path ? [path] : []),
    ...consolePaths(children ?? []),
  ])
  return paths.filter((path) => /^console\b/.test(path) && !unread.has(path))
}

const listOf: Readonly<Record<string, string>> = {
  orders: '/orders?view=all',
  parts: '/order-parts',
  reviews: '/reviews?scope=managed',
  products: '/products?scope=managed',
  producers: '/producers?scope=managed',
  applications: '/producer-applications',
  customers: '/customers',
  promotions: '/promotions',
  statements: '/statements',
  payouts: '/payouts',
  shipping: '/shipping-methods',
  members: '/members',
  audit: '/audit',
  mails: '/mails',
}

/** The page's address, with a record of the demo in its parameters' place. */
export async function addressOf(path: string, api: (path: string) => Promise<Response>): Promise<string> {
  const address = `/${path}`.replace(':template', 'order.confirmation').replace(':section?', 'general')
  if (!address.includes(':')) return address.replace('*', 'nowhere')
  const list = listOf[path.split('/')[1]!]
  const reply = list ? await api(`/api/v1${list}`) : null
  const found = reply?.ok ? ((await reply.json()) as { data: { id: string }[] }).data[0]?.id : undefined
  return address.replaceAll(/:\w+\??/g, found ?? crypto.randomUUID())
}
