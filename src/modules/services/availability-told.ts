/** What everybody looking at a service is told when its free times change: that they did, and around when. No names. */
import type { Told } from '../../platform/tenancy/change.ts'

/** Under the topic `availability:<serviceId>`; without a stretch all of it may have changed. */
export const availabilityTold = (serviceId: string, stretch?: { from: Date; to: Date }): Told => ({
  name: 'availability.changed',
  entity: 'availability',
  entityId: serviceId,
  audience: ['public'],
  data: stretch ? { from: stretch.from.toISOString(), to: stretch.to.toISOString() } : {},
})
