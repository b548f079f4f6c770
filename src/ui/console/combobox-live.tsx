/** The combobox once the page is awake: typing narrows or asks the server, the arrows choose. */
import ChevronDown from 'lucide-react/icons/chevron-down'
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { localeTags } from '../../platform/i18n/locales.ts'
import type { Control } from '../forms/field.tsx'
import type { Option } from '../forms/select.tsx'
import { useI18n } from '../i18n.tsx'
import type { ComboboxProps } from './combobox.tsx'
import { fold } from './fold.ts'

type LiveProps = Pick<ComboboxProps, 'options' | 'optionsUrl' | 'toOption' | 'placeholder' | 'onChange'> & {
  control: Control
  label: string
}

export default function LiveCombobox({
  control,
  label,
  options,
  optionsUrl,
  toOption,
  placeholder,
  onChange,
}: LiveProps) {
  const { locale, t } = useI18n()
  const chosen = options.find((option) => option.value === control.defaultValue)
  const [words, setWords] = useState(chosen?.label ?? '')
  const [isTyping, setTyping] = useState(false)
  const { found, state } = useOptions(options, isTyping ? words : '', optionsUrl, toOption)
  const empty = { idle: t('ui.noOptions'), loading: t('ui.loading'), failed: t('ui.optionsFailed') }[state]
  return (
    <I18nProvider locale={localeTags[locale]}>
      <ComboBox
        className="combobox"
        aria-label={label}
        aria-describedby={control['aria-describedby']}
        id={control.id}
        name={control.name}
        formValue="key"
        isRequired={control.required}
        isInvalid={control['aria-invalid']}
        validationBehavior="native"
        items={found}
        inputValue={words}
        defaultSelectedKey={chosen?.value}
        menuTrigger="focus"
        allowsEmptyCollection
        onInputChange={(text) => {
          setWords(text)
          setTyping(true)
        }}
        onOpenChange={(isOpen) => !isOpen && setTyping(false)}
        onSelectionChange={(key) => {
          setTyping(false)
          onChange?.(key === null ? null : String(key))
        }}
      >
        <span className="input-frame">
          <Input className="input" placeholder={placeholder} />
          <Button className="input-side combobox-open" aria-label={t('ui.showOptions')}>
            <ChevronDown aria-hidden />
          </Button>
        </span>
        <Popover className="popover combobox-popover">
          <ListBox className="options" renderEmptyState={() => <p className="options-empty">{empty}</p>}>
            {(option: Option) => (
              <ListBoxItem
                id={option.value}
                textValue={option.label}
                className="option"
                isDisabled={option.disabled}
              >
                {option.label}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  )
}

type Asked = { words: string; options: readonly Option[] | null }

/** The options that fit the words: of those given, or the server's when typing pauses. */
function useOptions(
  given: readonly Option[],
  words: string,
  url?: string,
  toOption?: ComboboxProps['toOption'],
) {
  const needle = words.trim()
  const [asked, setAsked] = useState<Asked>({ words: '', options: given })
  useEffect(() => {
    if (!url || !needle) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const options = await ask(url, needle, toOption, stop.signal)
      if (!stop.signal.aborted) setAsked({ words: needle, options })
    }, 200)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [url, needle, toOption])

  if (!needle) return { found: given, state: 'idle' as const }
  if (!url)
    return {
      found: given.filter((option) => fold(option.label).includes(fold(needle))),
      state: 'idle' as const,
    }
  if (asked.words !== needle) return { found: asked.options ?? [], state: 'loading' as const }
  return { found: asked.options ?? [], state: asked.options ? ('idle' as const) : ('failed' as const) }
}

/** Null when the server cannot be asked. */
async function ask(url: string, words: string, toOption: ComboboxProps['toOption'], signal: AbortSignal) {
  try {
    const address = new URL(url, location.href)
    address.searchParams.set('q', words)
    const answer = await fetch(address, { signal, headers: { accept: 'application/json' } })
    if (!answer.ok) return null
    const { data } = (await answer.json()) as { data: readonly unknown[] }
    return data.map((item) => (toOption ? toOption(item as never) : (item as Option)))
  } catch {
    return null
  }
}
