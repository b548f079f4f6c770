/** By which rules an import is planned: whose products they are, and what may be made on the way. */
import type { Context } from '../../../platform/tenancy/context.ts'
import { ownFileId } from './own-files.ts'
import type { Rules } from './plan.ts'

/** Only an import for all producers, which is an administrator's, may make categories. */
export const rulesOf = (
  ctx: Context,
  row: { producerId: string | null; mayCreateCategories: boolean },
): Rules => ({
  producerId: row.producerId,
  mayCreateCategories: row.mayCreateCategories,
  language: ctx.organization.defaultLocale,
  locale: ctx.locale,
  ownFileOf: (url) => ownFileId(ctx, url),
})
