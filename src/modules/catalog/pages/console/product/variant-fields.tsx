/** One size or kind of a product: what it is called, costs, holds and weighs, and how many there are. */
import { Link } from 'react-router'
import type { Locale } from '../../../../../platform/i18n/locales.ts'
import type { Translated } from '../../../../../platform/values/shapes.ts'
import { MoneyField, NumberField } from '../../../../../ui/forms/number-field.tsx'
import { Select } from '../../../../../ui/forms/select.tsx'
import { TextField } from '../../../../../ui/forms/text-field.tsx'
import { TranslatedField } from '../../../../../ui/forms/translated-field.tsx'
import { useT } from '../../../../../ui/i18n.tsx'
import { type Unit, units } from '../../../values.ts'

export type EditableVariant = {
  id: string
  sku: string
  name: Translated
  options: Record<string, string>
  price: string
  compareAt: string | null
  stock: number
  lowStockAt: number
  weightGrams: number
  unit: Unit
  unitQuantity: string | null
  barcode: string | null
}

type VariantFieldsProps = {
  line: string
  variant?: EditableVariant
  /** The names of the options, in the form's order; an empty one has no field. */
  optionNames: readonly string[]
  currency: string
  mainLocale: Locale
  /** Where the ledger of its stock is; absent while it is new. */
  stockHref?: string
  /** May be left empty: it stands for one more where there is no script. */
  isSpare?: boolean
}

export function VariantFields(props: VariantFieldsProps) {
  const { line, variant, optionNames, currency, mainLocale, stockHref, isSpare = false } = props
  const t = useT()
  const at = (name: string) => `variants.${line}.${name}`
  return (
    <div className="variant-fields">
      <TranslatedField
        name={at('name')}
        label={t('catalog.variantName')}
        defaultValue={variant?.name}
        maxLength={250}
        mainLocale={mainLocale}
        className="variant-wide"
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
      <TextField
        name={at('barcode')}
        label={t('catalog.barcode')}
        defaultValue={variant?.barcode}
        maxLength={64}
        inputMode="numeric"
        autoComplete="off"
        optional
      />
      {optionNames.map(
        (name, n) =>
          name && (
            <TextField
              key={n}
              name={at(`options.${n}`)}
              label={name}
              defaultValue={variant?.options[name]}
              maxLength={120}
              optional
            />
          ),
      )}
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
        name={at('unitQuantity')}
        label={t('catalog.unitQuantity')}
        defaultValue={variant?.unitQuantity && Number(variant.unitQuantity)}
        optional
      />
      <Select
        name={at('unit')}
        label={t('catalog.unit')}
        options={units.map((value) => ({ value, label: t(`catalog.unit_${value}`) }))}
        defaultValue={variant?.unit ?? 'piece'}
      />
      <NumberField
        name={at('stock')}
        label={t('catalog.stock')}
        hint={
          stockHref && (
            <Link to={stockHref} className="link">
              {t('catalog.stockLedger')}
            </Link>
          )
        }
        defaultValue={variant?.stock ?? 0}
        whole
        optional={isSpare}
      />
      <NumberField
        name={at('lowStockAt')}
        label={t('catalog.lowStockAt')}
        defaultValue={variant?.lowStockAt ?? 5}
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
      {variant && <input type="hidden" name={at('stockBefore')} value={variant.stock} />}
    </div>
  )
}
