/** How an import stands, in a sentence and, while it goes on, with how far it is. */
import { useLocation } from 'react-router'
import { useT } from '../../../../../ui/i18n.tsx'
import { LinkButton } from '../../../../../ui/parts/button.tsx'
import { Notice } from '../../../../../ui/parts/notice.tsx'
import { ProgressBar } from '../../../../../ui/parts/progress-bar.tsx'
import { changesNothing, isWorking, progressOf, type ShownImport, tallyOf } from './state.ts'

export function ImportStanding({ shown }: { shown: ShownImport }) {
  const t = useT()
  const { pathname, search } = useLocation()
  const { status, counts, problems } = shown
  if (isWorking(status)) {
    const { done, of } = progressOf(shown)
    const label = {
      previewing: t('catalog.importReading', { count: done }),
      running: t('catalog.importRunning', { count: done }),
      undoing: t('catalog.importTakingBack', { count: done }),
    }[status as 'previewing' | 'running' | 'undoing']
    return (
      <output className="card grid gap-3">
        <ProgressBar label={label} value={of === null ? null : Math.min(done, of)} max={of ?? undefined} />
        <p className="text-ink-soft text-sm">{t('catalog.importGoesOn')}</p>
        <p className="no-js">
          <LinkButton to={pathname + search} size="small" reloadDocument>
            {t('catalog.importRefresh')}
          </LinkButton>
        </p>
      </output>
    )
  }
  const { create, change, refuse } = tallyOf(shown)
  return (
    <>
      {problems.map(({ message, severity }, at) => (
        <Notice key={at} tone={severity === 'error' ? 'bad' : 'warn'}>
          {message}
        </Notice>
      ))}
      {status === 'failed' && (
        <Notice tone="bad" title={t('catalog.importFailedTitle')}>
          {t('catalog.importFailedText')}
        </Notice>
      )}
      {changesNothing(shown) && (
        <Notice tone="good" title={t('catalog.importSameTitle')}>
          {t('catalog.importSameText')}
        </Notice>
      )}
      {status === 'applied' && (
        <Notice tone="good" title={t('catalog.importDone', { created: create, changed: change })} />
      )}
      {status === 'undone' && (
        <Notice tone="info" title={t('catalog.importUndone', { count: counts['undone'] ?? 0 })}>
          {(counts['kept'] ?? 0) > 0 && t('catalog.importKept', { count: counts['kept']! })}
        </Notice>
      )}
      {refuse > 0 && status !== 'undone' && (
        <Notice
          tone="warn"
          title={t('catalog.importRefused', { count: refuse })}
          actions={
            <a className="btn btn-quiet btn-small" href={`/api/v1/imports/${shown.id}/refused.csv`} download>
              {t('catalog.importRefusedFile')}
            </a>
          }
        >
          {t('catalog.importRefusedText')}
        </Notice>
      )}
    </>
  )
}
