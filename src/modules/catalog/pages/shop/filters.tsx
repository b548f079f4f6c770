/** What a shelf can be narrowed by. A plain form that sends itself once the page is awake. */
import { useEffect, useRef } from 'react'
import { Form, useLocation, useSearchParams, useSubmit } from 'react-router'
import type { MessageKey } from '../../../../platform/i18n/keys.ts'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { Button } from '../../../../ui/parts/button.tsx'
import { factNames } from '../../values.ts'
import type { Choices, Shelf } from './shelf.ts'

export const filtersId = 'filters'

type Choice = { value: string; label: string; count: number }
type FiltersProps = { choices: Choices; chosen: Shelf['chosen']; isCategory?: boolean; isProducer?: boolean }

export function Filters({ choices, chosen, isCategory, isProducer }: FiltersProps) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const { pathname } = useLocation()
  const submit = useSubmit()
  const attributeName = useAttributeName()
  const valueText = useValueText()
  useTicksOfAddress(form)
  const send = (filters: HTMLFormElement) => {
    const said = [...new FormData(filters)].filter(([, value]) => value !== '' && value !== 'relevance')
    const query = new URLSearchParams(said as [string, string][])
    void submit(query, { action: pathname, preventScrollReset: true, replace: true })
  }
  const ticks = (name: string) => ({ name, chosen: (chosen[name] ?? '').split(',') })
  return (
    <Form
      ref={form}
      id={filtersId}
      action={pathname}
      className="filters"
      onSubmit={(event) => {
        event.preventDefault()
        send(event.currentTarget)
      }}
      onChange={(event) => {
        if ((event.target as Element as HTMLInputElement).type !== 'text') send(event.currentTarget)
      }}
    >
      {chosen['q'] && <input type="hidden" name="q" value={chosen['q']} />}
      <label className="tick">
        <input type="checkbox" name="inStock" value="true" defaultChecked={chosen['inStock'] === 'true'} />
        {t('catalog.inStockOnly')}
      </label>
      {!isCategory && (
        <Group title={t('catalog.category')} choices={choices.categories} {...ticks('category')} />
      )}
      {!isProducer && (
        <Group title={t('catalog.producer')} choices={choices.producers} {...ticks('producer')} />
      )}
      <fieldset className="filter-group">
        <legend>{t('catalog.price')}</legend>
        <div className="filter-range">
          {(['priceMin', 'priceMax'] as const).map((name) => (
            <input
              key={name}
              type="text"
              inputMode="decimal"
              name={name}
              className="input"
              aria-label={t(`catalog.${name}`)}
              placeholder={t(`catalog.${name}`)}
              defaultValue={chosen[name]}
              maxLength={9}
            />
          ))}
          <Button type="submit" size="small" aria-label={t('catalog.priceApply')}>
            {t('ui.apply')}
          </Button>
        </div>
      </fieldset>
      {choices.attributes.map(({ key, isFlag, values }) =>
        isFlag ? (
          <label key={key} className="tick">
            <input
              type="checkbox"
              name={`attr.${key}`}
              value="true"
              defaultChecked={chosen[`attr.${key}`] === 'true'}
            />
            <span>{attributeName(key)}</span>
            <span className="tick-count">{values[0]!.count}</span>
          </label>
        ) : (
          <Group
            key={key}
            title={attributeName(key)}
            choices={values.map((one) => ({ ...one, label: valueText(one.value) }))}
            {...ticks(`attr.${key}`)}
          />
        ),
      )}
      <Button type="submit" className="no-js">
        {t('ui.apply')}
      </Button>
    </Form>
  )
}

const shownAtOnce = 6

function Group({
  title,
  name,
  choices,
  chosen,
}: {
  title: string
  name: string
  choices: readonly Choice[]
  chosen: readonly string[]
}) {
  const t = useT()
  const { number } = useFormat()
  if (choices.length < 2 && !choices.some(({ value }) => chosen.includes(value))) return null
  const tick = ({ value, label, count }: Choice) => (
    <label key={value} className="tick">
      <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
      <span>{label}</span>
      <span className="tick-count">{number(count)}</span>
    </label>
  )
  const rest = choices.slice(shownAtOnce)
  return (
    <fieldset className="filter-group">
      <legend>{title}</legend>
      {choices.slice(0, shownAtOnce).map(tick)}
      {rest.length > 0 && (
        <details open={rest.some(({ value }) => chosen.includes(value))}>
          <summary className="link">{t('catalog.moreChoices', { count: rest.length })}</summary>
          {rest.map(tick)}
        </details>
      )}
    </fieldset>
  )
}

/** A filter taken away elsewhere takes its tick away too, without the form losing the focus. */
function useTicksOfAddress(form: React.RefObject<HTMLFormElement | null>) {
  const [query] = useSearchParams()
  useEffect(() => {
    for (const input of form.current?.querySelectorAll<HTMLInputElement>('input:not([type=hidden])') ?? []) {
      const values = query.getAll(input.name).flatMap((value) => value.split(','))
      if (input.type === 'checkbox') input.checked = values.includes(input.value)
      else input.value = query.get(input.name) ?? ''
    }
  }, [form, query])
}

/** The name of an attribute in words; one that came by an import keeps its own. */
export function useAttributeName(): (key: string) => string {
  const t = useT()
  return (key) =>
    (factNames as readonly string[]).includes(key)
      ? t(`catalog.attr_${key}` as MessageKey)
      : `${key.charAt(0).toUpperCase()}${key.slice(1).replaceAll(/[-_]/g, ' ')}`
}

/** A number with decimals as the language writes it; a year is no such number. */
export function useValueText(): (value: string) => string {
  const { number } = useFormat()
  return (value) => (/^\d+\.\d+$/.test(value) ? number(value) : value)
}
