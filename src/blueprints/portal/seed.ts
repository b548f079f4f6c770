/**
 * The demo's service company: team, services, and four weeks of bookings around today in every state, all made by the
 * verbs that people use. Each part takes note of itself, so that it goes on where it was cut, and twice is once.
 */
import { sql } from 'drizzle-orm'
import { cancelBooking } from '../../modules/booking/cancel.ts'
import { createBooking } from '../../modules/booking/create.ts'
import { completeBooking, confirmBooking, missBooking, rejectBooking } from '../../modules/booking/status.ts'
import { zoneClock } from '../../modules/services/calendar/zone-clock.ts'
import { createResource } from '../../modules/services/resources.ts'
import { createService } from '../../modules/services/services.ts'
import { createTeamMember } from '../../modules/services/team.ts'
import { guest } from '../../platform/access/actor.ts'
import { isAppError } from '../../platform/http/app-error.ts'
import { once } from '../../platform/jobs/once.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { portalDone } from '../marketplace/seed/context.ts'
import { demoClients } from './demo/customers.ts'
import { type DemoService, demoServices } from './demo/services.ts'
import { demoResources, demoTeam } from './demo/team.ts'

const day = 86_400_000
type Account = { userId: string; name: string; email: string }

export async function seedPortal(ctx: Context): Promise<void> {
  const accounts = await accountsOf(ctx)
  await once(ctx, 'demo portal', (ctx) => seedHouse(ctx, accounts))
  const services = await servicesByName(ctx)
  for (const plan of visitsAround(ctx)) {
    const key = `demo booking ${plan.key}`
    await once(ctx, key, (ctx) => book(ctx, services, accounts, plan)).catch((error: unknown) => {
      // The time is somebody else's already, or nobody works then: then it was never booked.
      if (!isAppError(error) || error.kind !== 'conflict') throw error
      return once(ctx, key, async () => {})
    })
  }
  await once(ctx, portalDone, async () => {})
}

async function accountsOf(ctx: Context): Promise<Map<string, Account>> {
  const { rows } = await read(ctx, ({ db, tenantId }) =>
    db.execute<Account>(
      sql`select user_id as "userId", name, email from members where tenant_id = ${tenantId}`,
    ),
  )
  return new Map(rows.map((row) => [row.email, row]))
}

async function seedHouse(ctx: Context, accounts: ReadonlyMap<string, Account>): Promise<void> {
  const ids = new Map<string, string>()
  for (const { key, ...resource } of demoResources) ids.set(key, (await createResource(ctx, resource)).id)
  for (const { key, account, away, ...member } of demoTeam) {
    const at = (days: number) => new Date(ctx.now.getTime() + days * day).toISOString()
    const timeOff = away ? [{ from: at(away.from), to: at(away.to + 1), reason: away.reason }] : []
    const userId = (account && accounts.get(account)?.userId) || null
    ids.set(key, (await createTeamMember(ctx, { ...member, timeZone: 'Europe/Athens', userId, timeOff })).id)
  }
  for (const [position, service] of demoServices.entries()) {
    const { key: _key, team, needs = [], ...fields } = service
    await createService(ctx, {
      ...fields,
      position,
      timeZone: 'Europe/Athens',
      memberIds: team.map((one) => ids.get(one)!),
      resources: needs.map((group) => ({ anyOf: group.map((one) => ids.get(one)!) })),
    })
  }
}

async function servicesByName(ctx: Context): Promise<Map<string, string>> {
  const { rows } = await read(ctx, ({ db, tenantId }) =>
    db.execute<{ id: string; name: string }>(
      sql`select id, name->>'en' as name from services where tenant_id = ${tenantId}`,
    ),
  )
  const byName = new Map(rows.map(({ id, name }) => [name, id]))
  const nameOf = ({ name }: DemoService) => (typeof name === 'string' ? name : name.en!)
  return new Map(demoServices.map((service) => [service.key, byName.get(nameOf(service))!]))
}

type Visit = { key: string; service: DemoService; start: number; n: number; recurrence?: string }

