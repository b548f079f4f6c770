/** What the list of managed products is asked for by its address; what makes no sense is left out. */
import { ListProducts } from '../../../search/shapes.ts'

const known = ['q', 'producer', 'category', 'status', 'lowStock', 'sort', 'cursor', 'limit', 'skip']

export function managedQuery(url: string | URL): ListProducts {
  const { searchParams } = new URL(url)
  const given = known.flatMap((name) => {
    const value = searchParams.get(name)
    return value && ListProducts.safeParse({ [name]: value }).success ? [[name, value] as const] : []
  })
  const newest = searchParams.get('q') ? {} : { sort: '-createdAt' }
  return ListProducts.parse({ ...newest, ...Object.fromEntries(given), scope: 'managed', count: 'exact' })
}
