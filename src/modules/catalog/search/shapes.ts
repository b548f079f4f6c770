/** What lists of products may be asked for. */
import { z } from 'zod'
import { decimal, Paging } from '../../../platform/values/shapes.ts'
import { productStatuses } from '../values.ts'

/** One or several, by comma: any of them. */
const several = z
  .string()
  .max(2000)
  .transform((list) =>
    list
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean)
      .slice(0, 50),
  )
const oneOfSeveral = <T extends string>(values: readonly [T, ...T[]]) => several.pipe(z.array(z.enum(values)))

export const productSorts = [
  'relevance',
  'price',
  '-price',
  'createdAt',
  '-createdAt',
  'name',
  '-name',
  '-rating',
  '-sold',
] as const
export type ProductSort = (typeof productSorts)[number]

export const facetNames = ['category', 'producer', 'price', 'attributes'] as const
export type FacetName = (typeof facetNames)[number]

const attributeKey = /^attr\.([a-zA-Z][\w-]{0,59})$/

const fields = Paging.extend({
  q: z.string().trim().max(200).optional(),
  /** Ids or slugs; what lies below a category counts. */
  category: several.optional(),
  /** Ids or slugs. */
  producer: several.optional(),
  priceMin: decimal(2).optional(),
  priceMax: decimal(2).optional(),
  inStock: z.stringbool().optional(),
  sort: z.enum(productSorts).default('relevance'),
  facets: oneOfSeveral(facetNames).optional(),
  /** `managed`: mine, also what is not on the shelf; all of them for administrators. */
  scope: z.enum(['shelf', 'managed']).optional(),
  /** Implies `scope=managed`. */
  status: oneOfSeveral(productStatuses).optional(),
  /** Managed products with a variant at or below its warning level. */
  lowStock: z.stringbool().optional(),
  translations: z.literal('all').optional(),
})

/** `attr.<key>=value` filters by an attribute; several values by comma. */
export const ListProducts = z
  .object(fields.shape)
  .catchall(z.string().max(500))
  .transform((given, ctx) => {
    const attributes: Record<string, string[]> = {}
    const unknown: string[] = []
    for (const [name, value] of Object.entries(given)) {
      if (name in fields.shape) continue
      const key = attributeKey.exec(name)?.[1]
      if (key && Object.keys(attributes).length < 10) attributes[key] = String(value).split(',').slice(0, 50)
      else unknown.push(name)
    }
    if (unknown.length > 0) ctx.addIssue({ code: 'unrecognized_keys', keys: unknown, input: given })
    return { ...(given as z.output<typeof fields>), attributes }
  })
export type ListProducts = z.output<typeof ListProducts>

export const Suggest = z.strictObject({
  q: z.string().trim().min(1).max(100),
  limit: z.coerce.number().int().min(1).max(20).default(8),
})
