/** A second house on the same street, so that one can see that nothing passes through the wall between them. */
import { createCategory } from '../../../modules/catalog/categories.ts'
import { createProduct } from '../../../modules/catalog/create-product.ts'
import { createProducer } from '../../../modules/producers/producers.ts'
import { createShippingMethod } from '../../../modules/shipping/methods.ts'
import { newId } from '../../../platform/database/columns.ts'
import { writing } from '../../../platform/tenancy/change.ts'
import type { Services } from '../../../platform/tenancy/context.ts'
import { forgetOrganizations } from '../../../platform/tenancy/directory.ts'
import { createOrganization } from '../../../platform/tenancy/organization.ts'
import { contextOf } from './context.ts'
import { seedPeople } from './people.ts'
import { otherSettings } from './shop.ts'

export async function seedOther(services: Services, password: Promise<string>): Promise<void> {
  const organization = await createOrganization(services, {
    slug: `other-${newId()}`,
    name: 'The Other Market',
    blueprint: 'marketplace',
    defaultLocale: 'en',
    settings: otherSettings,
  })
  await writing(contextOf(services, organization), async (ctx) => {
    const producer = await createProducer(ctx, {
      slug: 'harbour-bakery',
      name: { en: 'Harbour Bakery', el: 'Φούρνος του Λιμανιού' },
      region: { en: 'Piraeus', el: 'Πειραιάς' },
      foundedYear: 1999,
    })
    const category = await createCategory(ctx, { slug: 'bread', name: { en: 'Bread', el: 'Ψωμί' } })
    for (const [slug, name, price] of [
      ['country-loaf', { en: 'Country loaf', el: 'Χωριάτικο ψωμί' }, '3.20'],
      ['sesame-ring', { en: 'Sesame ring', el: 'Κουλούρι σουσαμένιο' }, '0.80'],
    ] as const)
      await createProduct(ctx, {
        slug,
        name,
        vatClass: 'reduced',
        status: 'published',
        producerId: producer.id,
        categoryId: category.id,
        variants: [{ sku: slug.toUpperCase(), price, stock: 40, weightGrams: 700 }],
      })
    await createShippingMethod(ctx, {
      code: 'pickup',
      provider: 'pickup',
      name: { en: 'Pick-up', el: 'Παραλαβή' },
      price: '0.00',
      countries: [],
    })
    await seedPeople(
      ctx,
      [{ email: 'owner@other.test', name: 'Olivia Other', roles: ['owner'] }],
      await password,
    )
  })
  await services.database.app.query("update organizations set slug = 'other' where id = $1", [
    organization.id,
  ])
  forgetOrganizations(services)
}
