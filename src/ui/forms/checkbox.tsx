/** Yes or no: as a tick that is sent with the form, or as a switch for settings. */
import type { ChangeEvent, ReactNode } from 'react'
import { useField, useFormState } from './form-context.ts'

type CheckboxProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** What is sent when ticked; nothing is sent otherwise. */
  value?: string
  defaultChecked?: boolean
  required?: boolean
  onChange?: (event: ChangeEvent<HTMLInputElement>) => void
}

const Tick = ({
  name,
  label,
  hint,
  value = 'on',
  kind,
  defaultChecked,
  ...native
}: CheckboxProps & { kind: 'check' | 'switch' }) => {
  const { id, error } = useField(name)
  const { values } = useFormState()
  // A form that came back knows a tick that was taken away only by its absence.
  const wasSent = Object.keys(values).length > 0
  // Several ticks may share one name; each needs an id of its own.
  const own = value === 'on' ? id : `${id}-${value}`
  return (
    <div className={kind} data-invalid={error ? true : undefined}>
      <input
        {...native}
        type="checkbox"
        role={kind === 'switch' ? 'switch' : undefined}
        id={own}
        name={name}
        value={value}
        defaultChecked={wasSent ? values[name] === value : defaultChecked}
        aria-invalid={error ? true : undefined}
        aria-describedby={
          [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(' ') || undefined
        }
      />
      <label htmlFor={own}>{label}</label>
      {hint && (
        <p id={`${own}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${own}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  )
}

export const Checkbox = (props: CheckboxProps) => <Tick {...props} kind="check" />
export const Switch = (props: CheckboxProps) => <Tick {...props} kind="switch" />
