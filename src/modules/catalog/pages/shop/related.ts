/** What stands beside a product on the shelf: of its own category first, then of the wider one, then of its producer. */
import type { Context } from '../../../../platform/tenancy/context.ts'
import type { ProductPage } from '../../get-product.ts'
import type { ProductCard } from '../../search/cards.ts'
import { listProducts } from '../../search/list-products.ts'
import { ListProducts } from '../../search/shapes.ts'
import { type Card, cardView } from './card-view.ts'

const shown = 4

export async function relatedTo(ctx: Context, page: ProductPage): Promise<Card[]> {
  const places = [
    ...page.categories.toReversed().map(({ slug }) => ({ category: slug })),
    { producer: page.producer.slug },
  ]
  const found = new Map<string, ProductCard>()
  for (const place of places) {
    if (found.size >= shown) break
    const { data } = await listProducts(ctx, ListProducts.parse({ ...place, limit: shown + 1 }))
    for (const card of data) if (card.id !== page.id) found.set(card.id, card)
  }
  return [...found.values()].slice(0, shown).map((card) => cardView(ctx, card))
}
