/** Turns the editor's form into what the verbs take. */
import type { FormFields } from '../../../../platform/pages/form-fields.ts'
import { localToInstant } from '../../../../platform/values/local-time.ts'
import type { PromotionKind } from '../../schema.ts'
import { draftOf } from './draft.ts'

/** `timeZone` is that of the times typed. */
export function inputOf(fields: FormFields, kind: PromotionKind, timeZone: string) {
  const { kind: _, startsAt, endsAt, ...draft } = draftOf(fields, kind)
  const name = fields.translated('name')
  return {
    ...draft,
    ...(name && { name }),
    priority: fields.text('priority') === '' ? 0 : fields.whole('priority'),
    startsAt: startsAt && localToInstant(startsAt, timeZone),
    endsAt: endsAt && localToInstant(endsAt, timeZone),
    productIds: chosen(fields, 'productIds'),
    categoryIds: chosen(fields, 'categoryIds'),
    producerIds: chosen(fields, 'producerIds'),
  }
}

/** The ticked ones; without JavaScript also the one that was chosen to be added. */
const chosen = (fields: FormFields, name: string): string[] => [
  ...new Set([...fields.all(name), ...(fields.flag('isAwake') ? [] : fields.all(`add.${name}`))]),
]
