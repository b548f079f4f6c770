/** Short messages after something was done, with a way to undo it. One region holds them all. */
import X from 'lucide-react/icons/x'
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { Form } from 'react-router'
import { useT } from '../i18n.tsx'
import { dismissToast, toast, type ToastMessage, toastStore, type ToastUndo } from './toast-store.ts'

type ToastProviderProps = {
  /** The message that the last action left in the session: it is in the page before any JavaScript. */
  flash?: ToastMessage | null
  children: ReactNode
}

/** Stands once, in root.tsx. Pages show a message by `toast({ text })` from `toast-store.ts`. */
export function ToastProvider({ flash, children }: ToastProviderProps) {
  const t = useT()
  const first = useMemo(() => (flash ? [flash] : []), [flash])
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read, () => first)
  useEffect(() => {
    if (flash) toast(flash)
  }, [flash])
  return (
    <>
      {children}
      <section className="toasts" aria-live="polite" aria-label={t('ui.messages')}>
        {toasts.map((message) => (
          <Toast key={message.id} message={message} />
        ))}
      </section>
    </>
  )
}

function Toast({ message }: { message: ToastMessage }) {
  const t = useT()
  const [isHeld, setHeld] = useState(false)
  const close = () => dismissToast(message.id)
  useEffect(() => {
    if (isHeld) return
    // Long enough to reach "Undo" by keyboard; pointing at it or focusing it holds it.
    const timer = setTimeout(() => dismissToast(message.id), message.undo ? 20_000 : 8000)
    return () => clearTimeout(timer)
  }, [isHeld, message])
  return (
    <div
      className="toast"
      data-tone={message.tone ?? 'good'}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{message.text}</p>
      {message.undo && <Undo undo={message.undo} onDone={close} />}
      <button type="button" className="toast-close needs-js" aria-label={t('ui.close')} onClick={close}>
        <X aria-hidden />
      </button>
    </div>
  )
}

function Undo({ undo, onDone }: { undo: ToastUndo; onDone: () => void }) {
  const t = useT()
  const label = undo.label ?? t('ui.undo')
  if ('run' in undo) {
    const run = () => {
      undo.run()
      onDone()
    }
    return (
      <button type="button" className="toast-undo" onClick={run}>
        {label}
      </button>
    )
  }
  return (
    <Form method="post" action={undo.action} onSubmit={onDone} preventScrollReset>
      {Object.entries(undo.fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="toast-undo">
        {label}
      </button>
    </Form>
  )
}
