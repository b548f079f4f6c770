/** The form of one category, new or known. */
import type { Locale } from '../../../../../platform/i18n/locales.ts'
import type { Translated } from '../../../../../platform/values/shapes.ts'
import { photoUrl } from '../../../../../frames/shop/photo.tsx'
import { Checkbox } from '../../../../../ui/forms/checkbox.tsx'
import { Form } from '../../../../../ui/forms/form.tsx'
import type { Problem } from '../../../../../ui/forms/problem.ts'
import { type Option, Select } from '../../../../../ui/forms/select.tsx'
import { SubmitButton } from '../../../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../../../ui/forms/text-field.tsx'
import { TranslatedField } from '../../../../../ui/forms/translated-field.tsx'
import { UnsavedGuard } from '../../../../../ui/forms/unsaved-guard.tsx'
import { useT } from '../../../../../ui/i18n.tsx'
import { Card } from '../../../../../ui/parts/card.tsx'
import { FileDrop } from '../../../../../ui/parts/file-drop.tsx'
import './category.css'

export type EditableCategory = {
  parentId: string | null
  slug: string
  name: Translated
  description: Translated
  imageFileId: string | null
  version: number
}

type CategoryFormProps = {
  /** Null while it is new. */
  category: EditableCategory | null
  /** The parent that a new one begins with. */
  parentId?: string | null
  parents: readonly Option[]
  mainLocale: Locale
  problem: Problem | null
  values?: Readonly<Record<string, unknown>>
}

export function CategoryForm({
  category,
  parentId,
  parents,
  mainLocale,
  problem,
  values,
}: CategoryFormProps) {
  const t = useT()
  return (
    <Form problem={problem} values={values} encType="multipart/form-data" className="stack">
      {category && <input type="hidden" name="version" value={category.version} />}
      <Card>
        <div className="form form-grid">
          <TranslatedField
            name="name"
            label={t('catalog.name')}
            defaultValue={category?.name}
            maxLength={120}
            mainLocale={mainLocale}
            className="field-wide"
          />
          <TranslatedField
            name="description"
            label={t('catalog.description')}
            defaultValue={category?.description}
            rows={3}
            maxLength={2000}
            mainLocale={mainLocale}
            className="field-wide"
            optional
          />
          <Select
            name="parentId"
            label={t('catalog.categoryParent')}
            placeholder={t('catalog.categoryTop')}
            options={parents}
            defaultValue={category ? category.parentId : parentId}
            optional
          />
          <TextField
            name="slug"
            label={t('catalog.slug')}
            hint={t('catalog.slugHint')}
            defaultValue={category?.slug}
            before="/categories/"
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            maxLength={120}
            spellCheck={false}
            autoComplete="off"
            optional
          />
        </div>
      </Card>
      <Card title={t('catalog.categoryPicture')}>
        <div className="form">
          {category?.imageFileId && (
            <>
              <img
                className="category-image"
                src={photoUrl(category.imageFileId, 320)}
                alt={t('catalog.categoryPicture')}
              />
              <Checkbox name="noPicture" label={t('catalog.categoryNoPicture')} />
            </>
          )}
          <FileDrop
            name="file"
            label={t(category?.imageFileId ? 'catalog.categoryOtherPicture' : 'catalog.categoryAddPicture')}
            accept="image/*"
            maxBytes={20_000_000}
          />
        </div>
      </Card>
      <div>
        <SubmitButton>{category ? t('catalog.save') : t('catalog.categoryCreate')}</SubmitButton>
      </div>
      <UnsavedGuard />
    </Form>
  )
}
