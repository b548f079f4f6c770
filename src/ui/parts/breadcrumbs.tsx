/** Where this page stands; the last one is the page itself. */
import { Link } from 'react-router'
import { useT } from '../i18n.tsx'

export type Crumb = { to: string; label: string }

export function Breadcrumbs({ items, current }: { items: readonly Crumb[]; current: string }) {
  const t = useT()
  return (
    <nav aria-label={t('ui.breadcrumbs')}>
      <ol className="crumbs">
        {items.map((item) => (
          <li key={item.to}>
            <Link to={item.to}>{item.label}</Link>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  )
}
