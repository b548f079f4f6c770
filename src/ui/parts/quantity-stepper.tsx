/** How many: a number field with two large buttons, a plain number field before the page is awake. */
import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { useRef } from 'react'
import { useT } from '../i18n.tsx'

type QuantityStepperProps = {
  name: string
  /** What is counted, for people who do not see it beside the field. */
  label: string
  defaultValue?: number
  min?: number
  max?: number
  step?: number
  /** Called with a valid number after a press or a finished entry. */
  onChange?: (quantity: number) => void
}

export function QuantityStepper({
  name,
  label,
  defaultValue = 1,
  min = 1,
  max,
  step = 1,
  onChange,
}: QuantityStepperProps) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const move = (by: 'stepUp' | 'stepDown') => {
    input.current?.[by]()
    report()
  }
  const report = () => {
    if (input.current?.validity.valid && input.current.value) onChange?.(input.current.valueAsNumber)
  }
  return (
    <fieldset className="stepper" aria-label={label}>
      <button
        type="button"
        className="needs-js"
        aria-label={t('ui.decrease')}
        onClick={() => move('stepDown')}
      >
        <Minus aria-hidden />
      </button>
      <input
        ref={input}
        type="number"
        inputMode="numeric"
        name={name}
        aria-label={label}
        defaultValue={defaultValue}
        {...{ min, max, step }}
        required
        onChange={report}
      />
      <button type="button" className="needs-js" aria-label={t('ui.increase')} onClick={() => move('stepUp')}>
        <Plus aria-hidden />
      </button>
    </fieldset>
  )
}
