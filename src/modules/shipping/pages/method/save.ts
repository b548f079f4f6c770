/** Turns the editor's form into what the verbs take. */
import type { FormFields } from '../../../../platform/pages/form-fields.ts'
import type { VatClass } from '../../../catalog/values.ts'
import type { ShippingProviderCode } from '../../schema.ts'
import { ratesOf } from './grid.ts'

export const hasTable = (provider: ShippingProviderCode): boolean =>
  ['table', 'acs', 'elta'].includes(provider)

export function inputOf(fields: FormFields, provider: ShippingProviderCode) {
  const name = fields.translated('name')
  const description = fields.translated('description')
  const columns = fields.endings('weight.').map(Number)
  return {
    ...(name && { name }),
    ...(description && { description }),
    price: hasTable(provider) ? null : fields.decimal('price') || (provider === 'pickup' ? '0.00' : null),
    freeFrom: fields.decimal('freeFrom') || null,
    countries: fields.all('countries'),
    vatClass: fields.text('vatClass') as VatClass,
    charge: fields.text('charge') as 'perOrder' | 'perProducer',
    isEnabled: fields.flag('isEnabled'),
    position: fields.text('position') === '' ? 0 : fields.whole('position'),
    rates: hasTable(provider)
      ? ratesOf({
          weights: columns.toSorted((a, b) => a - b).map((column) => fields.decimal(`weight.${column}`)),
          price: (zone, column) => fields.decimal(`price.${zone}.${column}`),
          extra: (zone) => fields.decimal(`extra.${zone}`),
        })
      : [],
  }
}
