/**
 * Brings up the demo world: what a visitor needs before the first answer, and behind it a month of trade. Little is
 * loaded here, so that a start that finds everything in place pays for none of it.
 */
import { alone } from '../../platform/database/alone.ts'
import { isDone } from '../../platform/jobs/once.ts'
import type { Services } from '../../platform/tenancy/context.ts'
import { bySlug } from '../../platform/tenancy/directory.ts'
import { contextOf, tradeDone } from './seed/context.ts'

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
    if (await isDone(demo, tradeDone)) return
    const { seedTrade } = await import('./seed/trade.ts')
    await alone(services.database, lockKey, false, async () => {
      await seedTrade(demo)
      if (blueprint !== 'portal' && blueprint !== 'everything') return
      const { seedPortal } = await import('../portal/seed.ts')
      await seedPortal(demo)
    })
  }
}
