/** The address of an organisation's site: what links in mails lead to. Never simply what a request claims to be sent to. */
import { isIP } from 'node:net'
import type { Organization, Services } from '../tenancy/context.ts'

type Query = (text: string) => Promise<{ rows: { id?: unknown }[] }>

/** The origin a request was sent to when it is one of the organisation's own, else the organisation's site. */
export async function originOf(
  services: Services,
  organization: Organization,
  request: Request,
): Promise<string> {
  const asked = new URL(request.url)
  const main = new URL(services.url)
  // A made-up Host would lead the reader of a reset mail, and the token with it, to a stranger's site.
  if (isLoopback(asked.hostname)) return `${main.protocol}//${asked.host}`
  const own = [main.hostname, `${organization.slug}.${main.hostname}`, organization.domain]
  if (own.includes(asked.hostname) && asked.port === main.port) return `${main.protocol}//${asked.host}`
  return siteOf(services, organization)
}

/** Where people find this organisation, without a trailing slash. Within a transaction, `query` must be its own. */
export async function siteOf(
  services: Pick<Services, 'url' | 'database'>,
  organization: Organization,
  query: Query = (text) => services.database.app.query(text),
): Promise<string> {
  const main = new URL(services.url)
  if (organization.domain) return `${main.protocol}//${organization.domain}`
  const port = main.port ? `:${main.port}` : ''
  if (isLoopback(main.hostname)) return `${main.protocol}//${organization.slug}.localhost${port}`
  if (isIP(main.hostname) || (await isFirst(query, organization))) return services.url
  return `${main.protocol}//${organization.slug}.${main.hostname}${port}`
}

/** The first organisation answers at the plain address too, which needs no further entry in the DNS. */
async function isFirst(query: Query, organization: Organization): Promise<boolean> {
  const { rows } = await query('select id from organizations order by created_at, id limit 1')
  return rows[0]?.id === organization.id
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '[::1]'
