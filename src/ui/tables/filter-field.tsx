/** The fields of one filter, filled from the address. */
import { useI18n, useT } from '../i18n.tsx'
import type { Filter } from './list-types.ts'
import { namesOf } from './query.ts'

export function FilterField({ filter, query }: { filter: Filter; query: URLSearchParams }) {
  const t = useT()
  const { locale } = useI18n()
  if (filter.kind === 'flag')
    return (
      <label className="filter-flag">
        <input
          type="checkbox"
          name={filter.name}
          value="true"
          defaultChecked={query.get(filter.name) === 'true'}
        />
        {filter.label}
      </label>
    )
  if (filter.kind === 'select')
    return (
      <label className="field">
        <span className="field-label">{filter.label}</span>
        <select name={filter.name} className="input select" defaultValue={query.get(filter.name) ?? ''}>
          <option value="">{t('ui.all')}</option>
          {filter.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
    )
  const [from, to] = namesOf(filter) as readonly [string, string]
  const field = (name: string, label: string) => (
    <label>
      <span className="sr-only">{`${filter.label}: ${label}`}</span>
      <input
        name={name}
        className="input"
        placeholder={label}
        defaultValue={query.get(name) ?? ''}
        {...(filter.kind === 'dates'
          ? { type: 'date' }
          : { type: 'text', inputMode: 'decimal', lang: locale })}
      />
    </label>
  )
  return (
    <fieldset className="field filter-range">
      <legend className="field-label">
        {filter.label}
        {filter.kind === 'numbers' && filter.unit && ` (${filter.unit})`}
      </legend>
      {field(from, t('ui.from'))}
      <span aria-hidden="true">–</span>
      {field(to, t('ui.to'))}
    </fieldset>
  )
}
