/** What the editor's pickers begin with: the chosen things by name, and a few more to choose from. */
import { bestSellers, categoryNames, type Named, productNames } from '../../../catalog/names.ts'
import { allProducerNames } from '../../../producers/names.ts'
import { read } from '../../../../platform/tenancy/change.ts'
import type { Context } from '../../../../platform/tenancy/context.ts'
import { inLocale } from '../../../../platform/values/shapes.ts'
import type { Option } from '../../../../ui/forms/select.tsx'
import type { Promotion } from '../../promotions.ts'

export type Choice = { chosen: Option[]; options: Option[] }
export type Scope = Record<'productIds' | 'categoryIds' | 'producerIds', Choice>

type Chosen = Pick<Promotion, 'productIds' | 'categoryIds' | 'producerIds'>

export async function scopeOf(ctx: Context, promotion: Chosen | null): Promise<Scope> {
  const ids = promotion ?? { productIds: [], categoryIds: [], producerIds: [] }
  const [named, best, categories, producers] = await read(ctx, (ctx) =>
    Promise.all([
      productNames(ctx, ids.productIds),
      bestSellers(ctx, 50),
      categoryNames(ctx),
      allProducerNames(ctx),
    ]),
  )
  const option = ({ id, name }: Named): Option => ({ value: id, label: inLocale(name, ctx.locale) })
  const choice = (all: Named[], chosen: readonly string[]): Choice => ({
    chosen: all.filter(({ id }) => chosen.includes(id)).map(option),
    options: all.map(option),
  })
  return {
    productIds: { chosen: named.map(option), options: best.map(option) },
    categoryIds: choice(categories, ids.categoryIds),
    producerIds: choice(producers, ids.producerIds),
  }
}
