/** What happened, what to do about it, and the number under which the house can find it. */
import type { ReactNode } from 'react'
import { LinkButton } from '../parts/button.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { useT } from '../i18n.tsx'

type ErrorPageProps = {
  /** The HTTP status; 500 when the page itself failed. */
  status: number
  /** The server's own sentence, when it has one for people. */
  message?: string | null
  requestId?: string | null
  actions?: ReactNode
  /** Where "home" is from here. */
  home?: string
}

const known = [401, 403, 404, 429, 503] as const

export function ErrorPage({ status, message, requestId, actions, home = '/' }: ErrorPageProps) {
  const t = useT()
  const kind = String(known.find((one) => one === status) ?? 'other')
  return (
    <div className="error-page">
      <p className="error-status" aria-hidden="true">
        {status}
      </p>
      <h1 className="page-title">{t('ui.errorTitle', { kind })}</h1>
      <p className="page-text">{message ?? t('ui.errorText', { kind })}</p>
      <div className="error-actions">
        {actions}
        <LinkButton to={home} tone={actions ? 'quiet' : 'primary'}>
          {t('ui.goHome')}
        </LinkButton>
      </div>
      {requestId && (
        <p className="error-request">
          {t('ui.requestId', { id: requestId })} <CopyButton text={requestId} />
        </p>
      )}
    </div>
  )
}
