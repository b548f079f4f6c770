/** Forward and back through a long list by cursor: as fast on the last page as on the first. */
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useLocation, useSearchParams } from 'react-router'
import { useT } from '../i18n.tsx'
import { LinkButton } from './button.tsx'

export type PageCursors = {
  next: string | null
  /** When the list cannot say what came before, there is a way back to the start instead. */
  previous?: string | null
}

export function Pagination({ next, previous }: PageCursors) {
  const t = useT()
  const [query] = useSearchParams()
  const { pathname } = useLocation()
  const isStart = !query.has('cursor')
  const link = (cursor: string | null) => {
    const changed = new URLSearchParams(query)
    changed.delete('cursor')
    if (cursor) changed.set('cursor', cursor)
    return `${pathname}?${changed}`
  }
  if (isStart && !next) return null
  return (
    <nav className="pages" aria-label={t('ui.pages')}>
      {!isStart && (
        <LinkButton to={link(previous ?? null)} rel="prev" icon={<ChevronLeft aria-hidden />}>
          {previous ? t('ui.previousPage') : t('ui.firstPage')}
        </LinkButton>
      )}
      {next && (
        <LinkButton to={link(next)} rel="next" className="pages-next">
          {t('ui.nextPage')}
          <ChevronRight aria-hidden />
        </LinkButton>
      )}
    </nav>
  )
}
