/** The promotion as the form holds it now: read in the browser for the preview, and on the server to be saved. */
import type { FormFields } from '../../../../platform/pages/form-fields.ts'
import type { PromotionKind } from '../../schema.ts'
import type { Draft } from './words.ts'

export function draftOf(fields: FormFields, kind: PromotionKind): Draft {
  const whole = (name: string) => (fields.text(name) === '' ? null : fields.whole(name))
  const decimal = (name: string) => fields.decimal(name) || null
  return {
    kind,
    code: fields.nullable('code'),
    value: decimal('value'),
    buyQuantity: whole('buyQuantity'),
    getQuantity: whole('getQuantity'),
    minimumTotal: decimal('minimumTotal'),
    usageLimit: whole('usageLimit'),
    usageLimitPerCustomer: whole('usageLimitPerCustomer'),
    isStackable: fields.flag('isStackable'),
    startsAt: fields.nullable('startsAt'),
    endsAt: fields.nullable('endsAt'),
  }
}
