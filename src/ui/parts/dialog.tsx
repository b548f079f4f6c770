/** A window over the page, made of the browser's own: focus stays inside, Escape closes, focus returns. */
import X from 'lucide-react/icons/x'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useT } from '../i18n.tsx'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  /** Buttons, the main one last. */
  footer?: ReactNode
  size?: 'small' | 'large'
  children?: ReactNode
}

export function Dialog({ open, onClose, title, footer, size = 'small', children }: DialogProps) {
  const t = useT()
  const titleId = useId()
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current!
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])
  return (
    // The keyboard's way to close is Escape, which a dialog has by itself; the backdrop is the mouse's shortcut.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={ref}
      className={`dialog dialog-${size}`}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="dialog-box">
        <header className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <button
            type="button"
            className="btn btn-ghost btn-icon"
            aria-label={t('ui.close')}
            onClick={onClose}
          >
            <X aria-hidden />
          </button>
        </header>
        <div className="dialog-body">{children}</div>
        {footer && <footer className="dialog-foot">{footer}</footer>}
      </div>
    </dialog>
  )
}
