/** Beside the filters: which columns, what to take away as a file, and the keys. */
import Columns3 from 'lucide-react/icons/columns-3'
import Download from 'lucide-react/icons/download'
import Keyboard from 'lucide-react/icons/keyboard'
import { useSearchParams } from 'react-router'
import { useT } from '../i18n.tsx'
import type { Column, ListProps } from './list-types.ts'
import { changedQuery } from './query.ts'
import { setShortcuts, useShortcuts } from './shortcuts.ts'

type ColumnMenuProps<Row> = {
  columns: readonly Column<Row>[]
  shown: readonly Column<Row>[]
  choose: (keys: readonly string[]) => void
}

export function ColumnMenu<Row>({ columns, shown, choose }: ColumnMenuProps<Row>) {
  const t = useT()
  const optional = columns.filter((column, index) => index > 0 && !column.always)
  if (optional.length < 2) return null
  const toggle = (key: string) => {
    const keys = shown.map((column) => column.key)
    choose(keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key])
  }
  return (
    <details className="menu needs-js">
      <summary className="btn btn-ghost btn-icon" aria-label={t('ui.columns')} title={t('ui.columns')}>
        <Columns3 aria-hidden />
      </summary>
      <fieldset className="menu-panel">
        <legend className="sr-only">{t('ui.columns')}</legend>
        {optional.map((column) => (
          <label key={column.key} className="menu-check">
            <input type="checkbox" checked={shown.includes(column)} onChange={() => toggle(column.key)} />
            {column.label}
          </label>
        ))}
      </fieldset>
    </details>
  )
}

export function ExportMenu({ exports }: { exports: NonNullable<ListProps<never>['exports']> }) {
  const t = useT()
  const [query] = useSearchParams()
  const filters = changedQuery(query)
  return (
    <details className="menu">
      <summary className="btn btn-ghost btn-icon" aria-label={t('ui.export')} title={t('ui.export')}>
        <Download aria-hidden />
      </summary>
      <div className="menu-panel">
        {exports.map(({ path, label }) => (
          <a key={path} className="menu-item" href={filters ? `${path}?${filters}` : path} download>
            {label}
          </a>
        ))}
      </div>
    </details>
  )
}

export function KeysMenu() {
  const t = useT()
  const isOn = useShortcuts()
  const keys = [
    ['↓ ↑ / j k', t('ui.keyWalk')],
    ['␣', t('ui.keyChoose')],
    ['↵', t('ui.keyOpen')],
    ['/', t('ui.keySearch')],
  ] as const
  return (
    <details className="menu needs-js wide-only">
      <summary className="btn btn-ghost btn-icon" aria-label={t('ui.keys')} title={t('ui.keys')}>
        <Keyboard aria-hidden />
      </summary>
      <div className="menu-panel keys-panel">
        <dl>
          {keys.map(([key, text]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <label className="menu-check">
          <input type="checkbox" checked={isOn} onChange={(event) => setShortcuts(event.target.checked)} />
          {t('ui.letterKeys')}
        </label>
      </div>
    </details>
  )
}
