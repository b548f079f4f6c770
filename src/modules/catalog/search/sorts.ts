/** The orders of a list of products, each by a key that an index has, with the id behind it to tell equals apart. */
import type { KeyKind } from '../../../platform/http/keyset.ts'
import type { Locale } from '../../../platform/values/shapes.ts'
import type { ProductSort } from './shapes.ts'

export type Sort = { key: string; kind: KeyKind; type: string; isDown: boolean }

/** Without words to be relevant to, relevance is what sells. */
export function sortOf(sort: ProductSort, locale: Locale): Sort {
  const isDown = sort.startsWith('-') || sort === 'relevance'
  switch (sort.replace('-', '')) {
    case 'price':
      return { key: 's.price_from', kind: 'number', type: 'numeric', isDown }
    case 'createdAt':
      return { key: 's.created_at', kind: 'instant', type: 'timestamptz', isDown }
    case 'name':
      // The language is one of ours, never what somebody typed; written out, so that the index of it is found.
      return { key: `(s.sort_names ->> '${locale}') collate "C"`, kind: 'text', type: 'text', isDown }
    case 'rating':
      return {
        key: '((s.rating_sum + 12)::float8 / (s.rating_count + 3))',
        kind: 'number',
        type: 'float8',
        isDown,
      }
    default:
      return { key: 's.sold_count', kind: 'number', type: 'int', isDown: true }
  }
}
