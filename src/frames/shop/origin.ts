/** The address search engines know this shop by: its own domain, else the host it was asked for. */
import type { Context } from '../../platform/tenancy/context.ts'

export function originOf(
  { organization, services }: Pick<Context, 'organization' | 'services'>,
  request: Request,
): string {
  if (organization.domain) return `https://${organization.domain}`
  return `${new URL(services.url).protocol}//${new URL(request.url).host}`
}
