/** What each section's form changes. A field left empty takes its setting away, so that the house's default holds again. */
import type { FormFields } from '../../../../platform/pages/form-fields.ts'
import type { updateOrganization } from '../../../../platform/tenancy/organization.ts'
import { providers, type Section } from './sections.ts'

type Update = Parameters<typeof updateOrganization>[1]

export function updateOf(section: Section, fields: FormFields): Update {
  return changes[section](fields)
}

const changes: Record<Section, (fields: FormFields) => Update> = {
  general: (fields) => ({
    name: fields.text('name'),
    domain: fields.nullable('domain'),
    defaultLocale: fields.text('defaultLocale') as Update['defaultLocale'],
    timeZone: fields.text('timeZone'),
    country: fields.text('country'),
    settings: {
      // Both languages may be emptied: no text at all is written as none.
      tagline: fields.translated('settings.tagline'),
      email: fields.optional('settings.email'),
      phone: fields.optional('settings.phone'),
      vatNumber: fields.optional('settings.vatNumber'),
      address: addressOf(fields),
    },
  }),
  selling: (fields) => ({
    priceKind: fields.text('priceKind') as Update['priceKind'],
    settings: {
      isOssRegistered: fields.flag('settings.isOssRegistered'),
      returnDays: wholeOf(fields, 'settings.returnDays'),
      commissionPercent: fields.decimal('settings.commissionPercent') || undefined,
      commissionVatPercent: fields.decimal('settings.commissionVatPercent') || undefined,
    },
  }),
  payments: (fields) => ({
    settings: {
      paymentProviders: providers.filter((code) => fields.all('settings.paymentProviders').includes(code)),
      bank: bankOf(fields),
      paymentDays: wholeOf(fields, 'settings.paymentDays'),
      cashOnDelivery: {
        fee: fields.decimal('settings.cashOnDelivery.fee') || '0',
        maximum: fields.decimal('settings.cashOnDelivery.maximum') || undefined,
      },
    },
  }),
  access: (fields) => ({ registration: fields.text('registration') as Update['registration'] }),
  alerts: (fields) => ({
    settings: {
      alerts: {
        email: fields.optional('settings.alerts.email'),
        webhook: fields.optional('settings.alerts.webhook'),
        slack: fields.optional('settings.alerts.slack'),
      },
    },
  }),
}

const wholeOf = (fields: FormFields, name: string): number | undefined =>
  fields.text(name) === '' ? undefined : fields.whole(name)

/** An address with nothing in it is none; one that was begun must be whole. */
function addressOf(fields: FormFields) {
  const at = (name: string) => fields.text(`settings.address.${name}`)
  if (!['name', 'line1', 'city', 'postalCode'].some((name) => at(name) !== '')) return undefined
  return {
    name: at('name'),
    line1: at('line1'),
    line2: fields.optional('settings.address.line2'),
    city: at('city'),
    postalCode: at('postalCode'),
    country: at('country') || fields.text('country'),
  }
}

function bankOf(fields: FormFields) {
  const at = (name: string) => fields.text(`settings.bank.${name}`)
  // As it stands on paper: with spaces, perhaps in small letters.
  const iban = at('iban').replaceAll(/\s/g, '').toUpperCase()
  if (at('holder') === '' && iban === '') return undefined
  const bic = at('bic').replaceAll(/\s/g, '').toUpperCase()
  return { holder: at('holder'), iban, ...(bic && { bic }) }
}
