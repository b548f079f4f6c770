/** Takes all goods off the shelf after asking, or puts them back at once. */
import { Form } from 'react-router'
import { useT } from '../../../../../ui/i18n.tsx'
import { Button } from '../../../../../ui/parts/button.tsx'
import { ConfirmButton } from '../../../../../ui/parts/confirm-button.tsx'

export function PauseButton({ status, name }: { status: 'active' | 'paused'; name: string }) {
  const t = useT()
  if (status === 'paused')
    return (
      <Form method="post">
        <Button type="submit" name="intent" value="resume" tone="primary">
          {t('producers.resume')}
        </Button>
      </Form>
    )
  return (
    <ConfirmButton
      title={t('producers.pauseOne', { name })}
      text={t('producers.pauseText', { count: 1 })}
      confirmLabel={t('producers.pause')}
      fields={{ intent: 'pause' }}
    >
      {t('producers.pause')}
    </ConfirmButton>
  )
}
