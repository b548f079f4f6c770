/** What waits today, each with the way to the list of it. */
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { Notice } from '../../../../ui/parts/notice.tsx'
import { StatTile } from '../../../../ui/parts/stat-tile.tsx'
import type { Permission } from '../../../../platform/access/roles.ts'
import type { Todo } from '../../todo.ts'

const places = [
  { key: 'partsToSend', to: '/console/parts', needs: ['orders.readAll'] },
  // Who sends and does not see whole orders is told step by step.
  { key: 'partsToAccept', to: '/console/parts?status=pending', needs: ['orders.fulfil'], isOwn: true },
  { key: 'partsToPack', to: '/console/parts?status=accepted', needs: ['orders.fulfil'], isOwn: true },
  { key: 'partsToShip', to: '/console/parts?status=packed', needs: ['orders.fulfil'], isOwn: true },
  { key: 'unpaid', to: '/console/orders?payment=waiting', needs: ['orders.readAll'] },
  { key: 'returns', to: '/console/returns', needs: ['returns.manage'] },
  { key: 'lowStock', to: '/console/products?lowStock=true', needs: ['products.write', 'stock.adjust'] },
  { key: 'applications', to: '/console/applications', needs: ['producers.manage'] },
  { key: 'reviews', to: '/console/reviews', needs: ['reviews.moderate'] },
  { key: 'answers', to: '/console/reviews', needs: ['producers.profile'] },
] as const satisfies { key: keyof Todo; to: string; needs: readonly Permission[]; isOwn?: true }[]

export function TodoTiles({ todo, permissions }: { todo: Todo; permissions: readonly Permission[] }) {
  const t = useT()
  const { number } = useFormat()
  const waiting = places.filter(
    ({ key, needs, ...place }) =>
      todo[key] > 0 &&
      needs.some((permission) => permissions.includes(permission)) &&
      !('isOwn' in place && permissions.includes('orders.readAll')),
  )
  return (
    <section aria-labelledby="todo">
      <h2 id="todo" className="mb-3 font-display text-xl">
        {t('insights.todo')}
      </h2>
      {waiting.length === 0 ? (
        <Notice tone="good" title={t('insights.todoNone')} />
      ) : (
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-3 xl:grid-cols-6">
          {waiting.map(({ key, to }) => (
            <StatTile key={key} label={t(`insights.todo_${key}`)} value={number(todo[key])} to={to} />
          ))}
        </div>
      )}
    </section>
  )
}
