/** Brings up the demo world: what a visitor needs before the first answer, then, behind it, pictures and a month of trade. */
import { eq } from 'drizzle-orm'
import { orders } from '../../modules/orders/schema.ts'
import { system } from '../../platform/access/actor.ts'
import { newId } from '../../platform/database/columns.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context, Organization, Services } from '../../platform/tenancy/context.ts'
import { bySlug } from '../../platform/tenancy/directory.ts'
import { createOrganization } from '../../platform/tenancy/organization.ts'
import { type DemoPerson, seedPeople } from './seed/people.ts'
import { seedPictures } from './seed/pictures.ts'
import { seedCategories, seedProducers, seedProducts } from './seed/shelves.ts'
import { demoSettings, seedShop } from './seed/shop.ts'
import { seedTrade } from './seed/trade.ts'

/** Makes what is missing and answers the rest of the work, which goes on while the server already answers. */
export async function seedDemo(services: Services, blueprint: string): Promise<() => Promise<void>> {
  const known = await bySlug(services, 'demo')
  if (!known) await seedEssentials(services, blueprint)
  const demo = contextOf(services, (known ?? (await bySlug(services, 'demo')))!)
  return async () => {
    await seedPictures(demo)
    const done = await read(demo, (ctx) => ctx.db.$count(orders, eq(orders.tenantId, ctx.tenantId)))
    if (done < tradeIsDone) await seedTrade(demo, await buyersOf(demo), done)
  }
}

/** Some planned orders are sold out; with this many there is nothing more to make. */
const tradeIsDone = 45

async function seedEssentials(services: Services, blueprint: string): Promise<void> {
  // The organisation comes to be under another name first, so that a start cut off here begins anew.
  const organization = await createOrganization(services, {
    slug: `demo-${newId()}`,
    name: 'Στοά της Αγοράς',
    blueprint,
    settings: demoSettings,
  })
  const ctx = contextOf(services, organization)
  const producerIds = await seedProducers(ctx)
  const categoryIds = await seedCategories(ctx)
  await seedProducts(ctx, producerIds, categoryIds)
  await seedShop(ctx)
  const [first, second] = [...producerIds.values()]
  await seedPeople(ctx, demoPeople(first!, second!))
  await seedOther(services)
  await services.database.app.query("update organizations set slug = 'demo' where id = $1", [organization.id])
}

const demoPeople = (first: string, second: string): DemoPerson[] => [
  { email: 'owner@demo.test', name: 'Θάλεια Ρήγα', roles: ['owner'] },
  { email: 'admin@demo.test', name: 'Αντώνης Βέργος', roles: ['admin'] },
  { email: 'lead@demo.test', name: 'Μυρτώ Σιδέρη', roles: ['lead'] },
  { email: 'member@demo.test', name: 'Λευτέρης Κάλλιας', roles: ['member'] },
  { email: 'accountant@demo.test', name: 'Ισμήνη Φωκά', roles: ['accountant'] },
  { email: 'producer@demo.test', name: 'Ηλίας Μπουλούκος', roles: ['producer'], producerIds: [first] },
  { email: 'producer2@demo.test', name: 'Σήφης Καλογεράκης', roles: ['producer'], producerIds: [second] },
  { email: 'seller@demo.test', name: 'Ρένα Πολίτη', roles: ['seller'] },
  { email: 'customer@demo.test', name: 'Ελένη Δημητρίου', roles: ['customer'] },
  { email: 'customer2@demo.test', name: 'Tom Whitfield', roles: ['customer'] },
]

async function seedOther(services: Services): Promise<void> {
  const other =
    (await bySlug(services, 'other')) ??
    (await createOrganization(services, {
      slug: 'other',
      name: 'The other market',
      blueprint: 'marketplace',
      defaultLocale: 'en',
      settings: { ...demoSettings, tagline: { en: 'Another house on the same street' } },
    }))
  await seedPeople(contextOf(services, other), [
    { email: 'owner@other.test', name: 'Olivia Other', roles: ['owner'] },
  ])
}

async function buyersOf(demo: Context): Promise<Map<string, string>> {
  const { rows } = await demo.services.database.app.query<{ id: string; email: string }>(
    'select id, email from auth."user" where email like $1',
    ['customer%@demo.test'],
  )
  return new Map(rows.map((row) => [row.email, row.id]))
}

function contextOf(services: Services, organization: Organization): Context {
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
