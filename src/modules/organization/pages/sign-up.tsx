/** Opening an account, by the organisation's own rule: open, by invitation, or waiting for approval. */
import { Link, redirect } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { getOpenInvitation } from '../../../platform/access/invitation.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { attempt, refused } from '../../../platform/pages/outcome.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import type { Route } from './+types/sign-up.ts'
import { useNewPasswordWording } from './account-wording.ts'
import { askAccounts, backOf, homeOf, withBack, withoutSecrets } from './ask-accounts.ts'
import { Porch, porchOf } from './porch.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = stoa(context)
  const back = backOf(request)
  if (ctx.actor.userId) throw redirect(back ?? '/account')
  const token = new URL(request.url).searchParams.get('invitation')
  const found = token ? await attempt(() => getOpenInvitation(ctx, token)) : null
  return {
    ...porchOf(context),
    back,
    rule: ctx.organization.registration,
    invitation: found?.result ? { token: token!, email: found.result.email } : null,
    problem: found?.problem ?? null,
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const invitation = String(form.get('invitation') ?? '')
  const asked = await askAccounts<{ token: string }>(context, '/sign-up/email', {
    name: String(form.get('name') ?? ''),
    email: String(form.get('email') ?? ''),
    password: String(form.get('password') ?? ''),
    ...(invitation && { invitation }),
  })
  if (asked.problem) return refused(asked, withoutSecrets(form))
  // The invitation's mail has proved the address already.
  if (invitation) throw redirect(await homeOf(stoa(context), asked.answer.token))
  throw redirect(withBack('/verify-email', backOf(request)))
}

export default function SignUp({ loaderData, actionData }: Route.ComponentProps) {
  const { brand, back, rule, invitation } = loaderData
  const t = useT()
  const wording = useNewPasswordWording(actionData?.problem.code)
  const problem = useProblem(actionData?.problem ?? loaderData.problem, wording)
  const isClosed = rule === 'invitation' && !invitation
  return (
    <Porch
      brand={brand}
      title={t('organization.signUp')}
      text={!isClosed && t('organization.signUpText', { rule: invitation ? 'invitation' : rule })}
      footer={<Link to={withBack('/sign-in', back)}>{t('organization.haveAccount')}</Link>}
    >
      {isClosed ? (
        <Notice title={problem?.title ?? t('organization.invitationOnly')} />
      ) : (
        <Form problem={problem} values={actionData?.values}>
          {invitation && <input type="hidden" name="invitation" value={invitation.token} />}
          <TextField name="name" label={t('organization.name')} autoComplete="name" />
          <TextField
            name="email"
            type="email"
            label={t('organization.email')}
            autoComplete="username"
            defaultValue={invitation?.email}
            readOnly={invitation !== null}
          />
          <TextField
            name="password"
            type="password"
            label={t('organization.password')}
            hint={t('organization.passwordHint')}
            autoComplete="new-password"
            minLength={10}
          />
          <SubmitButton wide>{t('organization.signUp')}</SubmitButton>
        </Form>
      )}
    </Porch>
  )
}
