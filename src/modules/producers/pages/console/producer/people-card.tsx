/** Who acts for the producer: members, those who are invited, and a field to invite another. */
import { Form } from '../../../../../ui/forms/form.tsx'
import type { Problem } from '../../../../../ui/forms/problem.ts'
import { SubmitButton } from '../../../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../../../ui/forms/text-field.tsx'
import { useT } from '../../../../../ui/i18n.tsx'
import { Badge } from '../../../../../ui/parts/badge.tsx'
import { Card } from '../../../../../ui/parts/card.tsx'
import { ConfirmButton } from '../../../../../ui/parts/confirm-button.tsx'
import { DateTime } from '../../../../../ui/parts/date-time.tsx'

export type People = {
  members: { userId: string; name: string; email: string; isActive: boolean }[]
  invitations: { id: string; email: string; expiresAt: string }[]
}

type PeopleCardProps = { people: People; producer: string; problem: Problem | null }

export function PeopleCard({ people: { members, invitations }, producer, problem }: PeopleCardProps) {
  const t = useT()
  return (
    <Card title={t('producers.people')}>
      {members.length + invitations.length === 0 && (
        <p className="mb-4 text-ink-soft">{t('producers.noPeople')}</p>
      )}
      <ul className="mb-4 divide-y divide-line">
        {members.map(({ userId, name, email, isActive }) => (
          <li key={userId} className="flex items-center justify-between gap-3 py-2">
            <span className="min-w-0">
              <span className="font-semibold">{name}</span>{' '}
              {!isActive && <Badge tone="warn">{t('producers.notActive')}</Badge>}
              <span className="block truncate text-sm text-ink-soft">{email}</span>
            </span>
            <ConfirmButton
              size="small"
              title={t('producers.removePersonTitle', { name })}
              text={t('producers.removePersonText', { name, producer })}
              confirmLabel={t('producers.removePerson')}
              fields={{ intent: 'remove-person', userId }}
            >
              {t('producers.removePerson')}
            </ConfirmButton>
          </li>
        ))}
        {invitations.map(({ id, email, expiresAt }) => (
          <li key={id} className="flex items-center justify-between gap-3 py-2">
            <span className="min-w-0">
              <span className="block truncate">{email}</span>
              <span className="text-sm text-ink-soft">
                {t('producers.invitedUntil')} <DateTime at={expiresAt} />
              </span>
            </span>
            <ConfirmButton
              size="small"
              title={t('producers.withdrawTitle')}
              text={t('producers.withdrawText', { email })}
              confirmLabel={t('producers.withdraw')}
              fields={{ intent: 'withdraw', invitationId: id }}
            >
              {t('producers.withdraw')}
            </ConfirmButton>
          </li>
        ))}
      </ul>
      <Form problem={problem} key={members.length + invitations.length}>
        <input type="hidden" name="intent" value="invite" />
        <TextField
          name="personEmail"
          type="email"
          label={t('producers.inviteEmail')}
          hint={t('producers.inviteHint')}
          autoComplete="off"
        />
        <SubmitButton>{t('producers.invite')}</SubmitButton>
      </Form>
    </Card>
  )
}
