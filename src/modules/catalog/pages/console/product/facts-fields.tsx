/** The facts of a product: what the shop shows in its table and lets people filter by. */
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import { useId, useState } from 'react'
import { localeNames, locales } from '../../../../../platform/i18n/locales.ts'
import type { MessageKey } from '../../../../../platform/i18n/keys.ts'
import { useFormState } from '../../../../../ui/forms/form-context.ts'
import { TextField } from '../../../../../ui/forms/text-field.tsx'
import { useT } from '../../../../../ui/i18n.tsx'
import { Button } from '../../../../../ui/parts/button.tsx'
import { IconButton } from '../../../../../ui/parts/icon-button.tsx'
import { factNames, flagNames } from '../../../values.ts'
import type { Facts } from './facts.ts'

export function FactsFields({ facts }: { facts: Facts }) {
  const t = useT()
  const names = useId()
  const { values } = useFormState()
  const [rows, setRows] = useState(() => firstRows(facts, values))
  const add = () => setRows([...rows, Math.max(-1, ...rows) + 1])
  return (
    <div className="form">
      <p className="text-ink-soft">{t('catalog.factsText')}</p>
      <Flags flags={facts.flags} />
      <datalist id={names}>
        {factNames
          .filter((key) => !(flagNames as readonly string[]).includes(key))
          .map((key) => (
            <option key={key} value={t(`catalog.attr_${key}`)} />
          ))}
      </datalist>
      {rows.map((row, at) => (
        <fieldset key={row} className="fact-row">
          <legend className="sr-only">{t('catalog.fact', { number: at + 1 })}</legend>
          <TextField
            name={`facts.${row}.name`}
            label={t('catalog.factName')}
            defaultValue={facts.rows[row]?.name}
            list={names}
            maxLength={60}
            autoComplete="off"
            optional
          />
          {locales.map((locale) => (
            <TextField
              key={locale}
              name={`facts.${row}.${locale}`}
              label={t('catalog.factValue', { language: localeNames[locale] })}
              defaultValue={facts.rows[row]?.texts[locale]}
              lang={locale}
              maxLength={500}
              optional
            />
          ))}
          <div className="needs-js">
            <IconButton
              label={t('catalog.removeFact', { number: at + 1 })}
              icon={<Trash aria-hidden />}
              onClick={() => setRows(rows.filter((one) => one !== row))}
            />
          </div>
        </fieldset>
      ))}
      <div className="needs-js">
        <Button icon={<Plus aria-hidden />} onClick={add}>
          {t('catalog.addFact')}
        </Button>
      </div>
    </div>
  )
}

function Flags({ flags }: { flags: Facts['flags'] }) {
  const t = useT()
  const { values } = useFormState()
  const wasSent = typeof values['flagNames'] === 'string'
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      {flags.map(({ key, isOn }) => (
        <label key={key} className="tick">
          <input type="hidden" name="flagNames" value={key} />
          <input
            type="checkbox"
            name={`flags.${key}`}
            defaultChecked={wasSent ? values[`flags.${key}`] === 'on' : isOn}
          />
          {(flagNames as readonly string[]).includes(key) ? t(`catalog.attr_${key}` as MessageKey) : key}
        </label>
      ))}
    </div>
  )
}

/** Those that are there, or were typed before a refusal, and one more for where there is no script to add it. */
function firstRows(facts: Facts, values: Readonly<Record<string, unknown>>): number[] {
  const typed = Object.keys(values).flatMap((name) => /^facts\.(\d+)\.name$/.exec(name)?.[1] ?? [])
  if (typed.length > 0) return typed.map(Number)
  return [...facts.rows.keys(), facts.rows.length]
}
