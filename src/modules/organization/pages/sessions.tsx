/** Where one is signed in, and the way to end it. */
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { Badge } from '../../../ui/parts/badge.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { DateTime } from '../../../ui/parts/date-time.tsx'

type Session = {
  id: string
  createdAt: string
  address: string | null
  agent: string | null
  isCurrent: boolean
}

export function Sessions({ sessions }: { sessions: readonly Session[] }) {
  const t = useT()
  return (
    <Card
      title={t('organization.sessions')}
      actions={
        sessions.length > 1 && (
          <Form problem={null}>
            <input type="hidden" name="intent" value="sessions" />
            <SubmitButton tone="quiet" size="small">
              {t('organization.endOthers')}
            </SubmitButton>
          </Form>
        )
      }
    >
      <ul className="divide-y divide-line">
        {sessions.map(({ id, createdAt, address, agent, isCurrent }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span>
              <strong>{agent ?? t('organization.unknownDevice')}</strong> {address} ·{' '}
              <DateTime at={createdAt} format="dateTime" />
            </span>
            {isCurrent ? (
              <Badge tone="good">{t('organization.thisDevice')}</Badge>
            ) : (
              <Form problem={null}>
                <input type="hidden" name="intent" value="session" />
                <input type="hidden" name="id" value={id} />
                <SubmitButton tone="quiet" size="small">
                  {t('organization.endSession')}
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
