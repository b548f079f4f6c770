/** Reads an address out of a form. What is missing is told by the verb, beside its field. */
import type { FormFields } from '../../../platform/pages/form-fields.ts'
import type { Address } from '../../../platform/values/shapes.ts'

const greekPostalCode = /^(\d{3})\s?(\d{2})$/

export function addressFrom(fields: FormFields, prefix: string): Address {
  const text = (name: string) => fields.text(`${prefix}.${name}`)
  const optional = (name: string) => fields.optional(`${prefix}.${name}`)
  const country = text('country').toUpperCase()
  const company = optional('company')
  const line2 = optional('line2')
  const phone = optional('phone')
  return {
    name: text('name'),
    ...(company && { company }),
    line1: text('line1'),
    ...(line2 && { line2 }),
    city: text('city'),
    // The couriers' tables know five digits.
    postalCode: country === 'GR' ? text('postalCode').replace(greekPostalCode, '$1$2') : text('postalCode'),
    country,
    ...(phone && { phone }),
  }
}

/** Whether somebody has begun to fill it in; the country is there by itself. */
export const isBegun = (fields: FormFields, prefix: string): boolean =>
  ['name', 'company', 'line1', 'city', 'postalCode'].some((name) => fields.text(`${prefix}.${name}`) !== '')
