/** Keeps people from losing what they typed: asks before another page opens or the window closes. */
import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { useT } from '../i18n.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { useFormState } from './form-context.ts'

/** Blocks while `isDirty`; sending a form (`isSending`) is no leaving. */
export function useUnsavedGuard(isDirty: boolean, isSending?: { readonly current: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty &&
      !isSending?.current &&
      currentLocation.pathname + currentLocation.search !== nextLocation.pathname + nextLocation.search,
  )
  useEffect(() => {
    if (!isDirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isDirty])
  return blocker
}

/** Put into a `Form`, it guards that form; elsewhere it guards while `when`. */
export function UnsavedGuard({ when = false }: { when?: boolean }) {
  const t = useT()
  const { isDirty, isSending } = useFormState()
  const blocker = useUnsavedGuard(when || isDirty, isSending)
  return (
    <Dialog
      open={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('ui.unsavedTitle')}
      footer={
        <>
          <Button onClick={() => blocker.proceed?.()}>{t('ui.leave')}</Button>
          <Button tone="primary" onClick={() => blocker.reset?.()}>
            {t('ui.keepEditing')}
          </Button>
        </>
      }
    >
      <p>{t('ui.unsavedText')}</p>
    </Dialog>
  )
}
