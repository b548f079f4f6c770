/** Who books the same people, rooms or limited service waits here, in one order, so that limits are counted by one at a time. */
import { sql } from 'drizzle-orm'
import type { Inside } from '../../platform/tenancy/context.ts'
import type { Service, TeamMember } from '../services/find.ts'

type Lockable = Pick<Service, 'id' | 'resources' | 'dailyLimit' | 'dailyMinutesLimit' | 'weeklyLimit'>

/** What a visit of this service may take up. */
export const slotIds = (
  service: Pick<Service, 'id' | 'resources'>,
  members: readonly Pick<TeamMember, 'id'>[],
): string[] => [
  ...(members.length > 0 ? members.map(({ id }) => id) : [service.id]),
  ...service.resources.flat(),
]

/**
 * Takes the locks of a service's slots, and of what else is given, until the commit. Keyed on the resource and never on the day: visits cross
 * midnight. The exclusion constraint would hold without them; they make limits exact and losers wait instead of fail.
 */
export async function lockSlots(
  ctx: Inside,
  service: Lockable,
  members: readonly Pick<TeamMember, 'id'>[],
  more: readonly string[] = [],
): Promise<void> {
  const isLimited = [service.dailyLimit, service.dailyMinutesLimit, service.weeklyLimit].some(
    (limit) => limit !== null,
  )
  await lockIds(ctx, [...slotIds(service, members), ...(isLimited ? [service.id] : []), ...more])
}

/** Sorted, so that {A, B} and {B, A} do not wait for each other. */
export async function lockIds(ctx: Inside, ids: readonly string[]): Promise<void> {
  await ctx.db.execute(sql`
    select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(${ctx.tenantId} || ' slot ' || id, 0) as key
      from unnest(${sql.param([...ids])}::text[]) as t (id) order by 1) k`)
}
