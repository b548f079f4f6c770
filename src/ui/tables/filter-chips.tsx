/** The filters that apply, each to be taken away by one press. */
import X from 'lucide-react/icons/x'
import { Link, useSearchParams } from 'react-router'
import { useFormat, useT } from '../i18n.tsx'
import type { Filter } from './list-types.ts'
import { changedQuery, namesOf } from './query.ts'

/** Every parameter that narrows a list, `q` included. */
export const narrowing = (filters: readonly Filter[]): string[] => ['q', ...filters.flatMap(namesOf)]

export function FilterChips({ filters }: { filters: readonly Filter[] }) {
  const t = useT()
  const { date } = useFormat()
  const [query] = useSearchParams()

  const describe = (filter: Filter): string => {
    if (filter.kind === 'flag') return filter.label
    if (filter.kind === 'select') {
      const value = query.get(filter.name)
      return `${filter.label}: ${filter.options.find((option) => option.value === value)?.label ?? value}`
    }
    const show = (value: string) =>
      filter.kind === 'dates' && /^\d{4}-\d\d-\d\d$/.test(value) ? date(value) : value
    const [from = '', to = ''] = namesOf(filter).map((name) => query.get(name) ?? '')
    if (from && to) return `${filter.label}: ${show(from)} – ${show(to)}`
    return `${filter.label}: ${from ? t('ui.fromValue', { value: show(from) }) : t('ui.toValue', { value: show(to) })}`
  }

  const chips = filters
    .filter((filter) => namesOf(filter).some((name) => query.get(name)))
    .map((filter) => ({ names: namesOf(filter), text: describe(filter) }))
  const words = query.get('q')
  if (words) chips.unshift({ names: ['q'], text: `“${words}”` })
  if (chips.length === 0) return null

  const without = (names: readonly string[]) =>
    `?${changedQuery(query, Object.fromEntries(names.map((name) => [name, null])))}`
  return (
    <ul className="chips" aria-label={t('ui.activeFilters')}>
      {chips.map((chip) => (
        <li key={chip.names.join()}>
          <Link to={without(chip.names)} className="chip" replace preventScrollReset>
            <span className="sr-only">{t('ui.removeFilter')} </span>
            {chip.text}
            <X aria-hidden />
          </Link>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Link to={without(narrowing(filters))} className="chip chip-clear" replace preventScrollReset>
            {t('ui.clearFilters')}
          </Link>
        </li>
      )}
    </ul>
  )
}
