/** How search engines find the product: its title, text and address, and how that will look there while it is typed. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Locale } from '../../../../../platform/i18n/locales.ts'
import type { Translated } from '../../../../../platform/values/shapes.ts'
import { TextField } from '../../../../../ui/forms/text-field.tsx'
import { TranslatedField } from '../../../../../ui/forms/translated-field.tsx'
import { useT } from '../../../../../ui/i18n.tsx'

type Texts = { name: Translated; description: Translated; seoTitle: Translated; seoDescription: Translated }
type SearchFieldsProps = { product: Texts & { slug: string }; shop: { host: string }; mainLocale: Locale }

export function SearchFields({ product, shop, mainLocale }: SearchFieldsProps) {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  const shown = useTyped(box, product, mainLocale)
  return (
    <div ref={box} className="form">
      <section className="search-preview" aria-label={t('catalog.searchPreview')}>
        <p className="search-preview-url">
          {shop.host} › products › {shown.slug || '…'}
        </p>
        <p className="search-preview-title">{shown.title || t('catalog.searchPreviewEmpty')}</p>
        <p className="search-preview-text">{shown.text}</p>
      </section>
      <TranslatedField
        name="seoTitle"
        label={t('catalog.seoTitle')}
        hint={t('catalog.seoTitleHint')}
        defaultValue={product.seoTitle}
        maxLength={250}
        mainLocale={mainLocale}
        optional
      />
      <TranslatedField
        name="seoDescription"
        label={t('catalog.seoDescription')}
        hint={t('catalog.seoDescriptionHint')}
        defaultValue={product.seoDescription}
        rows={3}
        maxLength={1000}
        mainLocale={mainLocale}
        optional
      />
      <TextField
        name="slug"
        label={t('catalog.slug')}
        hint={t('catalog.slugHint')}
        defaultValue={product.slug}
        before="/products/"
        maxLength={120}
        pattern="[a-z0-9]+(-[a-z0-9]+)*"
        spellCheck={false}
        autoComplete="off"
        optional
      />
    </div>
  )
}

const shownTitle = 60
const shownText = 160

/** What a search engine would take, of what stands in the form right now. */
function useTyped(box: RefObject<HTMLElement | null>, product: SearchFieldsProps['product'], locale: Locale) {
  const [shown, setShown] = useState(() =>
    cut(
      product.seoTitle[locale] || product.name[locale] || '',
      product.seoDescription[locale] || product.description[locale] || '',
      product.slug,
    ),
  )
  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form) return
    const read = () => {
      const data = new FormData(form)
      const text = (name: string) => String(data.get(name) ?? '')
      setShown(
        cut(
          text(`seoTitle.${locale}`) || text(`name.${locale}`),
          text(`seoDescription.${locale}`) || text(`description.${locale}`),
          text('slug'),
        ),
      )
    }
    read()
    form.addEventListener('input', read)
    return () => form.removeEventListener('input', read)
  }, [box, locale])
  return shown
}

function cut(title: string, text: string, slug: string) {
  const plain = text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const within = (value: string, most: number) =>
    value.length > most ? `${value.slice(0, most).trimEnd()}…` : value
  return { title: within(title, shownTitle), text: within(plain, shownText), slug }
}
