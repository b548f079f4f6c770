/** Turns the producer's form into what the verb takes; pictures are stored first. */
import { conflict } from '../../../../../platform/http/app-error.ts'
import { storeFile } from '../../../../../platform/files/upload.ts'
import type { FormFields } from '../../../../../platform/pages/form-fields.ts'
import type { FormProblem } from '../../../../../platform/pages/outcome.ts'
import type { Context } from '../../../../../platform/tenancy/context.ts'
import { addressFrom, isBegun } from '../../../../customers/pages/address-form.ts'
import { mayManageProducers } from '../../../policy.ts'
import { pauseProducer, resumeProducer, updateProducer } from '../../../producers.ts'

export function inputOf(fields: FormFields, isHouse: boolean) {
  const year = fields.text('foundedYear')
  return {
    // A producer without a name is refused by the verb, which names the field.
    name: fields.translated('name') ?? '',
    region: fields.translated('region') ?? '',
    description: fields.translated('description') ?? '',
    foundedYear: year === '' ? null : fields.whole('foundedYear'),
    email: fields.nullable('email'),
    phone: fields.nullable('phone'),
    vatNumber: fields.nullable('vatNumber'),
    iban: fields.nullable('iban'),
    origin: isBegun(fields, 'origin') ? addressFrom(fields, 'origin') : null,
    shippingFlat: fields.decimal('shippingFlat') || null,
    freeShippingFrom: fields.decimal('freeShippingFrom') || null,
    ...(isHouse && {
      slug: fields.text('slug'),
      commissionPercent: fields.decimal('commissionPercent') || null,
    }),
  }
}

const pictures = ['logo', 'banner'] as const

/** The new pictures, stored; null for those that are to go; nothing for those that stay. */
async function picturesOf(ctx: Context, form: FormData) {
  const given: { logoFileId?: string | null; bannerFileId?: string | null } = {}
  for (const name of pictures) {
    const file = form.get(name)
    if (file instanceof File && file.size > 0) {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const stored = await storeFile(ctx, { name: file.name, bytes, visibility: 'public' })
      given[`${name}FileId`] = stored.id
    } else if (form.has(`${name}.remove`)) given[`${name}FileId`] = null
  }
  return given
}

export type Saved = 'producers.saved' | 'producers.pausedDone' | 'producers.resumedDone'

/** What the form asks for, by whoever may; the message that it was done. */
export async function saveProducer(
  ctx: Context,
  producerId: string,
  form: FormData,
  fields: FormFields,
): Promise<Saved> {
  switch (fields.text('intent')) {
    case 'pause':
      await pauseProducer(ctx, { producerId })
      return 'producers.pausedDone'
    case 'resume':
      await resumeProducer(ctx, { producerId })
      return 'producers.resumedDone'
    case 'save': {
      const input = inputOf(fields, mayManageProducers(ctx.actor))
      await updateProducer(
        ctx,
        { producerId, ...input, ...(await picturesOf(ctx, form)) },
        fields.whole('version'),
      )
      return 'producers.saved'
    }
    default:
      throw conflict('This form is not known here.')
  }
}

/** The verb's names of fields as the form has them. */
export const namingFields = (problem: FormProblem): FormProblem => ({
  ...problem,
  errors: problem.errors.map((error) => ({
    ...error,
    pointer: error.pointer
      .replace(/^\/(logo|banner)FileId$/, '/$1')
      .replace(/^\/(name|region|description)$/, '/$1/el')
      .replace(/^\/origin$/, '/origin/line1'),
  })),
})
