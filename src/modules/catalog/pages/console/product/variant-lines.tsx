/** The lines of a product: what each is called, costs and weighs, and how many there are. */
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import { MoneyField, NumberField } from '../../../../../ui/forms/number-field.tsx'
import { TextField } from '../../../../../ui/forms/text-field.tsx'
import { useT } from '../../../../../ui/i18n.tsx'
import { Button } from '../../../../../ui/parts/button.tsx'
import { IconButton } from '../../../../../ui/parts/icon-button.tsx'

export type EditableVariant = {
  id: string
  sku: string
  name: string
  price: string
  compareAt: string | null
  stock: number
  weightGrams: number
}

type VariantLinesProps = {
  variants: readonly EditableVariant[]
  /** What had been typed before it was refused. */
  values?: Readonly<Record<string, unknown>>
  currency: string
}

/** Stands for one more where there is no script to add it. */
const spare = 'new0'

export function VariantLines({ variants, values = {}, currency }: VariantLinesProps) {
  const t = useT()
  const known = new Map(variants.map((variant) => [variant.id, variant]))
  const [lines, setLines] = useState<readonly string[]>(() => firstLines(variants, values))
  const add = () => {
    const numbers = lines.map((line) => Number(/^new(\d+)$/.exec(line)?.[1] ?? 0))
    setLines([...lines, `new${Math.max(0, ...numbers) + 1}`])
  }
  return (
    <div className="form">
      <p className="text-ink-soft">{t('catalog.variantsText')}</p>
      {lines.map((line, at) => (
        <fieldset key={line} className="border-b border-line pb-4">
          <legend className="sr-only">{t('catalog.variant', { number: at + 1 })}</legend>
          <VariantFields line={line} variant={known.get(line)} currency={currency} />
          {lines.length > 1 && (
            <div className="needs-js mt-2">
              <IconButton
                label={t('catalog.removeVariant', { number: at + 1 })}
                icon={<Trash aria-hidden />}
                onClick={() => setLines(lines.filter((one) => one !== line))}
              />
            </div>
          )}
        </fieldset>
      ))}
      <div className="no-js">
        <VariantFields line={spare} currency={currency} isSpare />
      </div>
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

type VariantFieldsProps = {
  line: string
  variant?: EditableVariant
  currency: string
  isSpare?: boolean
}

function VariantFields({ line, variant, currency, isSpare = false }: VariantFieldsProps) {
  const t = useT()
  const at = (name: string) => `variants.${line}.${name}`
  return (
    <div className="grid items-end gap-4 sm:grid-cols-3 xl:grid-cols-6">
      <TextField
        name={at('name')}
        label={t('catalog.variantName')}
        defaultValue={variant?.name}
        maxLength={250}
        optional
      />
      <TextField
        name={at('sku')}
        label={t('catalog.sku')}
        defaultValue={variant?.sku}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        optional={isSpare}
      />
      <MoneyField
        name={at('price')}
        label={t('catalog.price')}
        defaultValue={variant?.price}
        currency={currency}
        optional={isSpare}
      />
      <MoneyField
        name={at('compareAt')}
        label={t('catalog.compareAt')}
        defaultValue={variant?.compareAt}
        currency={currency}
        optional
      />
      <NumberField
        name={at('stock')}
        label={t('catalog.stock')}
        defaultValue={variant?.stock ?? 0}
        whole
        optional={isSpare}
      />
      <NumberField
        name={at('weightGrams')}
        label={t('catalog.weight')}
        defaultValue={variant?.weightGrams}
        after="g"
        whole
        optional
      />
      {variant && (
        <>
          <input type="hidden" name={at('stockBefore')} value={variant.stock} />
          <input type="hidden" name={at('nameBefore')} value={variant.name} />
        </>
      )}
    </div>
  )
}
