/** The two organisations of the demo world with their accounts, shelves and ways of sending: there before the first answer. */
import { newId } from '../../../platform/database/columns.ts'
import { writing } from '../../../platform/tenancy/change.ts'
import type { Services } from '../../../platform/tenancy/context.ts'
import { bySlug, forgetOrganizations } from '../../../platform/tenancy/directory.ts'
import { createOrganization } from '../../../platform/tenancy/organization.ts'
import { demoCustomers } from '../demo/customers.ts'
import { contextOf } from './context.ts'
import { seedOther } from './other.ts'
import { type DemoPerson, hashDemoPassword, seedPeople } from './people.ts'
import { hangPictures } from './pictures.ts'
import { seedCategories, seedProducers, seedProducts } from './shelves.ts'
import { demoSettings, seedShop } from './shop.ts'

export async function seedEssentials(services: Services, blueprint: string): Promise<void> {
  // Hashing takes a while on another thread: meanwhile the shelves are filled.
  const password = hashDemoPassword()
  if (!(await bySlug(services, 'demo'))) await seedMarket(services, blueprint, password)
  if (!(await bySlug(services, 'other'))) await seedOther(services, password)
}

async function seedMarket(services: Services, blueprint: string, password: Promise<string>): Promise<void> {
  // It comes to be under another name first, so that a start cut off here begins anew.
  const organization = await createOrganization(services, {
    slug: `demo-${newId()}`,
    name: 'Στοά της Αγοράς',
    blueprint,
    settings: demoSettings,
  })
  const demo = contextOf(services, organization)
  const pictures = await hangPictures(demo)
  await writing(demo, async (ctx) => {
    const producers = await seedProducers(ctx, pictures)
    const categories = await seedCategories(ctx, pictures)
    const products = await seedProducts(ctx, { producers, categories, pictures })
    await seedShop(ctx, { categories, products })
    await seedPeople(ctx, people(producers), await password)
  })
  await services.database.app.query("update organizations set slug = 'demo' where id = $1", [organization.id])
  forgetOrganizations(services)
}

const people = (producers: ReadonlyMap<string, string>): DemoPerson[] => [
  { email: 'owner@demo.test', name: 'Θάλεια Ρήγα', roles: ['owner'] },
  { email: 'admin@demo.test', name: 'Αντώνης Βέργος', roles: ['admin'] },
  { email: 'lead@demo.test', name: 'Μυρτώ Σιδέρη', roles: ['lead'] },
  { email: 'member@demo.test', name: 'Λευτέρης Κάλλιας', roles: ['member'] },
  { email: 'accountant@demo.test', name: 'Ισμήνη Φωκά', roles: ['accountant'] },
  {
    email: 'producer@demo.test',
    name: 'Ηλίας Μπουλούκος',
    roles: ['producer'],
    producerIds: [producers.get('taygetos-groves')!],
  },
  {
    email: 'producer2@demo.test',
    name: 'Αργυρώ Σφακιανάκη',
    roles: ['producer'],
    producerIds: [producers.get('thrypti-estate')!],
  },
  {
    email: 'seller@demo.test',
    name: 'Ρένα Πολίτη',
    roles: ['seller'],
    sellsFor: [producers.get('kelyfos')!, producers.get('kentos-mastic')!],
  },
  ...demoCustomers.slice(0, 2).map(({ email, name, locale, address }) => ({
    email,
    name,
    locale,
    address,
    roles: ['customer' as const],
  })),
]
