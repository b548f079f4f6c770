/** The shape of what is coming, so that nothing moves when it is there. */
import { useT } from '../i18n.tsx'
import { cx } from '../cx.ts'

const times = (count: number) => Array.from({ length: count }, (_, index) => index)

export const Skeleton = ({ className }: { className?: string }) => (
  <span className={cx('skeleton', className)} />
)

const Waiting = ({ children, className }: { children: React.ReactNode; className: string }) => {
  const t = useT()
  return (
    <div className={className} aria-busy="true">
      <output className="sr-only">{t('ui.loading')}</output>
      {children}
    </div>
  )
}

export const TextSkeleton = ({ lines = 3 }: { lines?: number }) => (
  <Waiting className="skeleton-text">
    {times(lines).map((line) => (
      <Skeleton key={line} />
    ))}
  </Waiting>
)

export const TableSkeleton = ({ columns, rows = 8 }: { columns: number; rows?: number }) => (
  <Waiting className="skeleton-table">
    {times(rows).map((row) => (
      <div key={row} className="skeleton-row">
        {times(columns).map((column) => (
          <Skeleton key={column} />
        ))}
      </div>
    ))}
  </Waiting>
)

export const CardsSkeleton = ({ count = 8 }: { count?: number }) => (
  <Waiting className="skeleton-cards">
    {times(count).map((card) => (
      <div key={card} className="skeleton-card">
        <Skeleton className="skeleton-picture" />
        <Skeleton />
        <Skeleton className="skeleton-short" />
      </div>
    ))}
  </Waiting>
)
