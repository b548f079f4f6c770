/** Several of many: what is chosen as ticks that can be taken away, and a field that finds more. */
import { useRef, useState } from 'react'
import { Combobox } from '../../../../ui/console/combobox.tsx'
import type { Option } from '../../../../ui/forms/select.tsx'
import { useT } from '../../../../ui/i18n.tsx'
import type { Choice } from './load.ts'

type ScopePickerProps = {
  name: string
  label: string
  choice: Choice
  /** Answers `?q=` with `{ data: [{ id, name }] }`; absent when the choice is whole. */
  url?: string
  onChange: (labels: readonly string[]) => void
}

type Found = { id: string; name: string }

export function ScopePicker({ name, label, choice, url, onChange }: ScopePickerProps) {
  const t = useT()
  const [listed, setListed] = useState<readonly Option[]>(choice.chosen)
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const known = useRef(new Map(choice.options.map((option) => [option.value, option])))

  const change = (options: readonly Option[], without: ReadonlySet<string>) => {
    setListed(options)
    setOff(without)
    onChange(options.filter(({ value }) => !without.has(value)).map((option) => option.label))
  }
  const add = (value: string | null) => {
    const option = value ? known.current.get(value) : undefined
    if (!option) return
    const isListed = listed.some((one) => one.value === option.value)
    change(isListed ? listed : [...listed, option], new Set([...off].filter((id) => id !== option.value)))
  }
  const toggle = (value: string, isOn: boolean) =>
    change(listed, isOn ? new Set([...off].filter((id) => id !== value)) : new Set([...off, value]))

  return (
    <div className="flex flex-col gap-2">
      <Combobox
        name={`add.${name}`}
        label={label}
        placeholder={t('promotions.add')}
        optional
        options={choice.options}
        optionsUrl={url}
        toOption={({ id, name }: Found) => {
          const option = { value: id, label: name }
          known.current.set(id, option)
          return option
        }}
        onChange={add}
      />
      {listed.length > 0 && (
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {listed.map((option) => (
            <li key={option.value}>
              <label className="inline-flex min-h-9 items-center gap-2">
                <input
                  type="checkbox"
                  name={name}
                  value={option.value}
                  checked={!off.has(option.value)}
                  onChange={(event) => toggle(option.value, event.target.checked)}
                />
                {option.label}
              </label>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
