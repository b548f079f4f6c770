/** A sheet of paper on the counter: one subject, with an optional title line and actions. */
import type { ReactNode } from 'react'
import { cx } from '../cx.ts'

type CardProps = {
  title?: ReactNode
  /** Buttons or links at the end of the title line. */
  actions?: ReactNode
  /** Without inner space, for tables and pictures. */
  flush?: boolean
  className?: string
  children: ReactNode
}

export const Card = ({ title, actions, flush, className, children }: CardProps) => (
  <section className={cx('card', flush && 'card-flush', className)}>
    {(title || actions) && (
      <header className="card-head">
        {title && <h2 className="card-title">{title}</h2>}
        {actions && <div className="card-actions">{actions}</div>}
      </header>
    )}
    {children}
  </section>
)
