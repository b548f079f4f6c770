/** The head of a page: where it stands, its name, what it is about, and its main actions. */
import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from '../parts/breadcrumbs.tsx'

type PageHeaderProps = {
  title: string
  /** The way from the top down to this page, without the page itself. */
  crumbs?: readonly Crumb[]
  /** Beside the title: a state, a count. */
  mark?: ReactNode
  text?: ReactNode
  actions?: ReactNode
}

export const PageHeader = ({ title, crumbs, mark, text, actions }: PageHeaderProps) => (
  <header className="page-head">
    {crumbs && crumbs.length > 0 && <Breadcrumbs items={crumbs} current={title} />}
    <div className="page-head-line">
      <div>
        <h1 className="page-title">
          {title}
          {mark && <span className="page-mark">{mark}</span>}
        </h1>
        {text && <p className="page-text">{text}</p>}
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </div>
  </header>
)
