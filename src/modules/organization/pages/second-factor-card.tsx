/** The second factor as it stands: set up, renewed, or taken away; each asks for the password. */
import { Form } from '../../../ui/forms/form.tsx'
import type { Problem } from '../../../ui/forms/problem.ts'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { Badge } from '../../../ui/parts/badge.tsx'
import { LinkButton } from '../../../ui/parts/button.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { Disclosure } from '../../../ui/parts/disclosure.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

type Props = {
  isOn: boolean
  /** New recovery codes, just made. */
  codes: readonly string[] | null
  problem: Problem | null
  /** Which of the forms the problem belongs to. */
  failed: string | null
}

export function SecondFactorCard({ isOn, codes, problem, failed }: Props) {
  const t = useT()
  const state = isOn ? 'on' : 'off'
  return (
    <Card
      title={t('organization.secondFactor')}
      actions={<Badge tone={isOn ? 'good' : 'neutral'}>{t('organization.factorState', { state })}</Badge>}
    >
      <div className="stack">
        <p>{t('organization.factorText')}</p>
        {codes && <RecoveryCodes codes={codes} />}
        {isOn ? (
          <>
            <Disclosure summary={t('organization.newCodes')} open={failed === 'codes' && !codes}>
              <PasswordForm intent="codes" problem={failed === 'codes' ? problem : null} />
            </Disclosure>
            <Disclosure summary={t('organization.factorTurnOff')} open={failed === 'factor-off'}>
              <PasswordForm intent="factor-off" problem={failed === 'factor-off' ? problem : null} />
            </Disclosure>
          </>
        ) : (
          <div>
            <LinkButton to="/account/security/second-factor">{t('organization.factorTurnOn')}</LinkButton>
          </div>
        )}
      </div>
    </Card>
  )
}

function PasswordForm({ intent, problem }: { intent: 'codes' | 'factor-off'; problem: Problem | null }) {
  const t = useT()
  return (
    <Form problem={problem}>
      <input type="hidden" name="intent" value={intent} />
      <TextField
        name="password"
        type="password"
        label={t('organization.currentPassword')}
        autoComplete="current-password"
      />
      <SubmitButton tone={intent === 'codes' ? 'quiet' : 'danger'}>
        {intent === 'codes' ? t('organization.makeCodes') : t('organization.turnOff')}
      </SubmitButton>
    </Form>
  )
}
