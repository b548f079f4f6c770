/** Choosing a new password with the link of the mail; every session ends with it. */
import { Link, redirect } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { refused } from '../../../platform/pages/outcome.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import type { Route } from './+types/reset-password.ts'
import { useNewPasswordWording } from './account-wording.ts'
import { askAccounts } from './ask-accounts.ts'
import { Porch, porchOf } from './porch.tsx'

export const loader = ({ context, request }: Route.LoaderArgs) => ({
  ...porchOf(context),
  token: new URL(request.url).searchParams.get('token'),
})

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const asked = await askAccounts(context, '/reset-password', {
    token: String(form.get('token') ?? ''),
    newPassword: String(form.get('newPassword') ?? ''),
  })
  if (asked.problem) return refused(asked)
  flash(context, { key: 'organization.passwordChanged', tone: 'good' })
  throw redirect('/sign-in')
}

export default function ResetPassword({ loaderData, actionData }: Route.ComponentProps) {
  const { brand, token } = loaderData
  const t = useT()
  const problem = useProblem(actionData?.problem, useNewPasswordWording(actionData?.problem.code))
  const again = <Link to="/forgot-password">{t('organization.sendAnother')}</Link>
  return (
    <Porch brand={brand} title={t('organization.resetTitle')} footer={again}>
      {token ? (
        <Form problem={problem}>
          <input type="hidden" name="token" value={token} />
          <TextField
            name="newPassword"
            type="password"
            label={t('organization.newPassword')}
            hint={t('organization.passwordHint')}
            autoComplete="new-password"
            minLength={10}
          />
          <SubmitButton wide>{t('organization.savePassword')}</SubmitButton>
        </Form>
      ) : (
        <Notice tone="warn" title={t('organization.oldLink')} />
      )}
    </Porch>
  )
}

// The token stands in the address: no link on the page may carry it on.
export const headers: Route.HeadersFunction = () => ({ 'Referrer-Policy': 'no-referrer' })
