/** What the demo shop offers besides goods: ways of sending, promotions, applications that wait, and its own particulars. */
import { applyAsProducer } from '../../../modules/producers/applications.ts'
import { createPromotion } from '../../../modules/promotions/promotions.ts'
import { greekRates } from '../../../modules/shipping/greek-rates.ts'
import { createShippingMethod } from '../../../modules/shipping/methods.ts'
import { guest } from '../../../platform/access/actor.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import type { OrganizationSettings } from '../../../platform/tenancy/settings.ts'
import { applications, promotions } from '../demo/promotions.ts'
import type { Ids } from './shelves.ts'

export const demoSettings: OrganizationSettings = {
  tagline: { el: 'Από τον παραγωγό, χωρίς ενδιάμεσο', en: 'From the producer, with nobody in between' },
  email: 'hello@demo.test',
  phone: '+30 210 00 00 001',
  address: {
    name: 'Στοά της Αγοράς',
    line1: 'Αδριανού 24',
    city: 'Αθήνα',
    postalCode: '10555',
    region: 'Αττική',
    country: 'GR',
  },
  vatNumber: 'EL000010552',
  bank: { holder: 'Stoa tis Agoras', iban: 'GR0509900010000000000900001', bic: 'STOAGRAA' },
  isOssRegistered: true,
  cashOnDelivery: { fee: '2.00', maximum: '500.00' },
  paymentProviders: ['stripe', 'viva', 'bank-transfer', 'cash-on-delivery'],
  paymentDays: 7,
  returnDays: 14,
  commissionPercent: '12',
  commissionVatPercent: '24',
}

export const otherSettings: OrganizationSettings = {
  ...demoSettings,
  tagline: { en: 'Another house on the same street', el: 'Ένα άλλο σπίτι στον ίδιο δρόμο' },
  email: 'hello@other.test',
}

const rates = greekRates.map(({ zone, brackets, perExtraKg }) => ({
  zone,
  brackets,
  ...(perExtraKg ? { perExtraKg } : {}),
}))

export async function seedShop(ctx: Context, ids: { categories: Ids; products: Ids }): Promise<void> {
  await seedShipping(ctx)
  for (const { categories = [], products = [], startsDaysAgo, endsDaysAgo, ...promotion } of promotions) {
    await createPromotion(ctx, {
      ...promotion,
      categoryIds: categories.map((slug) => ids.categories.get(slug)!),
      productIds: products.map((slug) => ids.products.get(slug)!),
      startsAt: ago(ctx, startsDaysAgo),
      endsAt: endsDaysAgo === undefined ? null : ago(ctx, endsDaysAgo),
    })
  }
  for (const { daysAgo, ...application } of applications)
    await applyAsProducer({ ...ctx, actor: guest, now: new Date(ago(ctx, daysAgo)) }, application)
}

const ago = (ctx: Context, days: number): string =>
  new Date(ctx.now.getTime() - days * 86_400_000).toISOString()

async function seedShipping(ctx: Context): Promise<void> {
  const abroad = ['GR', 'CY', 'DE', 'FR', 'IT', 'NL', 'BE', 'AT', 'BG', 'RO']
  await createShippingMethod(ctx, {
    code: 'acs',
    provider: 'acs',
    position: 0,
    name: { el: 'ACS Courier', en: 'ACS Courier' },
    description: { el: 'Στην πόρτα σας σε 1–3 εργάσιμες', en: 'To your door in 1–3 working days' },
    rates,
    countries: abroad,
    freeFrom: '60.00',
  })
  await createShippingMethod(ctx, {
    code: 'elta',
    provider: 'elta',
    position: 1,
    name: { el: 'ΕΛΤΑ Courier', en: 'ELTA Courier' },
    description: {
      el: 'Παντού στην Ελλάδα, και στα μικρά νησιά',
      en: 'Everywhere in Greece, small islands too',
    },
    rates,
    countries: ['GR'],
    freeFrom: '60.00',
  })
  await createShippingMethod(ctx, {
    code: 'flat',
    provider: 'flat',
    position: 2,
    name: { el: 'Με τον παραγωγό', en: 'With the producer' },
    description: {
      el: 'Μία σταθερή χρέωση για όλη την παραγγελία',
      en: 'One flat price for the whole order',
    },
    price: '4.50',
    countries: ['GR'],
  })
  await createShippingMethod(ctx, {
    code: 'pickup',
    provider: 'pickup',
    position: 3,
    name: { el: 'Παραλαβή από την αγορά', en: 'Pick-up at the market' },
    description: {
      el: 'Αδριανού 24, Αθήνα, Δευτέρα έως Σάββατο',
      en: 'Adrianou 24, Athens, Monday to Saturday',
    },
    price: '0.00',
    countries: [],
  })
}
