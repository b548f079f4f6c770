/** The lines of a product, and the options that tell them apart. */
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import type { Locale } from '../../../../../platform/i18n/locales.ts'
import { useFormState } from '../../../../../ui/forms/form-context.ts'
import { TextField } from '../../../../../ui/forms/text-field.tsx'
import { useT } from '../../../../../ui/i18n.tsx'
import { Button } from '../../../../../ui/parts/button.tsx'
import { IconButton } from '../../../../../ui/parts/icon-button.tsx'
import { type EditableVariant, VariantFields } from './variant-fields.tsx'

type VariantLinesProps = {
  /** Null while the product is new. */
  productId: string | null
  variants: readonly EditableVariant[]
  currency: string
  mainLocale: Locale
}

/** Stands for one more where there is no script to add it. */
const spare = 'new0'
const mostOptions = 5

export function VariantLines({ productId, variants, currency, mainLocale }: VariantLinesProps) {
  const t = useT()
  const { values } = useFormState()
  const known = new Map(variants.map((variant) => [variant.id, variant]))
  const [lines, setLines] = useState<readonly string[]>(() => firstLines(variants, values))
  const [names, setNames] = useState<readonly string[]>(() => firstNames(variants, values))
  const add = () => {
    const numbers = lines.map((line) => Number(/^new(\d+)$/.exec(line)?.[1] ?? 0))
    setLines([...lines, `new${Math.max(0, ...numbers) + 1}`])
  }
  const shared = { optionNames: names, currency, mainLocale }
  return (
    <div className="form">
      <p className="text-ink-soft">{t('catalog.variantsText')}</p>
      <fieldset>
        <legend className="field-label">{t('catalog.options')}</legend>
        <p className="field-hint">{t('catalog.optionsHint')}</p>
        <div className="variant-fields mt-2">
          {[...names, ...(names.length < mostOptions ? [''] : [])].map((name, n) => (
            <TextField
              key={n}
              name={`options.${n}`}
              label={t('catalog.option', { number: n + 1 })}
              defaultValue={name}
              maxLength={60}
              onInput={({ currentTarget: { value } }) =>
                setNames(names.length > n ? names.with(n, value.trim()) : [...names, value.trim()])
              }
              optional
              hideLabel
            />
          ))}
        </div>
      </fieldset>
      {lines.map((line, at) => (
        <fieldset key={line} className="variant">
          <legend className="variant-legend">{t('catalog.variant', { number: at + 1 })}</legend>
          <VariantFields
            line={line}
            variant={known.get(line)}
            stockHref={
              productId && known.has(line) ? `/console/products/${productId}/stock/${line}` : undefined
            }
            {...shared}
          />
          {lines.length > 1 && (
            <div className="variant-remove needs-js">
              <IconButton
                label={t('catalog.removeVariant', { number: at + 1 })}
                icon={<Trash aria-hidden />}
                onClick={() => setLines(lines.filter((one) => one !== line))}
              />
            </div>
          )}
        </fieldset>
      ))}
      <fieldset className="variant no-js">
        <legend className="variant-legend">{t('catalog.addVariant')}</legend>
        <VariantFields line={spare} isSpare {...shared} />
      </fieldset>
      <div className="needs-js">
        <Button icon={<Plus aria-hidden />} onClick={add}>
          {t('catalog.addVariant')}
        </Button>
      </div>
    </div>
  )
}

function firstLines(
  variants: readonly EditableVariant[],
  values: Readonly<Record<string, unknown>>,
): string[] {
  const typed = Object.keys(values).flatMap((name) => /^variants\.([^.]+)\.sku$/.exec(name)?.[1] ?? [])
  const kept = [...new Set(typed)].filter((line) => line !== spare)
  if (kept.length > 0) return kept
  return variants.length > 0 ? variants.map(({ id }) => id) : ['new1']
}

function firstNames(
  variants: readonly EditableVariant[],
  values: Readonly<Record<string, unknown>>,
): string[] {
  const typed = Object.entries(values).flatMap(([name, value]) =>
    /^options\.\d+$/.test(name) ? [String(value).trim()] : [],
  )
  if (typed.length > 0) return typed.filter((name, n) => name !== '' || n < typed.length - 1)
  return [...new Set(variants.flatMap(({ options }) => Object.keys(options)))]
}
