/** Asking for a link to choose a new password. The answer is the same whether there is such an account or not. */
import { Link } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { refused } from '../../../platform/pages/outcome.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import type { Route } from './+types/forgot-password.ts'
import { useAccountWording } from './account-wording.ts'
import { askAccounts } from './ask-accounts.ts'
import { Porch, porchOf } from './porch.tsx'

export const loader = ({ context }: Route.LoaderArgs) => porchOf(context)

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const email = String(form.get('email') ?? '')
  const asked = await askAccounts(context, '/request-password-reset', { email })
  if (asked.problem) return refused(asked, form)
  return { problem: null, values: {}, sentTo: email }
}

export default function ForgotPassword({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useProblem(actionData?.problem, useAccountWording())
  const sentTo = actionData && 'sentTo' in actionData ? actionData.sentTo : null
  return (
    <Porch
      brand={loaderData.brand}
      title={t('organization.forgotTitle')}
      text={!sentTo && t('organization.forgotText')}
      footer={<Link to="/sign-in">{t('organization.backToSignIn')}</Link>}
    >
      {sentTo ? (
        <Notice tone="good" announce title={t('organization.resetSent', { email: sentTo })}>
          {t('organization.resetSentText')}
        </Notice>
      ) : (
        <Form problem={problem} values={actionData?.values}>
          <TextField name="email" type="email" label={t('organization.email')} autoComplete="username" />
          <SubmitButton wide>{t('organization.sendLink')}</SubmitButton>
        </Form>
      )}
    </Porch>
  )
}
