/** Numbers as people type them, with the comma or the point. The page's action reads them with `parseDecimal`. */
import { type FocusEvent, useRef } from 'react'
import { parseDecimal, typedDecimal } from '../../platform/i18n/decimal.ts'
import { useI18n, useT } from '../i18n.tsx'
import { TextField, type TextFieldProps } from './text-field.tsx'

export type NumberFieldProps = Omit<TextFieldProps, 'type' | 'defaultValue' | 'min' | 'max'> & {
  /** A decimal string as the API gives it ("12.50"), or a number. */
  defaultValue?: string | number | null
  /** Whole numbers only. */
  whole?: boolean
}

export function NumberField({ defaultValue, whole, ...props }: NumberFieldProps) {
  const t = useT()
  const { locale } = useI18n()
  const input = useRef<HTMLInputElement>(null)
  const check = (event: FocusEvent<HTMLInputElement>) => {
    const { value } = event.target
    const number = parseDecimal(value, locale)
    const isWrong = value !== '' && (number === null || (whole && number.includes('.')))
    event.target.setCustomValidity(isWrong ? t(whole ? 'ui.wholeNumberWanted' : 'ui.numberWanted') : '')
    // Shown as it was understood, so that nobody is surprised by "1.234".
    if (!isWrong && number !== null) event.target.value = typedDecimal(number, locale)
    props.onBlur?.(event)
  }
  return (
    <TextField
      autoComplete="off"
      {...props}
      ref={input}
      inputMode={whole ? 'numeric' : 'decimal'}
      defaultValue={
        defaultValue === null || defaultValue === undefined
          ? null
          : typedDecimal(String(defaultValue), locale)
      }
      onInput={(event) => {
        event.currentTarget.setCustomValidity('')
        props.onInput?.(event)
      }}
      onBlur={check}
    />
  )
}

const symbols: Record<string, string> = { EUR: '€', USD: '$', GBP: '£' }

export type MoneyFieldProps = Omit<NumberFieldProps, 'whole' | 'after'> & { currency?: string }

export const MoneyField = ({ currency = 'EUR', ...props }: MoneyFieldProps) => (
  <NumberField {...props} after={symbols[currency] ?? currency} />
)
