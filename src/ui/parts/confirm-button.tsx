/** A button that posts after asking. Before the page is awake it posts at once, so its action must be undoable or ask itself. */
import { type ReactNode, useRef, useState } from 'react'
import { type SubmitTarget, useFetcher, useNavigation, useSubmit } from 'react-router'
import { useT } from '../i18n.tsx'
import { Button, type ButtonProps } from './button.tsx'
import { Dialog } from './dialog.tsx'

type ConfirmButtonProps = Pick<ButtonProps, 'tone' | 'size' | 'icon' | 'reason' | 'wide'> & {
  title: string
  /** What will happen, and whether it can be undone. */
  text: ReactNode
  /** The verb of the act itself: "Delete", not "OK". */
  confirmLabel: string
  /** Where it posts; the page's own action when absent. */
  action?: string
  fields?: Record<string, string>
  /** Stays on the page: posts through a fetcher instead of a navigation. */
  stay?: boolean
  children: ReactNode
}

export function ConfirmButton({
  title,
  text,
  confirmLabel,
  action,
  fields = {},
  stay,
  children,
  ...look
}: ConfirmButtonProps) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const [isOpen, setOpen] = useState(false)
  const fetcher = useFetcher()
  const submit = useSubmit()
  const navigation = useNavigation()
  const isPending = stay
    ? fetcher.state !== 'idle'
    : Boolean(navigation.formData && isSame(navigation.formData, fields))
  const send = () => {
    setOpen(false)
    const options = { method: 'post', preventScrollReset: true, ...(action && { action }) } as const
    const target: SubmitTarget = form.current
    if (stay) void fetcher.submit(target, options)
    else void submit(target, options)
  }
  return (
    <>
      <form
        ref={form}
        method="post"
        action={action}
        onSubmit={(event) => {
          event.preventDefault()
          setOpen(true)
        }}
      >
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button {...look} type="submit" pending={isPending}>
          {children}
        </Button>
      </form>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={title}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t('ui.cancel')}</Button>
            <Button tone={look.tone === 'danger' ? 'danger' : 'primary'} onClick={send}>
              {confirmLabel}
            </Button>
          </>
        }
      >
        {text}
      </Dialog>
    </>
  )
}

const isSame = (data: FormData, fields: Record<string, string>): boolean =>
  Object.keys(fields).length > 0 && Object.entries(fields).every(([name, value]) => data.get(name) === value)
