/** One of a short list, by the browser's own control; long lists use the console's `Combobox`. */
import type { ComponentPropsWithRef } from 'react'
import { Field, type FieldBase, splitField } from './field.tsx'

export type Option = { value: string; label: string; disabled?: boolean }

export type SelectProps = FieldBase &
  Omit<ComponentPropsWithRef<'select'>, keyof FieldBase | 'defaultValue' | 'id' | 'required' | 'children'> & {
    options: readonly Option[]
    defaultValue?: string | null
    /** A first entry with the empty value: "Choose…", "All". */
    placeholder?: string
  }

export function Select(props: SelectProps) {
  const [field, { options, defaultValue, placeholder, ...native }] = splitField(props)
  return (
    <Field {...field} stored={defaultValue}>
      {(control) => (
        // A refused form comes back with another value; the key makes the browser take it.
        <select key={control.defaultValue} {...native} {...control} className="input select">
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