const hours: Record<string, readonly string[]> = {
  consultation: ['09:45', '12:00', '15:00'],
  'tax-return': ['10:00', '13:00', '16:00'],
  workshop: ['17:00', '17:00', '17:00', '17:00'],
  'home-cleaning': ['09:00', '13:00'],
  'office-cleaning': ['14:00'],
  plumbing: ['08:30', '11:00', '15:30'],
  electrics: ['09:00', '12:30'],
  'air-conditioning': ['10:00', '14:00'],
}

/** Offices are cleaned weekly from these days on; one that is a Sunday is nobody's. */
const seriesFrom = [-13, -11, -9]

/** From two weeks ago to two weeks ahead, counted from the day the house opened; not every hour of every day. */
function* visitsAround(ctx: Context): Generator<Visit> {
  const opened = ctx.organization.createdAt.getTime()
  const clock = zoneClock('Europe/Athens', opened - 15 * day, opened + 15 * day)
  const today = Math.floor(clock.localOf(opened) / day)
  let n = 0
  for (let offset = -14; offset <= 14; offset++) {
    for (const service of demoServices) {
      for (const [at, time] of hours[service.key]!.entries()) {
        n++
        const isSeries = service.key === 'office-cleaning'
        if (
          isSeries
            ? !seriesFrom.includes(offset)
            : service.key !== 'workshop' && (n * 7 + offset * 5 + 70) % 10 >= 4
        )
          continue
        const [hour, minute] = time.split(':').map(Number)
        const start = clock.instantOf((today + offset) * day + (hour! * 60 + minute!) * 60_000)
        const key = `${offset} ${service.key} ${at}`
        yield { key, service, start, n, ...(isSeries ? { recurrence: 'FREQ=WEEKLY;COUNT=8' } : {}) }
      }
    }
  }
}

async function book(
  ctx: Context,
  services: ReadonlyMap<string, string>,
  accounts: ReadonlyMap<string, Account>,
  { service, start, n, recurrence }: Visit,
): Promise<void> {
  const client = demoClients[n % demoClients.length]!
  const account = accounts.get(client.email)
  const opened = ctx.organization.createdAt.getTime()
  const madeAt = new Date(Math.min(start - 3 * day - (n % 7) * 3_600_000, opened - (n % 50) * 3_600_000))
  const actor = account
    ? { ...guest, kind: 'user' as const, ...account, roles: ['customer' as const] }
    : guest
  const isAtHome = service.questions?.some(({ key }) => key === 'access') ?? false
  const { bookings } = await createBooking(
    { ...ctx, actor, now: madeAt, locale: n % 5 === 0 ? 'en' : 'el' },
    {
      serviceId: services.get(service.key)!,
      start: new Date(start).toISOString(),
      customer: { name: account?.name ?? client.name, email: client.email, phone: client.phone },
      ...(isAtHome ? { address: client.address } : {}),
      ...(recurrence ? { recurrence, onConflict: 'skip' as const } : {}),
    },
  )
  for (const [at, booking] of bookings.entries())
    await live(ctx, booking, n + at, new Date(Math.min(madeAt.getTime() + 5 * 3_600_000, opened)))
}

type Made = Awaited<ReturnType<typeof createBooking>>['bookings'][number]

/** What has become of it: of those that waited most were confirmed; of those gone by most took place. */
async function live(ctx: Context, booking: Made, n: number, soon: Date): Promise<void> {
  const bookingId = booking.id
  const opened = ctx.organization.createdAt
  const isPast = booking.endsAt! < opened
  const then = { ...ctx, now: soon }
  if (n % 11 === 3) return void (await cancelBooking(then, { bookingId, reason: 'Άλλαξαν τα σχέδιά μου' }))
  if (booking.status === 'pending') {
    if (n % 7 === 2)
      return void (await rejectBooking(then, { bookingId, reason: 'Δεν προλαβαίνουμε αυτή την εβδομάδα' }))
    if (!isPast && n % 3 === 0) return
    await confirmBooking(then, { bookingId })
  }
  if (!isPast) return
  const after = { ...ctx, now: new Date(booking.endsAt!.getTime() + 600_000) }
  if (n % 13 === 5) await missBooking(after, { bookingId })
  else await completeBooking(after, { bookingId })
}
