/** Lists of products as the API shows them. */
import type { z } from 'zod'
import type { Context } from '../../platform/tenancy/context.ts'
import { inLocale, type Translated } from '../../platform/values/shapes.ts'
import type { CardView, ProductListView } from './present.ts'
import { moneyOf, presentAttributes, ratingOf } from './present.ts'
import type { ProductCard } from './search/cards.ts'
import type { ProductList } from './search/list-products.ts'

export const presentList = (
  ctx: Context,
  list: ProductList,
  isWhole = false,
): z.output<typeof ProductListView> => ({
  ...list,
  data: list.data.map((card) => presentCard(ctx, card, isWhole)),
})

export function presentCard(ctx: Context, card: ProductCard, isWhole = false): z.output<typeof CardView> {
  const money = moneyOf(ctx)
  const text = (value: Translated) =>
    isWhole ? value : inLocale(value, ctx.locale, ctx.organization.defaultLocale)
  const { priceFrom, priceTo, ratingSum, ratingCount, attributes, variants, createdAt, ...rest } = card
  return {
    ...rest,
    priceKind: ctx.organization.priceKind,
    priceFrom: money(priceFrom),
    priceTo: money(priceTo),
    variants: variants.map((variant) => ({
      ...variant,
      price: money(variant.price)!,
      compareAt: money(variant.compareAt),
    })),
    attributes: presentAttributes(attributes, text),
    rating: ratingOf({ ratingSum, ratingCount }),
    createdAt: createdAt.toISOString(),
  }
}
