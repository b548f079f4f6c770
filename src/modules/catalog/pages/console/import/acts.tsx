/** The next step of an import, as its state allows: carry it out, or take it back. */
import { Form } from 'react-router'
import { useT } from '../../../../../ui/i18n.tsx'
import { Button } from '../../../../../ui/parts/button.tsx'
import { ConfirmButton } from '../../../../../ui/parts/confirm-button.tsx'
import { type ShownImport, tallyOf } from './state.ts'

export function ImportActs({ shown }: { shown: ShownImport }) {
  const t = useT()
  const { create, change } = tallyOf(shown)
  if (shown.status === 'previewed')
    return (
      <Form method="post">
        <Button
          type="submit"
          name="intent"
          value="apply"
          tone="primary"
          reason={create + change === 0 ? t('catalog.importNothingToDo') : null}
        >
          {t('catalog.importApply', { count: create + change })}
        </Button>
      </Form>
    )
  if (shown.status === 'applied')
    return (
      <ConfirmButton
        title={t('catalog.importUndoTitle')}
        text={t('catalog.importUndoText')}
        confirmLabel={t('catalog.importUndo')}
        fields={{ intent: 'undo' }}
        reason={create + change === 0 ? t('catalog.importNothingToUndo') : null}
      >
        {t('catalog.importUndo')}
      </ConfirmButton>
    )
  return null
}
