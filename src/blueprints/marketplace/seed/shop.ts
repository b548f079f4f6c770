/** What the demo shop offers besides goods: ways of sending, promotions, and its own particulars. */
import { createPromotion } from '../../../modules/promotions/promotions.ts'
import { greekRates } from '../../../modules/shipping/greek-rates.ts'
import { createShippingMethod } from '../../../modules/shipping/methods.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import type { OrganizationSettings } from '../../../platform/tenancy/settings.ts'

export const demoSettings: OrganizationSettings = {
  tagline: { el: 'Από τον παραγωγό, χωρίς ενδιάμεσο', en: 'From the producer, with nobody in between' },
  email: 'hello@demo.test',
  phone: '+302100000001',
  address: {
    name: 'Στοά της Αγοράς',
    line1: 'Αδριανού 24',
    city: 'Αθήνα',
    postalCode: '10555',
    country: 'GR',
  },
  vatNumber: 'EL000000000',
  bank: { holder: 'Stoa tis Agoras', iban: 'GR1601101250000000012300695', bic: 'ETHNGRAA' },
  isOssRegistered: true,
  cashOnDelivery: { fee: '2.00', maximum: '500.00' },
  paymentDays: 7,
  returnDays: 14,
  commissionPercent: '12',
  commissionVatPercent: '24',
}

const rates = greekRates.map(({ zone, brackets, perExtraKg }) => ({
  zone,
  brackets,
  ...(perExtraKg ? { perExtraKg } : {}),
}))

export async function seedShop(ctx: Context): Promise<void> {
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

  await createPromotion(ctx, {
    name: { el: 'Καλωσήρθατε: 10 % στην πρώτη παραγγελία', en: 'Welcome: 10 % off your first order' },
    code: 'KALOSIRTHES',
    kind: 'percent',
    value: '10',
    usageLimitPerCustomer: 1,
  })
  await createPromotion(ctx, {
    name: { el: '5 € από 50 €', en: '€5 off from €50' },
    code: 'STOA5',
    kind: 'fixed',
    value: '5.00',
    minimumTotal: '50.00',
  })
  await createPromotion(ctx, {
    name: { el: 'Δωρεάν αποστολή', en: 'Free shipping' },
    code: 'DOREAN',
    kind: 'freeShipping',
    minimumTotal: '30.00',
    usageLimit: 200,
  })
}
