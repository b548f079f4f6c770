/** From one day to another, with the usual ranges one press away; two date fields before the page is awake. */
import { lazy, Suspense } from 'react'
import { useT } from '../i18n.tsx'
import { useHydrated } from '../use-hydrated.ts'

export type DateRangeProps = {
  label: string
  /** The names of the two fields, `from` and `to` by default; they send `YYYY-MM-DD`. */
  names?: readonly [string, string]
  from?: string | null
  to?: string | null
  /** Today at the organisation, `YYYY-MM-DD`; the ready ranges count from it. */
  today: string
  /** Called with both days once a whole range is chosen. */
  onChange?: (from: string, to: string) => void
}

const LiveDateRange = lazy(() => import('./date-range-live.tsx'))

export function DateRange(props: DateRangeProps) {
  const t = useT()
  const isAwake = useHydrated()
  const [fromName, toName] = props.names ?? ['from', 'to']
  const plain = (
    <fieldset className="field filter-range">
      <legend className="field-label">{props.label}</legend>
      <input
        type="date"
        className="input"
        name={fromName}
        aria-label={t('ui.from')}
        defaultValue={props.from ?? ''}
      />
      <span aria-hidden="true">–</span>
      <input
        type="date"
        className="input"
        name={toName}
        aria-label={t('ui.to')}
        defaultValue={props.to ?? ''}
      />
    </fieldset>
  )
  if (!isAwake) return plain
  return (
    <Suspense fallback={plain}>
      <LiveDateRange {...props} names={[fromName, toName]} />
    </Suspense>
  )
}
