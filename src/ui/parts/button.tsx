/** Buttons and links that look like them. A button that may not be pressed says why instead of being mute. */
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react'
import { Link, type LinkProps } from 'react-router'
import { cx } from '../cx.ts'
import { Spinner } from './spinner.tsx'

export type ButtonTone = 'primary' | 'accent' | 'quiet' | 'ghost' | 'danger'

type Look = {
  /** `accent` is for the one buying step of a shop page, `primary` for the main step elsewhere. */
  tone?: ButtonTone
  size?: 'small' | 'medium' | 'large'
  /** Stretches over the whole width. */
  wide?: boolean
  icon?: ReactNode
}

export const buttonClass = ({ tone = 'quiet', size = 'medium', wide }: Look, more?: string) =>
  cx('btn', `btn-${tone}`, size !== 'medium' && `btn-${size}`, wide && 'w-full', more)

export type ButtonProps = ComponentPropsWithRef<'button'> &
  Look & {
    /** Working: it keeps its place and focus, shows a spinner and takes no second press. */
    pending?: boolean
    /** Why it may not be pressed now. It stays reachable, so that everyone can read the reason. */
    reason?: string | null
  }

export function Button({
  tone,
  size,
  wide,
  icon,
  pending,
  reason,
  className,
  children,
  ...props
}: ButtonProps) {
  const reasonId = useId()
  const isBlocked = Boolean(reason || pending)
  const button = (
    <button
      type="button"
      {...props}
      // A blocked button must not submit either before the page is awake.
      {...(isBlocked && { type: 'button', 'aria-disabled': true, onClick: undefined })}
      {...(reason && { 'aria-describedby': reasonId })}
      aria-busy={pending || undefined}
      className={buttonClass({ tone, size, wide }, className)}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  )
  if (!reason) return button
  return (
    <span className={cx('btn-blocked', wide && 'w-full')}>
      {button}
      <span id={reasonId} className="btn-reason">
        {reason}
      </span>
    </span>
  )
}

export type LinkButtonProps = LinkProps & Look

export const LinkButton = ({ tone, size, wide, icon, className, children, ...props }: LinkButtonProps) => (
  <Link {...props} className={buttonClass({ tone, size, wide }, className)}>
    {icon}
    {children}
  </Link>
)
