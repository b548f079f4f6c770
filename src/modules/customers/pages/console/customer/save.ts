/** Reads the customer's form in the shapes that the verbs take. */
import { type Locale } from '../../../../../platform/i18n/locales.ts'
import type { FormFields } from '../../../../../platform/pages/form-fields.ts'

export const kinds = ['person', 'company'] as const

export const customerInput = (fields: FormFields) => ({
  name: fields.text('name'),
  kind: fields.text('kind') as (typeof kinds)[number],
  locale: fields.text('locale') as Locale,
  email: fields.nullable('email'),
  phone: fields.nullable('phone'),
  vatNumber: fields.nullable('vatNumber'),
  tags: [
    ...new Set(
      fields
        .text('tags')
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ],
  note: fields.nullable('note'),
})
