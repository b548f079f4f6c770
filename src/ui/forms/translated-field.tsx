/** One text in each language, sent as `name.el` and `name.en`. Without JavaScript all languages stand below each other. */
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { type Locale, localeNames, locales } from '../../platform/i18n/locales.ts'
import { cx } from '../cx.ts'
import { useI18n, useT } from '../i18n.tsx'
import type { FieldBase } from './field.tsx'
import { useFormState } from './form-context.ts'
import { pointerOf } from './problem.ts'
import { TextArea, TextField } from './text-field.tsx'

type TranslatedFieldProps = Omit<FieldBase, 'hideLabel'> & {
  defaultValue?: Partial<Record<Locale, string>> | null
  /** Several lines of this many rows. */
  rows?: number
  maxLength?: number
  /** The language that must not be empty; the others fall back to it. */
  mainLocale?: Locale
}

export function TranslatedField({
  name,
  label,
  defaultValue,
  rows,
  mainLocale,
  optional,
  className,
  ...rest
}: TranslatedFieldProps) {
  const t = useT()
  const { locale } = useI18n()
  const { problem } = useFormState()
  const isWrong = (code: Locale) =>
    problem?.errors?.some((error) => error.pointer === pointerOf(`${name}.${code}`))
  const [shown, setShown] = useState<Locale>(() => locales.find(isWrong) ?? mainLocale ?? locale)
  return (
    <fieldset className={cx('translated', className)}>
      <legend className="sr-only">{label}</legend>
      <fieldset className="translated-tabs" aria-label={t('ui.textLanguage', { label })}>
        {locales.map((code) => (
          <button
            key={code}
            type="button"
            aria-pressed={shown === code}
            data-invalid={isWrong(code) || undefined}
            onClick={() => setShown(code)}
          >
            <span aria-hidden="true">{code.toUpperCase()}</span>
            <span className="sr-only">{localeNames[code]}</span>
          </button>
        ))}
      </fieldset>
      {locales.map((code) => {
        const field = {
          ...rest,
          name: `${name}.${code}`,
          label: `${label} (${localeNames[code]})`,
          lang: code,
          optional: optional || code !== (mainLocale ?? locales[0]),
          defaultValue: defaultValue?.[code],
          // The browser cannot point at a field that is not shown, and would refuse to send without a word.
          onInvalid: () => flushSync(() => setShown(code)),
        }
        return (
          <div key={code} className="translated-panel" data-off={shown !== code || undefined}>
            {rows ? <TextArea {...field} rows={rows} /> : <TextField {...field} />}
          </div>
        )
      })}
    </fieldset>
  )
}
