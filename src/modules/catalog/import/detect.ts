/** Tells by the headers which shop wrote a product file. */
import { sameHeader } from './columns.ts'
import type { ImportFormat } from './draft.ts'
import { ownAliases } from './own-columns.ts'
import { shopifyAliases } from './shopify-columns.ts'
import { wooAliases } from './woocommerce-columns.ts'

/** Null when it is no known product file. */
export function detectFormat(header: readonly string[]): ImportFormat | null {
  const names = new Set(header.map(sameHeader))
  const has = (aliases: readonly string[]) => aliases.some((alias) => names.has(alias))

  if (has(ownAliases.slug) && (has(ownAliases.nameEl) || has(ownAliases.nameEn))) return 'stoa'
  if (has(wooAliases.name) && has(wooAliases.regularPrice)) return 'woocommerce'
  if (has(shopifyAliases.title) && has(shopifyAliases.price)) return 'shopify'
  return null
}
