/** What the imports' verbs take. */
import { z } from 'zod'
import { Id, Paging, text } from '../../../platform/values/shapes.ts'
import { importEffects } from '../values.ts'
import { importFormats } from './draft.ts'

export const CreateImport = z.strictObject({
  fileName: text(200),
  /** Told by the columns when absent. */
  format: z.enum(importFormats).optional(),
  /** For administrators only: whose products all of them are. */
  producerId: Id.optional(),
})
export const ListImports = Paging
export const ListImportItems = Paging.extend({ effect: z.enum(importEffects).optional() })
