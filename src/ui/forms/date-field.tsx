/** A day, or a day and a time, by the browser's own calendar. It sends `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM` (local, without a zone). */
import type { ComponentPropsWithRef } from 'react'
import { Field, type FieldBase, splitField } from './field.tsx'

export type DateFieldProps = FieldBase &
  Omit<ComponentPropsWithRef<'input'>, keyof FieldBase | 'defaultValue' | 'id' | 'required' | 'type'> & {
    defaultValue?: string | null
    withTime?: boolean
  }

export function DateField(props: DateFieldProps) {
  const [field, { defaultValue, withTime, ...native }] = splitField(props)
  return (
    <Field {...field} stored={defaultValue}>
      {(control) => (
        <input {...native} {...control} type={withTime ? 'datetime-local' : 'date'} className="input" />
      )}
    </Field>
  )
}
