/**
 * Brings up the demo world: what a visitor needs before the first answer, and behind it a month of trade. Little is
 * loaded here, so that a start that finds everything in place pays for none of it.
 */
import { alone } from '../../platform/database/alone.ts'
import { isDone } from '../../platform/jobs/once.ts'
import type { Services } from '../../platform/tenancy/context.ts'
import { bySlug } from '../../platform/tenancy/directory.ts'
import { contextOf, portalDone, tradeDone } from './seed/context.ts'

/** A demo that was cut off goes on for so long; later its past is left as it is. */
const days = 7
/** Instances that start together on a new database make one demo, not one each. */
const lockKey = 731_002_028

/** Makes what is missing; answers the rest of the work, which may go on while the server already answers. */
export async function seedDemo(services: Services, blueprint: string): Promise<() => Promise<void>> {
  const isThere = async () => (await bySlug(services, 'demo')) && (await bySlug(services, 'other'))
  if (!(await isThere())) {
    const { seedEssentials } = await import('./seed/essentials.ts')
    await alone(services.database, lockKey, true, async () => {
      if (!(await isThere())) await seedEssentials(services, blueprint)
    })
  }
  const demo = contextOf(services, (await bySlug(services, 'demo'))!)
  return async () => {
    if (demo.now.getTime() - demo.organization.createdAt.getTime() > days * 86_400_000) return
    const hasPortal = blueprint === 'portal' || blueprint === 'everything'
    const isPortalDone = !hasPortal || (await isDone(demo, portalDone))
    const isTradeDone = await isDone(demo, tradeDone)
    if (isTradeDone && isPortalDone) return
    await alone(services.database, lockKey, false, async () => {
      if (!isTradeDone) await (await import('./seed/trade.ts')).seedTrade(demo)
      if (!isPortalDone) await (await import('../portal/seed.ts')).seedPortal(demo)
    })
  }
}
