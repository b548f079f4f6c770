/** Changing the password; every other session ends with it. */
import { Form } from '../../../ui/forms/form.tsx'
import type { Problem } from '../../../ui/forms/problem.ts'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { Card } from '../../../ui/parts/card.tsx'

export function PasswordCard({ problem }: { problem: Problem | null }) {
  const t = useT()
  return (
    <Card title={t('organization.password')}>
      <Form problem={problem}>
        <input type="hidden" name="intent" value="password" />
        <TextField
          name="currentPassword"
          type="password"
          label={t('organization.currentPassword')}
          autoComplete="current-password"
        />
        <TextField
          name="newPassword"
          type="password"
          label={t('organization.newPassword')}
          hint={t('organization.passwordHint')}
          autoComplete="new-password"
          minLength={10}
        />
        <SubmitButton tone="quiet">{t('organization.changePassword')}</SubmitButton>
      </Form>
    </Card>
  )
}
