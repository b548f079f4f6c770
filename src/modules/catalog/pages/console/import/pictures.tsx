/** How the pictures of an import fare, and having those that could not be had tried again. */
import { Form, Link } from 'react-router'
import { useT } from '../../../../../ui/i18n.tsx'
import { Button } from '../../../../../ui/parts/button.tsx'
import { Card } from '../../../../../ui/parts/card.tsx'
import { DateTime } from '../../../../../ui/parts/date-time.tsx'
import { ProgressBar } from '../../../../../ui/parts/progress-bar.tsx'
import type { ShownImport } from './state.ts'

export function ImportPictures({ images }: { images: NonNullable<ShownImport['images']> }) {
  const t = useT()
  const { fetched, waiting, failed, failures } = images
  const all = fetched + waiting + failed
  if (all === 0) return null
  return (
    <Card
      title={t('catalog.importPictures')}
      actions={
        failures.length > 0 && (
          <Form method="post" preventScrollReset>
            <Button type="submit" name="intent" value="retry" size="small">
              {t('catalog.importRetry')}
            </Button>
          </Form>
        )
      }
    >
      <div className="grid gap-4">
        <ProgressBar
          label={t('catalog.importPicturesOf', { fetched, count: all })}
          value={fetched + failed}
          max={all}
        />
        {failures.length > 0 && (
          <>
            <p>{t('catalog.importPicturesFailed', { count: failures.length })}</p>
            <ul className="import-problems">
              {failures.map(({ productId, url, reason, retryAt }) => (
                <li key={productId + url} data-severity={retryAt ? 'warning' : 'error'}>
                  <span className="import-problem-where">
                    <Link to={`/console/products/${productId}`}>{t('catalog.importPictureProduct')}</Link>
                    {' · '}
                    <span className="break-all">{url}</span>
                  </span>
                  {reason}{' '}
                  {retryAt ? (
                    <>
                      {t('catalog.importRetryAt')} <DateTime at={retryAt} format="time" />
                    </>
                  ) : (
                    t('catalog.importGivenUp')
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Card>
  )
}
