/** Reads what the engines need of one service around a stretch of time: always the same few queries, whatever there is. */
import { sql } from 'drizzle-orm'
import { named } from '../../platform/database/named.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { candidatePromotions } from '../promotions/promotions.ts'
import { usesOf } from '../promotions/uses.ts'
import { foldCode } from '../promotions/engine.ts'
import { publicHolidays } from '../services/calendar/holidays.ts'
import { zoneClock } from '../services/calendar/zone-clock.ts'
import { type Service, serviceWithCalendars, type TeamMember } from '../services/find.ts'
import type { Inputs, Taken } from './engine/inputs.ts'
import { type PricedVisit, type PriceInputs, pricerOf } from './engine/price.ts'
import { slotIds } from './locks.ts'

export type World = {
  service: Service
  members: TeamMember[]
  /** `taken` grows as visits are placed one after the other. */
  inputs: Inputs & { taken: Taken[] }
  price: PriceOf
  /** By the promotions that may be used without end alone: for the later visits of a series. */
  priceWithoutLimited: PriceOf
}

type PriceOf = (start: number, durationMinutes: number) => PricedVisit

export type Stretch = { from: number; to: number }
export type Pricing = {
  postalCode?: string | null
  promotionCodes?: readonly string[]
  email?: string | null
}

const dayMs = 86_400_000

export async function loadWorld(
  ctx: Inside,
  stretch: Stretch,
  { service, members }: { service: Service; members: TeamMember[] },
  { postalCode = null, promotionCodes = [], email = null }: Pricing = {},
): Promise<World> {
  const around = weeksAround(stretch)
  const codes = promotionCodes.map(foldCode)
  const [taken, busy, promotions, usedByCustomer, holidays] = await Promise.all([
    takenAround(ctx, service, members, around),
    members.length > 0 ? busyAround(ctx, members, around) : [],
    candidatePromotions(ctx, codes, 'bookings'),
    usesOf(ctx, email),
    holidaysAround(ctx, service, around),
  ])
  const clock = zoneClock(service.timeZone, stretch.from, stretch.to)
  const priceBy = (promotions: PriceInputs['promotions']): PriceOf => {
    const price = pricerOf(
      {
        serviceId: service.id,
        currency: ctx.organization.currency,
        price: service.price,
        holidays,
        postalCode,
        promotions,
        codes,
        usedByCustomer,
      },
      clock,
    )
    return (start, durationMinutes) => price(start, durationMinutes, ctx.now.getTime())
  }
  const isLimited = (rule: PriceInputs['promotions'][number]) =>
    rule.usageLimit !== null || rule.usageLimitPerCustomer !== null
  return {
    service,
    members,
    inputs: {
      service,
      members,
      taken: [...taken],
      busy,
      closedDays: service.holidays?.isClosed ? holidays : [],
    },
    price: priceBy(promotions),
    priceWithoutLimited: priceBy(promotions.filter((rule) => !isLimited(rule))),
  }
}

export const loadService = (ctx: Inside, serviceId: string) => serviceWithCalendars(ctx, serviceId)

/** Whole local weeks, wherever they are local, and what the longest buffers reach into. */
const weeksAround = ({ from, to }: Stretch): Stretch => ({ from: from - 10 * dayMs, to: to + 18 * dayMs })

const takenText = `
  with picked as (
    select o.id from occupancies o
    where o.tenant_id = $1 and o.resource_id = any($2::uuid[]) and o.span && tstzrange($4::timestamptz, $5::timestamptz)
    union
    select o.id from visits v join occupancies o on o.tenant_id = v.tenant_id and o.visit_id = v.id
    where v.tenant_id = $1 and v.service_id = $3 and v.starts_at >= $4::timestamptz and v.starts_at < $5::timestamptz
  ), expired as (
    select visit_id, count(*)::int as n from seats
    where tenant_id = $1 and expires_at is not null and expires_at <= $6::timestamptz group by 1
  )
  select o.visit_id as "visitId", v.service_id as "serviceId", o.resource_id as "resourceId",
    (extract(epoch from v.starts_at) * 1000)::float8 as start, (extract(epoch from v.ends_at) * 1000)::float8 as "end",
    (extract(epoch from lower(o.span)) * 1000)::float8 as "from", (extract(epoch from upper(o.span)) * 1000)::float8 as "to",
    v.seats - coalesce(e.n, 0) as seats, v.capacity
  from picked p join occupancies o on o.tenant_id = $1 and o.id = p.id
  join visits v on v.tenant_id = $1 and v.id = o.visit_id
  left join expired e on e.visit_id = v.id
  where v.seats > coalesce(e.n, 0)
  order by o.id`

/** What is taken up, by live holds too; one that expired takes up nothing. */
const takenAround = (ctx: Inside, service: Service, members: readonly TeamMember[], { from, to }: Stretch) =>
  named<Taken>(ctx.db, takenText, [
    ctx.tenantId,
    slotIds(service, members),
    service.id,
    new Date(from).toISOString(),
    new Date(to).toISOString(),
    ctx.now.toISOString(),
  ])

async function busyAround(
  ctx: Inside,
  members: readonly TeamMember[],
  { from, to }: Stretch,
): Promise<Inputs['busy']> {
  const ids = members.map(({ id }) => id)
  const { rows } = await ctx.db.execute<{ memberId: string; from: number; to: number }>(sql`
    select member_id as "memberId", (extract(epoch from lower(span)) * 1000)::float8 as "from",
      (extract(epoch from upper(span)) * 1000)::float8 as "to"
    from busy_times where tenant_id = ${ctx.tenantId} and member_id = any(${sql.param(ids)}::uuid[])
      and span && tstzrange(${new Date(from).toISOString()}::timestamptz, ${new Date(to).toISOString()}::timestamptz)`)
  return rows
}

/** Asked for only by services that close on them or charge for them; those of the house's country unless they say another. */
async function holidaysAround(ctx: Inside, service: Service, { from, to }: Stretch): Promise<string[]> {
  const isPriced = service.price.rules?.some(({ kind }) => kind === 'holiday')
  if (!service.holidays && !isPriced) return []
  const years = { from: new Date(from).getUTCFullYear(), to: new Date(to).getUTCFullYear() }
  return publicHolidays(service.holidays ?? { country: ctx.organization.country }, years)
}
