/** The editor of one product: what it is, where it stands, and its lines with their prices. */
import type { Translated } from '../../../../../platform/values/shapes.ts'
import { Form } from '../../../../../ui/forms/form.tsx'
import type { Problem } from '../../../../../ui/forms/problem.ts'
import { Select } from '../../../../../ui/forms/select.tsx'
import { SubmitButton } from '../../../../../ui/forms/submit-button.tsx'
import { TranslatedField } from '../../../../../ui/forms/translated-field.tsx'
import { UnsavedGuard } from '../../../../../ui/forms/unsaved-guard.tsx'
import { useT } from '../../../../../ui/i18n.tsx'
import { Card } from '../../../../../ui/parts/card.tsx'
import { type ProductStatus, productStatuses, type VatClass, vatClasses } from '../../../values.ts'
import type { Choices } from './load.ts'
import { type EditableVariant, VariantLines } from './variant-lines.tsx'

export type EditableProduct = {
  name: Translated | null
  description: Translated | null
  categoryId: string | null
  vatClass: VatClass
  status: ProductStatus
  variants: EditableVariant[]
  /** Null while it is new. */
  version: number | null
}

type ProductFormProps = {
  product: EditableProduct
  choices: Choices
  problem: Problem | null
  values?: Readonly<Record<string, unknown>>
}

export function ProductForm({ product, choices, problem, values }: ProductFormProps) {
  const t = useT()
  const isNew = product.version === null
  return (
    <Form problem={problem} values={values} className="stack">
      {!isNew && <input type="hidden" name="version" value={product.version!} />}
      <Card title={t('catalog.basics')}>
        <div className="form">
          <TranslatedField
            name="name"
            label={t('catalog.name')}
            defaultValue={product.name}
            maxLength={250}
            mainLocale={choices.mainLocale}
          />
          <TranslatedField
            name="description"
            label={t('catalog.description')}
            hint={t('catalog.descriptionHint')}
            defaultValue={product.description}
            rows={8}
            optional
          />
        </div>
      </Card>
      <Card title={t('catalog.placing')}>
        <div className="form form-grid">
          {isNew && choices.producers.length > 0 && (
            <Select
              name="producerId"
              label={t('catalog.producer')}
              options={choices.producers}
              placeholder={t('catalog.chooseProducer')}
              className="field-wide"
            />
          )}
          <Select
            name="categoryId"
            label={t('catalog.category')}
            options={choices.categories}
            placeholder={t('catalog.noCategory')}
            defaultValue={product.categoryId}
            optional
          />
          <Select
            name="vatClass"
            label={t('catalog.vatClass')}
            options={vatClasses.map((value) => ({ value, label: t(`catalog.vat_${value}`) }))}
            defaultValue={product.vatClass}
          />
          <Select
            name="status"
            label={t('catalog.status')}
            options={productStatuses.map((value) => ({ value, label: t(`catalog.status_${value}`) }))}
            defaultValue={product.status}
          />
        </div>
      </Card>
      <Card title={t('catalog.variants')}>
        <VariantLines variants={product.variants} values={values} currency={choices.currency} />
      </Card>
      <div>
        <SubmitButton>{isNew ? t('catalog.create') : t('catalog.save')}</SubmitButton>
      </div>
      <UnsavedGuard />
    </Form>
  )
}
