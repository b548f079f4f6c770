/** One of many, found by typing; a plain select before the page is awake. */
import { lazy, Suspense } from 'react'
import { Field, type FieldBase, splitField } from '../forms/field.tsx'
import type { Option } from '../forms/select.tsx'
import { useHydrated } from '../use-hydrated.ts'

export type ComboboxProps = FieldBase & {
  /** All of them, or the first ones when `optionsUrl` finds the others. They also serve without JavaScript. */
  options: readonly Option[]
  /** Answers `?q=` with `{ data: […] }`, such as `/api/v1/customers`. */
  optionsUrl?: string
  /** Makes an option of one thing in `data`; needed when they are not options already. */
  toOption?: (item: never) => Option
  defaultValue?: Option | null
  placeholder?: string
  onChange?: (value: string | null) => void
}

const LiveCombobox = lazy(() => import('./combobox-live.tsx'))

export function Combobox(props: ComboboxProps) {
  const isAwake = useHydrated()
  const [field, { options, defaultValue, onChange, ...live }] = splitField(props)
  const known = defaultValue && !options.some((option) => option.value === defaultValue.value)
  const all = known ? [defaultValue, ...options] : options
  return (
    <Field {...field} stored={defaultValue?.value}>
      {(control) => {
        const plain = (
          <select
            {...control}
            key={control.defaultValue}
            className="input select"
            onChange={(event) => onChange?.(event.target.value || null)}
          >
            <option value="">{props.placeholder ?? ''}</option>
            {all.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        )
        if (!isAwake) return plain
        return (
          <Suspense fallback={plain}>
            <LiveCombobox {...live} control={control} label={field.label} options={all} onChange={onChange} />
          </Suspense>
        )
      }}
    </Field>
  )
}
