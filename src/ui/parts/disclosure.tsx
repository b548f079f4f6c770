/** Something more that a reader may open. */
import ChevronDown from 'lucide-react/icons/chevron-down'
import type { ReactNode } from 'react'

type DisclosureProps = {
  summary: ReactNode
  open?: boolean
  /** Disclosures of one name open one at a time. */ name?: string
  children: ReactNode
}

export const Disclosure = ({ summary, open, name, children }: DisclosureProps) => (
  <details className="disclosure" open={open} name={name}>
    <summary>
      {summary}
      <ChevronDown aria-hidden className="disclosure-mark" />
    </summary>
    <div className="disclosure-body">{children}</div>
  </details>
)
