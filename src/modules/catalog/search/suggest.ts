/** What somebody may mean while still typing: products, and the categories and producers that are called so. */
import { named } from '../../../platform/database/named.ts'
import { read } from '../../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../../platform/tenancy/context.ts'
import { whileUnchanged } from '../../../platform/tenancy/unchanged.ts'
import { inLocale, type Translated } from '../../../platform/values/shapes.ts'
import type { ProductCard } from './cards.ts'
import { listProducts } from './list-products.ts'
import { asked, type Word } from './query.ts'
import { ListProducts } from './shapes.ts'
import { skeletonsOf } from './skeleton.ts'
import { fold, wordsOf } from './fold.ts'

export type Place = { id: string; slug: string; name: string }
export type Suggestions = { products: ProductCard[]; categories: Place[]; producers: Place[] }

const mostPlaces = 4

export async function suggest(
  ctx: Context,
  { q, limit }: { q: string; limit: number },
): Promise<Suggestions> {
  const [list, places] = await Promise.all([
    listProducts(ctx, ListProducts.parse({ q, limit })),
    whileUnchanged(ctx, `places ${ctx.locale}`, () => read(ctx, listPlaces)),
  ])
  const words = asked(q)?.words ?? []
  const called = (kind: Named['kind']) =>
    places
      .filter((place) => place.kind === kind && words.length > 0 && isCalled(place, words))
      .slice(0, mostPlaces)
      .map(({ id, slug, text }) => ({ id, slug, name: text }))
  return { products: list.data, categories: called('category'), producers: called('producer') }
}

type Named = {
  kind: 'category' | 'producer'
  id: string
  slug: string
  text: string
  written: string[]
  sounds: string[]
}

async function listPlaces(ctx: Inside): Promise<Named[]> {
  const rows = await named<{ kind: Named['kind']; id: string; slug: string; name: Translated }>(
    ctx.db,
    `select 'category' as kind, id, slug, name from categories where tenant_id = $1
     union all select 'producer', id, slug, name from producers where tenant_id = $1 and status = 'active'`,
    [ctx.tenantId],
  )
  return rows.map(({ name, ...row }) => {
    const words = Object.values(name).flatMap(wordsOf)
    return {
      ...row,
      text: inLocale(name, ctx.locale, ctx.organization.defaultLocale),
      written: words.map(fold),
      sounds: words.flatMap(skeletonsOf),
    }
  })
}

const isCalled = (place: Named, words: readonly Word[]): boolean =>
  words.every(
    ({ written, sounds }) =>
      place.written.some((word) => word.startsWith(written)) ||
      place.sounds.some((own) => sounds.some((sound) => own.startsWith(sound))),
  )
