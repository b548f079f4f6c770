/** One of a few choices that need a word of explanation: shipping, payment, roles. */
import type { ChangeEvent, ReactNode } from 'react'
import { useField } from './form-context.ts'

export type RadioCard = {
  value: string
  label: ReactNode
  hint?: ReactNode
  /** At the end of the line: a price, a picture. */
  aside?: ReactNode
  /** Why it cannot be chosen now. */
  reason?: string | null
}

type RadioCardsProps = {
  name: string
  label: string
  cards: readonly RadioCard[]
  defaultValue?: string | null
  optional?: boolean
  hideLabel?: boolean
  onChange?: (event: ChangeEvent<HTMLInputElement>) => void
}

export function RadioCards({
  name,
  label,
  cards,
  defaultValue,
  optional,
  hideLabel,
  onChange,
}: RadioCardsProps) {
  const { id, error, value } = useField(name, defaultValue)
  return (
    <fieldset className="radio-cards" data-invalid={error ? true : undefined}>
      <legend className={hideLabel ? 'sr-only' : 'field-label'}>{label}</legend>
      {cards.map((card, index) => (
        <label key={card.value} className="radio-card">
          <input
            type="radio"
            // The summary's link leads to the first choice.
            id={index === 0 ? id : undefined}
            name={name}
            value={card.value}
            defaultChecked={value === card.value}
            disabled={Boolean(card.reason)}
            required={!optional}
            aria-describedby={error ? `${id}-error` : undefined}
            onChange={onChange}
          />
          <span className="radio-card-text">
            <span className="radio-card-label">{card.label}</span>
            {(card.reason || card.hint) && (
              <span className="radio-card-hint">{card.reason || card.hint}</span>
            )}
          </span>
          {card.aside && <span className="radio-card-aside">{card.aside}</span>}
        </label>
      ))}
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </fieldset>
  )
}
