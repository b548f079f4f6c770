/** The second factor at the door: a code of the app, or a recovery code when the phone is gone. */
import { Link, redirect } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { refused } from '../../../platform/pages/outcome.ts'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import type { Route } from './+types/second-factor.ts'
import { useAccountWording } from './account-wording.ts'
import { askAccounts, backOf, homeOf, withBack } from './ask-accounts.ts'
import { Porch, porchOf } from './porch.tsx'

const isRecovery = (request: Request): boolean => new URL(request.url).searchParams.has('recovery')

export const loader = ({ context, request }: Route.LoaderArgs) => ({
  ...porchOf(context),
  back: backOf(request),
  isRecovery: isRecovery(request),
})

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const path = isRecovery(request) ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp'
  const asked = await askAccounts<{ token: string }>(context, path, {
    code: String(form.get('code') ?? '').replaceAll(' ', ''),
    trustDevice: form.has('trust'),
  })
  if (asked.problem) return refused(asked)
  throw redirect(backOf(request) ?? (await homeOf(stoa(context), asked.answer.token)))
}

export default function SecondFactor({ loaderData, actionData }: Route.ComponentProps) {
  const { brand, back, isRecovery } = loaderData
  const t = useT()
  const problem = useProblem(actionData?.problem, useAccountWording())
  const other = isRecovery ? '/second-factor' : '/second-factor?recovery'
  return (
    <Porch
      brand={brand}
      title={t('organization.secondFactor')}
      text={t('organization.secondFactorText', { kind: isRecovery ? 'recovery' : 'app' })}
      footer={
        <Link to={withBack(other, back)}>
          {t('organization.otherFactor', { kind: isRecovery ? 'recovery' : 'app' })}
        </Link>
      }
    >
      <Form problem={problem} key={String(isRecovery)}>
        <TextField
          name="code"
          label={t('organization.code', { kind: isRecovery ? 'recovery' : 'app' })}
          autoComplete="one-time-code"
          inputMode={isRecovery ? 'text' : 'numeric'}
        />
        <Checkbox name="trust" label={t('organization.trustDevice')} />
        <SubmitButton wide>{t('organization.goOn')}</SubmitButton>
      </Form>
    </Porch>
  )
}
