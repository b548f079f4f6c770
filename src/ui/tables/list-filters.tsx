/** Search and filters as one GET form: it works without JavaScript, and acts by itself with it. */
import Search from 'lucide-react/icons/search'
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import { useEffect, useRef } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useT } from '../i18n.tsx'
import { Button } from '../parts/button.tsx'
import { FilterField } from './filter-field.tsx'
import type { Filter } from './list-types.ts'
import { changedQuery, namesOf } from './query.ts'

type ListFiltersProps = { filters: readonly Filter[]; search: string | false }

export function ListFilters({ filters, search }: ListFiltersProps) {
  const t = useT()
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef(0)
  const active = filters.filter((filter) => namesOf(filter).some((name) => query.get(name))).length

  const apply = () => {
    clearTimeout(timer.current)
    if (!form.current) return
    const typed: Record<string, string | null> = {}
    for (const name of ['q', ...filters.flatMap(namesOf)]) typed[name] = null
    for (const [name, value] of new FormData(form.current)) typed[name] = String(value).trim()
    void navigate(`?${changedQuery(query, typed)}`, { replace: true, preventScrollReset: true })
  }
  // Typing is answered when it pauses, everything else when it is chosen.
  const onInput = (field: EventTarget) => {
    clearTimeout(timer.current)
    const isText = field instanceof HTMLInputElement && ['search', 'text', 'date'].includes(field.type)
    timer.current = window.setTimeout(apply, isText ? 350 : 0)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  // A chip or the back button changed the words; while somebody types, theirs stand.
  const words = query.get('q') ?? ''
  useEffect(() => {
    const field = form.current?.elements.namedItem('q')
    if (field instanceof HTMLInputElement && field !== document.activeElement) field.value = words
  }, [words])

  if (search === false && filters.length === 0) return null
  return (
    <search
      // Another saved view or the back button fills the fields anew.
      key={filters
        .flatMap(namesOf)
        .map((name) => query.get(name))
        .join()}
    >
      <form
        ref={form}
        className="list-filters"
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
        onInput={(event) => onInput(event.target)}
      >
        {query.get('sort') && <input type="hidden" name="sort" value={query.get('sort')!} />}
        {search !== false && (
          <label className="list-search">
            <Search aria-hidden />
            <span className="sr-only">{search}</span>
            <input type="search" name="q" className="input" placeholder={search} defaultValue={words} />
          </label>
        )}
        {filters.length > 0 && (
          <details className="menu">
            <summary className="btn btn-quiet">
              <SlidersHorizontal aria-hidden />
              {t('ui.filters')}
              {active > 0 && <span className="tab-count">{active}</span>}
            </summary>
            <div className="menu-panel list-filter-panel">
              {filters.map((filter) => (
                <FilterField key={namesOf(filter).join()} filter={filter} query={query} />
              ))}
            </div>
          </details>
        )}
        <Button type="submit" className="no-js">
          {t('ui.apply')}
        </Button>
      </form>
    </search>
  )
}
