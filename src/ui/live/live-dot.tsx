/** A small light: whether the page is told of changes. Silent for pages that do not listen. */
import { useT } from '../i18n.tsx'
import { useLiveState } from './use-live.ts'

export function LiveDot() {
  const t = useT()
  const state = useLiveState()
  if (state === 'closed') return null
  return (
    <span className="live" data-state={state}>
      <span className="live-dot" aria-hidden="true" />
      <span className="live-text">{t('ui.live', { state })}</span>
    </span>
  )
}
