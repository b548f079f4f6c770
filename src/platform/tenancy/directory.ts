/** Finds the organisation a request is for: by host, by custom domain, by header, else the first one. */
import { drizzle } from 'drizzle-orm/node-postgres'
import { asc, eq, or } from 'drizzle-orm'
import { notFound } from '../http/app-error.ts'
import type { Organization, Services } from './context.ts'
import { organizations } from './organizations.ts'

const rememberedMs = 2_000
type Remembered = { organization: Organization | null; until: number }
// The built pages hold a copy of this file: both must forget together.
const key = Symbol.for('stoa.organizations')
const shared = globalThis as unknown as Record<symbol, WeakMap<Services['database'], Map<string, Remembered>>>
const memories = (shared[key] ??= new WeakMap())

export async function organizationOf(services: Services, request: Request): Promise<Organization> {
  const host = new URL(request.url).hostname
  const slug = slugOf(host) ?? request.headers.get('stoa-organization')
  const found = await remembered(services, slug ? `slug:${slug}` : `host:${host}`, () =>
    slug ? bySlug(services, slug) : byDomainOrFirst(services, host),
  )
  if (!found) throw notFound('organisation')
  return found
}

/** `demo.localhost` names the organisation `demo`; a plain host names none. */
function slugOf(host: string): string | null {
  const match = /^([a-z0-9-]+)\.localhost$/.exec(host)
  return match ? match[1]! : null
}

export async function bySlug(
  services: Pick<Services, 'database'>,
  slug: string,
): Promise<Organization | null> {
  const db = drizzle({ client: services.database.app })
  const [row] = await db.select().from(organizations).where(eq(organizations.slug, slug))
  return row ?? null
}

export async function byId(services: Pick<Services, 'database'>, id: string): Promise<Organization | null> {
  const db = drizzle({ client: services.database.app })
  const [row] = await db.select().from(organizations).where(eq(organizations.id, id))
  return row ?? null
}

async function byDomainOrFirst(services: Services, host: string): Promise<Organization | null> {
  const db = drizzle({ client: services.database.app })
  const firstLabel = host.split('.')[0]!
  const [named] = await db
    .select()
    .from(organizations)
    .where(or(eq(organizations.domain, host), eq(organizations.slug, firstLabel)))
    .limit(1)
  if (named) return named
  const [first] = await db
    .select()
    .from(organizations)
    .orderBy(asc(organizations.createdAt), asc(organizations.id))
    .limit(1)
  return first ?? null
}

async function remembered(
  services: Services,
  key: string,
  find: () => Promise<Organization | null>,
): Promise<Organization | null> {
  let memory = memories.get(services.database)
  if (!memory) memories.set(services.database, (memory = new Map()))
  const known = memory.get(key)
  if (known && known.until > Date.now()) return known.organization
  const organization = await find()
  // Names that lead nowhere are made up by strangers: remembering each would let them fill the memory.
  if (organization) memory.set(key, { organization, until: Date.now() + rememberedMs })
  return organization
}

/** After the organisation's own settings changed, this instance sees it at once, the others within two seconds. */
export function forgetOrganizations(services: Services): void {
  memories.delete(services.database)
}
