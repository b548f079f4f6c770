/** Tabs that are links: each has its own address, works without JavaScript, and goes back with the back button. */
import { type ReactNode, useEffect, useRef } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
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
  const { pathname, search } = useLocation()
  const row = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the row is longer than the screen. Only the row moves, not the page.
    const chosen = row.current?.querySelector<HTMLElement>('[aria-current=page]')
    if (row.current && chosen) row.current.scrollLeft = chosen.offsetLeft - row.current.clientWidth / 3
  }, [pathname, search])
  return (
    <nav ref={row} className="tabs" aria-label={label}>
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
