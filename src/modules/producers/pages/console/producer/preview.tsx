/** The head of the public page, as buyers see it. */
import { Photo } from '../../../../../frames/shop/photo.tsx'
import { useT } from '../../../../../ui/i18n.tsx'
import { LinkButton } from '../../../../../ui/parts/button.tsx'
import { Card } from '../../../../../ui/parts/card.tsx'
import { Notice } from '../../../../../ui/parts/notice.tsx'
import { Rating } from '../../../../../ui/parts/rating.tsx'
import type { LoadedProducer } from './load.ts'

export function Preview({ loaded: { producer, shown } }: { loaded: LoadedProducer }) {
  const t = useT()
  return (
    <Card
      title={t('producers.preview')}
      actions={
        <LinkButton to={`/producers/${producer.slug}`} size="small" tone="ghost">
          {t('producers.toPublicPage')}
        </LinkButton>
      }
    >
      {producer.status === 'paused' && (
        <Notice tone="warn" title={t('producers.isPaused')}>
          {t('producers.isPausedText')}
        </Notice>
      )}
      <div className="producer-preview">
        {shown.banner && <Photo file={shown.banner} alt="" sizes="24rem" shape="banner" />}
        <div className="flex items-center gap-4">
          {shown.logo && <Photo file={shown.logo} alt="" sizes="4rem" className="producer-preview-logo" />}
          <div className="min-w-0">
            <p className="font-display text-xl">{shown.name}</p>
            <p className="text-sm text-ink-soft">
              {[shown.region, shown.foundedYear && t('producers.since', { year: String(shown.foundedYear) })]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {shown.rating.average !== null && (
              <Rating value={shown.rating.average} count={shown.rating.count} />
            )}
          </div>
        </div>
        {shown.description ? (
          // Cleaned when it was stored.
          <div
            className="prose producer-preview-story"
            dangerouslySetInnerHTML={{ __html: shown.description }}
          />
        ) : (
          <p className="text-ink-soft">{t('producers.noStory')}</p>
        )}
        <p className="text-sm text-ink-soft">{t('producers.productCount', { count: shown.productCount })}</p>
      </div>
    </Card>
  )
}
