/** A message in the page: what happened, and what to do about it. */
import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import Info from 'lucide-react/icons/info'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'

export type NoticeTone = 'info' | 'good' | 'warn' | 'bad'

const icons = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert } satisfies Record<
  NoticeTone,
  unknown
>

type NoticeProps = {
  tone?: NoticeTone
  title?: ReactNode
  actions?: ReactNode
  /** Read out at once when it appears after something the reader did. */
  announce?: boolean
  children?: ReactNode
}

export function Notice({ tone = 'info', title, actions, announce, children }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div
      className={`notice tone-${tone}`}
      role={announce ? (tone === 'bad' ? 'alert' : 'status') : undefined}
    >
      <Icon aria-hidden className="notice-icon" />
      <div className="notice-body">
        {title && <p className="notice-title">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="notice-actions">{actions}</div>}
      </div>
    </div>
  )
}
