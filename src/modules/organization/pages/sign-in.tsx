/** Signing in: by password, or by a passkey where the browser knows how. */
import { Link, redirect } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { refused } from '../../../platform/pages/outcome.ts'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import type { Route } from './+types/sign-in.ts'
import { useAccountWording } from './account-wording.ts'
import { askAccounts, backOf, homeOf, withBack, withoutSecrets } from './ask-accounts.ts'
import { PasskeySignIn } from './passkey-sign-in.tsx'
import { Porch, porchOf } from './porch.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { actor, organization } = stoa(context)
  const back = backOf(request)
  if (actor.userId) throw redirect(back ?? '/account')
  return { ...porchOf(context), back, mayJoin: organization.registration !== 'invitation' }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const back = backOf(request)
  const asked = await askAccounts<{ token: string; twoFactorRedirect?: boolean }>(context, '/sign-in/email', {
    email: String(form.get('email') ?? ''),
    password: String(form.get('password') ?? ''),
    rememberMe: form.has('remember'),
  })
  if (asked.problem) return refused(asked, withoutSecrets(form))
  if (asked.answer.twoFactorRedirect) throw redirect(withBack('/second-factor', back))
  throw redirect(back ?? (await homeOf(stoa(context), asked.answer.token)))
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { back, mayJoin } = loaderData
  const t = useT()
  const problem = useProblem(actionData?.problem, useAccountWording())
  return (
    <Porch
      brand={loaderData.brand}
      title={t('organization.signIn')}
      footer={mayJoin && <Link to={withBack('/sign-up', back)}>{t('organization.noAccountYet')}</Link>}
    >
      <Form problem={problem} values={actionData?.values}>
        <TextField name="email" type="email" label={t('organization.email')} autoComplete="username" />
        <TextField
          name="password"
          type="password"
          label={t('organization.password')}
          autoComplete="current-password"
        />
        <Checkbox name="remember" label={t('organization.remember')} defaultChecked />
        <SubmitButton wide>{t('organization.signIn')}</SubmitButton>
      </Form>
      <PasskeySignIn back={back ?? '/account'} />
      <p className="page-text mt-4">
        <Link to="/forgot-password">{t('organization.forgot')}</Link>
      </p>
    </Porch>
  )
}

export const headers: Route.HeadersFunction = () => ({ 'Cache-Control': 'no-store' })
