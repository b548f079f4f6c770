/** Where one is in a journey of a few steps; done steps lead back without loss. */
import Check from 'lucide-react/icons/check'
import { Link } from 'react-router'
import { useT } from '../i18n.tsx'

/** `to` is given for steps that may be visited again. */
export type Step = { id: string; label: string; to?: string }

export function Steps({ label, steps, current }: { label: string; steps: readonly Step[]; current: string }) {
  const t = useT()
  const now = steps.findIndex((step) => step.id === current)
  return (
    <nav aria-label={label}>
      <ol className="steps">
        {steps.map((step, index) => {
          const state = index < now ? 'done' : index === now ? 'now' : 'next'
          const content = (
            <>
              <span className="step-mark" aria-hidden="true">
                {state === 'done' ? <Check /> : index + 1}
              </span>
              <span className="step-label">{step.label}</span>
              {state === 'done' && <span className="sr-only">{t('ui.stepDone')}</span>}
            </>
          )
          return (
            <li key={step.id} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
              {step.to && state === 'done' ? <Link to={step.to}>{content}</Link> : <span>{content}</span>}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
