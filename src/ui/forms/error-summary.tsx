/** What was wrong, in one place above the fields, each a way to its field. It takes the focus when it appears. */
import { useEffect, useRef } from 'react'
import { useT } from '../i18n.tsx'
import { fieldId, useFormState } from './form-context.ts'

export function ErrorSummary() {
  const t = useT()
  const { problem, prefix } = useFormState()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem) box.current?.focus()
  }, [problem])
  if (!problem) return null
  const errors = problem.errors ?? []
  return (
    <div ref={box} className="error-summary tone-bad" role="alert" tabIndex={-1}>
      <p className="notice-title">{problem.detail ?? problem.title ?? t('ui.formRefused')}</p>
      {errors.length > 0 && (
        <ul>
          {errors.map(({ pointer, message }) => (
            <li key={pointer + message}>
              <a href={`#${fieldId(prefix, pointer.slice(1).replaceAll('/', '.'))}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
      {problem.requestId && <p className="error-request">{t('ui.requestId', { id: problem.requestId })}</p>}
    </div>
  )
}
