/** The frame of every field: its label, a hint, and its error beside it. */
import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import { useT } from '../i18n.tsx'
import { useField } from './form-context.ts'

/** What every field has. `name` is a path with dots, the same as in the API's body. */
export type FieldBase = {
  name: string
  label: string
  hint?: ReactNode
  /** Fields are required unless they say that they are not. */
  optional?: boolean
  /** The label is for screen readers only, where the place says what it is. */
  hideLabel?: boolean
  className?: string
}

/** What the control itself must carry. */
export type Control = {
  id: string
  name: string
  required: boolean
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
  defaultValue: string | number | undefined
}

type FieldProps = FieldBase & {
  stored?: string | number | null
  children: (control: Control) => ReactNode
}

export function Field({ name, label, hint, optional, hideLabel, className, stored, children }: FieldProps) {
  const t = useT()
  const { id, error, value } = useField(name, stored)
  const described = cx(hint ? `${id}-hint` : null, error ? `${id}-error` : null)
  return (
    <div className={cx('field', className)} data-invalid={error ? true : undefined}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'field-label'}>
        {label}
        {optional && !hideLabel && <span className="field-optional"> {t('ui.optional')}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {children({
        id,
        name,
        required: !optional,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': described || undefined,
        defaultValue: value,
      })}
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  )
}

/** Splits a field's own properties from those of its control. */
export function splitField<P extends FieldBase>(props: P): [FieldBase, Omit<P, keyof FieldBase>] {
  const { name, label, hint, optional, hideLabel, className, ...rest } = props
  return [{ name, label, hint, optional, hideLabel, className }, rest]
}
