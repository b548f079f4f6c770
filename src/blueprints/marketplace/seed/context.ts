/** The house itself at work in one of the demo's organisations. */
import { system } from '../../../platform/access/actor.ts'
import { newId } from '../../../platform/database/columns.ts'
import type { Context, Organization, Services } from '../../../platform/tenancy/context.ts'

/** The last that the month of trade takes note of. */
export const tradeDone = 'demo payouts'
/** The same of the service company's bookings. */
export const portalDone = 'demo portal whole'

export function contextOf(services: Services, organization: Organization): Context {
  return {
    tenantId: organization.id,
    organization,
    actor: system('demo'),
    locale: 'el',
    timeZone: organization.timeZone,
    now: new Date(),
    requestId: newId(),
    address: null,
    services,
  }
}
