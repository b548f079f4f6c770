/** The pictures of a product: taken in, put in order, described, taken off. Each change is kept at once. */
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { useFetcher, useRevalidator } from 'react-router'
import type { FormProblem } from '../../../../../platform/pages/outcome.ts'
import type { Locale } from '../../../../../platform/i18n/locales.ts'
import type { Translated } from '../../../../../platform/values/shapes.ts'
import { useConsoleProblem } from '../../../../../frames/use-console-problem.ts'
import { photoUrl } from '../../../../../frames/shop/photo.tsx'
import { Reorder } from '../../../../../ui/console/reorder.tsx'
import { useI18n, useT } from '../../../../../ui/i18n.tsx'
import { Badge } from '../../../../../ui/parts/badge.tsx'
import { Button } from '../../../../../ui/parts/button.tsx'
import { Card } from '../../../../../ui/parts/card.tsx'
import { FileDrop } from '../../../../../ui/parts/file-drop.tsx'
import { Notice } from '../../../../../ui/parts/notice.tsx'
import { toast } from '../../../../../ui/parts/toast-store.ts'
import { PictureDetails } from './picture-details.tsx'
import type { PictureOutcome } from './pictures-save.ts'

export type ShownPicture = {
  id: string
  /** Null until an import has fetched it. */
  fileId: string | null
  alt: Translated
  sourceUrl: string | null
  failure: string | null
}

type PicturesProps = {
  productId: string
  name: string
  images: readonly ShownPicture[]
  mainLocale: Locale
  /** Tells the open form that the product's version went on by our own doing. */
  onVersion: (from: number, to: number) => void
}

type Answer = PictureOutcome | { problem: FormProblem }

/** Moving a picture by several steps is one change. */
const restMs = 700

export function Pictures({ productId, name, images, mainLocale, onVersion }: PicturesProps) {
  const t = useT()
  const { locale } = useI18n()
  const action = `/console/products/${productId}/pictures`
  const { revalidate } = useRevalidator()
  const fetcher = useFetcher<Answer>()
  const problem = useConsoleProblem(fetcher.data && 'problem' in fetcher.data ? fetcher.data.problem : null)
  const settle = (outcome: PictureOutcome) => {
    onVersion(outcome.from, outcome.to)
    const { undo } = outcome
    toast({
      text: t(outcome.message),
      ...(undo && { undo: { run: () => void fetcher.submit(undo, { method: 'post', action }) } }),
    })
  }
  const hear = useEffectEvent((answer: Answer) => {
    if (!('problem' in answer)) settle(answer)
  })
  useEffect(() => {
    if (fetcher.data) hear(fetcher.data)
  }, [fetcher.data])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const order = (ids: readonly string[]) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const body = new URLSearchParams([['intent', 'order'], ...ids.map((id) => ['order', id])])
      void fetcher.submit(body, { method: 'post', action })
    }, restMs)
  }
  const labelOf = (image: ShownPicture, at: number) =>
    image.alt[locale] || image.alt[mainLocale] || t('catalog.picture', { number: at + 1 })
  return (
    <Card title={<span id="pictures">{t('catalog.picturesTitle')}</span>}>
      <div className="grid gap-4">
        <p className="text-ink-soft text-sm">{t('catalog.picturesText')}</p>
        {problem && (
          <Notice tone="bad" announce>
            {problem.title}
          </Notice>
        )}
        {images.length > 0 && (
          <Reorder
            // A picture that came or went begins the order anew.
            key={images.map(({ id }) => id).join()}
            label={t('catalog.pictures', { name })}
            items={images.map((image, at) => ({
              id: image.id,
              label: labelOf(image, at),
              content: (
                <Thumb image={image} label={labelOf(image, at)}>
                  {at === 0 && <Badge tone="olive">{t('catalog.cover')}</Badge>}
                  {Object.keys(image.alt).length === 0 && <Badge>{t('catalog.pictureNoAlt')}</Badge>}
                </Thumb>
              ),
            }))}
            onReorder={order}
          />
        )}
        <form method="post" action={action} encType="multipart/form-data" className="grid gap-2">
          <FileDrop
            name="file"
            label={t('catalog.pictureAdd')}
            hint={t('catalog.pictureAddHint')}
            accept="image/*"
            maxBytes={20_000_000}
            multiple
            upload={{
              url: action,
              onDone: (answer) => {
                settle(answer as PictureOutcome)
                void revalidate()
              },
            }}
          />
          <Button type="submit" className="no-js">
            {t('catalog.pictureAddNow')}
          </Button>
        </form>
        {images.map((image, at) => (
          <PictureDetails
            key={image.id}
            image={image}
            label={labelOf(image, at)}
            isCover={at === 0}
            action={action}
            mainLocale={mainLocale}
            fetcher={fetcher}
          />
        ))}
      </div>
    </Card>
  )
}

type ThumbProps = { image: ShownPicture; label: string; children?: ReactNode }

function Thumb({ image, label, children }: ThumbProps) {
  return (
    <span className="product-thumb-line">
      {image.fileId ? (
        <img className="product-thumb" src={photoUrl(image.fileId, 320)} alt="" loading="lazy" />
      ) : (
        <span className="product-thumb" aria-hidden="true" />
      )}
      <span className="sr-only">{label}</span>
      <span className="flex flex-wrap gap-1">{children}</span>
    </span>
  )
}
