/** What can be done with the chosen rows. The ticks of the rows belong to this form by its id. */
import X from 'lucide-react/icons/x'
import { type FormEvent, useState } from 'react'
import { Form, useLocation } from 'react-router'
import { useFormat, useT } from '../i18n.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import type { BulkAction } from './list-types.ts'
import type { Selection } from './use-selection.ts'

type BulkBarProps = {
  id: string
  actions: readonly BulkAction[]
  selection: Selection
  /** Whether everything that matches may be meant, and how many that is. */
  all: { may: boolean; total?: number | null }
}

export function BulkBar({ id, actions, selection, all }: BulkBarProps) {
  const t = useT()
  const { number } = useFormat()
  const { pathname, search } = useLocation()
  const [isWhole, setWhole] = useState(false)
  const [asked, setAsked] = useState<BulkAction | null>(null)
  const isAll = isWhole && selection.isAll
  const count = isAll && all.total ? all.total : selection.count

  const ask = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    const action = actions.find((one) => one.name === (submitter as HTMLButtonElement | null)?.value)
    if (!action?.confirm || submitter?.dataset.sure) return
    event.preventDefault()
    setAsked(action)
  }

  return (
    <Form
      id={id}
      method="post"
      action={pathname + search}
      className="bulk"
      data-idle={selection.count === 0 || undefined}
      onSubmit={ask}
      preventScrollReset
    >
      <output className="bulk-count">{t('ui.chosen', { count })}</output>
      {all.may && selection.isAll && !isAll && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          {all.total ? t('ui.chooseAllOf', { count: all.total }) : t('ui.chooseAll')}
        </button>
      )}
      {isAll && <input type="hidden" name="all" value="true" />}
      <div className="bulk-actions">
        {actions.map((action) => (
          <Button
            key={action.name}
            type="submit"
            name="intent"
            value={action.name}
            size="small"
            tone={action.tone ?? 'quiet'}
            icon={action.icon}
          >
            {action.label}
          </Button>
        ))}
      </div>
      <Button
        size="small"
        tone="ghost"
        className="btn-icon needs-js"
        aria-label={t('ui.clearChoice')}
        icon={<X aria-hidden />}
        onClick={selection.clear}
      />
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={asked?.confirm?.title ?? ''}
        footer={
          <>
            <Button onClick={() => setAsked(null)}>{t('ui.cancel')}</Button>
            <Button
              type="submit"
              form={id}
              name="intent"
              value={asked?.name}
              data-sure="true"
              tone={asked?.tone === 'danger' ? 'danger' : 'primary'}
              onClick={() => setTimeout(() => setAsked(null))}
            >
              {asked?.label} ({number(count)})
            </Button>
          </>
        }
      >
        <p>{asked?.confirm?.text(count)}</p>
      </Dialog>
    </Form>
  )
}
