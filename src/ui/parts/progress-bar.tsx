/** How far long work has come; without a value it only says that it is going on. */
import { useId } from 'react'
import { useFormat } from '../i18n.tsx'

type ProgressBarProps = {
  label: string
  /** 0 to `max`; null when unknown. */ value: number | null
  max?: number
}

export function ProgressBar({ label, value, max = 100 }: ProgressBarProps) {
  const { percent } = useFormat()
  const id = useId()
  return (
    <div className="progress">
      <label htmlFor={id}>{label}</label>
      {value !== null && (
        <span className="progress-value" suppressHydrationWarning>
          {percent(Math.round((100 * value) / max))}
        </span>
      )}
      <progress id={id} max={max} {...(value !== null && { value })} />
    </div>
  )
}
