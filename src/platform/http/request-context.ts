/** Makes the context of one request: organisation, actor, language, now. The only place that asks the clock and the cookies. */
import { newId } from '../database/columns.ts'
import { credentialOf } from '../auth/credential.ts'
import { identify } from '../auth/identify.ts'
import type { Context, Services } from '../tenancy/context.ts'
import { organizationOf } from '../tenancy/directory.ts'
import { localeCodes, type Locale } from '../values/shapes.ts'
import { forbidden, malformed } from './app-error.ts'

export const localeCookie = 'stoa.locale'

export async function requestContext(
  services: Services,
  request: Request,
  address: string | null,
  requestId = newId(),
): Promise<Context> {
  const organization = await organizationOf(services, request)
  const credential = credentialOf(request.headers, services)
  const { actor, locale } = await identify(services, organization.id, credential)
  // A bearer token is sent on purpose; a cookie is sent by any page, so its writes must come from ours.
  if (credential?.kind === 'session' && credential.viaCookie && isWrite(request.method))
    requireSameOrigin(request)
  return {
    tenantId: organization.id,
    organization,
    actor,
    locale: localeOf(request, locale, organization.defaultLocale),
    timeZone: organization.timeZone,
    now: nowOf(services, request),
    requestId,
    address,
    services,
  }
}

export const isWrite = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method)

/** Refuses a write whose Origin is not the host it was sent to. */
export function requireSameOrigin(request: Request): void {
  const origin = request.headers.get('origin')
  if (origin && hostOf(origin) === new URL(request.url).host) return
  throw forbidden('This must come from a page of this site.', { code: 'cross_origin' })
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

/** The reader's choice (cookie), the request's wish (Accept-Language), the member's setting, the house's own. */
function localeOf(request: Request, preferred: string | null, fallback: string): Locale {
  const chosen = new RegExp(`(?:^|;\\s*)${localeCookie}=(\\w+)`).exec(
    request.headers.get('cookie') ?? '',
  )?.[1]
  const wished = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map((part) => part.trim().split(';')[0]!.slice(0, 2).toLowerCase())
  const known = [chosen, ...wished, preferred, fallback].find((code) => localeCodes.includes(code as Locale))
  return (known as Locale | undefined) ?? 'el'
}

function nowOf(services: Services, request: Request): Date {
  const given = services.env.STOA_CLOCK === 'header' ? request.headers.get('stoa-now') : null
  if (!given) return new Date()
  const now = new Date(given)
  if (Number.isNaN(now.getTime())) throw malformed('Stoa-Now is not an instant.')
  return now
}
