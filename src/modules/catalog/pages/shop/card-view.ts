/** A product as a card shows it: only what is on the card, for a page sends dozens of them. */
import type { Context } from '../../../../platform/tenancy/context.ts'
import { compare, divide } from '../../../../platform/values/decimal.ts'
import type { CardVariant, ProductCard } from '../../search/cards.ts'

export type Card = ReturnType<typeof cardView>

export function cardView(ctx: Context, product: ProductCard) {
  const money = (amount: string) => ({ amount, currency: ctx.organization.currency })
  const { variants, priceFrom, priceTo, ratingCount } = product
  const cheapest = variants.find((variant) => variant.price === priceFrom) ?? variants[0]
  const [only, ...others] = variants
  return {
    slug: product.slug,
    name: String(product.name),
    by: String(product.producer.name),
    photo: product.coverFileId,
    price: priceFrom === null ? null : money(priceFrom),
    isFrom: priceFrom !== priceTo,
    /** What the cheapest cost before it was reduced. */
    before:
      cheapest?.compareAt && compare(cheapest.compareAt, cheapest.price) > 0
        ? money(cheapest.compareAt)
        : null,
    unit: cheapest ? unitPrice(ctx, cheapest) : null,
    stars: ratingCount > 0 ? Math.round((product.ratingSum / ratingCount) * 10) / 10 : null,
    reviews: ratingCount,
    sizes: variants.length,
    /** What one press puts into the basket; null where there is a choice to make. */
    add: only && others.length === 0 && only.stock > 0 ? only.id : null,
    isOut: !product.isInStock,
    isOrganic: product.attributes['organic'] === true,
  }
}

export type UnitPrice = { price: { amount: string; currency: string }; per: 'kg' | 'l' }

/** The price of a kilo or a litre, which a shop must name beside the price of the pack (Directive 98/6/EC). */
export function unitPrice(
  { organization }: Pick<Context, 'organization'>,
  { price, unit, unitQuantity }: Pick<CardVariant, 'price' | 'unit' | 'unitQuantity'>,
): UnitPrice | null {
  if (
    unit === 'piece' ||
    !unitQuantity ||
    compare(unitQuantity, '0') <= 0 ||
    compare(unitQuantity, '1') === 0
  )
    return null
  return { price: { amount: divide(price, unitQuantity, 2), currency: organization.currency }, per: unit }
}
