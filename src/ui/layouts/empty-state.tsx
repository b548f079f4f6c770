/** What stands where nothing is yet: what this page is for, and the next step. */
import type { ReactNode } from 'react'

type EmptyStateProps = { icon?: ReactNode; title: string; text: ReactNode; actions?: ReactNode }

export const EmptyState = ({ icon, title, text, actions }: EmptyStateProps) => (
  <div className="empty">
    {icon && <div className="empty-icon">{icon}</div>}
    <h2 className="empty-title">{title}</h2>
    <p className="empty-text">{text}</p>
    {actions && <div className="empty-actions">{actions}</div>}
  </div>
)
