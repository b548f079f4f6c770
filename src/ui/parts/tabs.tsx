/** Tabs that are links: each has its own address, works without JavaScript, and goes back with the back button. */
import type { ReactNode } from 'react'
import { Link, NavLink } from 'react-router'
import { useFormat } from '../i18n.tsx'

export type TabItem = {
  to: string
  label: ReactNode
  count?: number
  /** Set when the address alone does not tell, such as tabs in the query. */
  isActive?: boolean
}

export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  const { number } = useFormat()
  return (
    <nav className="tabs" aria-label={label}>
      {items.map(({ to, label: text, count, isActive }) => {
        const content = (
          <>
            {text}
            {count !== undefined && <span className="tab-count">{number(count)}</span>}
          </>
        )
        return isActive === undefined ? (
          <NavLink key={to} to={to} end className="tab" preventScrollReset>
            {content}
          </NavLink>
        ) : (
          <Link
            key={to}
            to={to}
            className="tab"
            aria-current={isActive ? 'page' : undefined}
            preventScrollReset
          >
            {content}
          </Link>
        )
      })}
    </nav>
  )
}
