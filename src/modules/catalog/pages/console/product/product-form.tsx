/** The editor of one product: what it is, where it stands, its lines with their prices, its facts, and how it is found. */
import type { ReactNode } from 'react'
import { Form } from '../../../../../ui/forms/form.tsx'
import type { Problem } from '../../../../../ui/forms/problem.ts'
import { Select } from '../../../../../ui/forms/select.tsx'
import { SubmitButton } from '../../../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../../../ui/forms/text-field.tsx'
import { TranslatedField } from '../../../../../ui/forms/translated-field.tsx'
import { UnsavedGuard } from '../../../../../ui/forms/unsaved-guard.tsx'
import type { Translated } from '../../../../../platform/values/shapes.ts'
import { useT } from '../../../../../ui/i18n.tsx'
import { Card } from '../../../../../ui/parts/card.tsx'
import { type ProductStatus, productStatuses, type VatClass, vatClasses } from '../../../values.ts'
import type { Facts } from './facts.ts'
import { FactsFields } from './facts-fields.tsx'
import { FasterNotice } from './faster-notice.tsx'
import type { Choices } from './load.ts'
import { SearchFields } from './search-preview.tsx'
import type { EditableVariant } from './variant-fields.tsx'
import { VariantLines } from './variant-lines.tsx'
import './product.css'

export type EditableProduct = {
  /** Null while it is new. */
  id: string | null
  producerId: string | null
  slug: string
  name: Translated
  description: Translated
  seoTitle: Translated
  seoDescription: Translated
  categoryId: string | null
  vatClass: VatClass
  status: ProductStatus
  tags: readonly string[]
  facts: Facts
  variants: readonly EditableVariant[]
}

type ProductFormProps = {
  product: EditableProduct
  /** The version that is edited; null while it is new. */
  version: number | null
  choices: Choices
  problem: Problem | null
  values?: Readonly<Record<string, unknown>>
  /** The card of pictures, which are kept at once and by themselves. */
  aside?: ReactNode
}

export function ProductForm({ product, version, choices, problem, values, aside }: ProductFormProps) {
  const t = useT()
  const isNew = product.id === null
  const { mainLocale } = choices
  return (
    <div className="product-panes">
      <Form problem={problem} values={values} className="stack">
        {version !== null && <input type="hidden" name="version" value={version} />}
        {problem?.code === 'precondition_failed' && product.id && <FasterNotice productId={product.id} />}
        <Card title={t('catalog.basics')}>
          <div className="form">
            <TranslatedField
              name="name"
              label={t('catalog.name')}
              defaultValue={product.name}
              maxLength={250}
              mainLocale={mainLocale}
            />
            <TranslatedField
              name="description"
              label={t('catalog.description')}
              hint={t('catalog.descriptionHint')}
              defaultValue={product.description}
              rows={8}
              mainLocale={mainLocale}
              optional
            />
          </div>
        </Card>
        <Placing product={product} choices={choices} />
        <Card title={t('catalog.variants')}>
          <VariantLines
            productId={product.id}
            variants={product.variants}
            currency={choices.currency}
            mainLocale={mainLocale}
          />
        </Card>
        <Card title={t('catalog.factsTitle')}>
          <FactsFields facts={product.facts} />
        </Card>
        <Card title={t('catalog.found_by_search')}>
          <SearchFields product={product} shop={choices} mainLocale={mainLocale} />
        </Card>
        <div className="product-save">
          <SubmitButton>{isNew ? t('catalog.create') : t('catalog.save')}</SubmitButton>
        </div>
        <UnsavedGuard />
      </Form>
      {aside && <aside className="stack">{aside}</aside>}
    </div>
  )
}

function Placing({ product, choices }: Pick<ProductFormProps, 'product' | 'choices'>) {
  const t = useT()
  return (
    <Card title={t('catalog.placing')}>
      <div className="form form-grid">
        {choices.producers.length > 0 && (
          <Select
            name="producerId"
            label={t('catalog.producer')}
            options={choices.producers}
            placeholder={t('catalog.chooseProducer')}
            defaultValue={product.producerId}
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
        <TextField
          name="tags"
          label={t('catalog.tags')}
          hint={t('catalog.tagsHint')}
          defaultValue={product.tags.join(', ')}
          maxLength={2000}
          optional
        />
      </div>
    </Card>
  )
}
