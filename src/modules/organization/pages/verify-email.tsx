/** The link that confirms an address; without a token, the notice that a mail is on its way. */
import { Link } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { refused } from '../../../platform/pages/outcome.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { getMe } from '../me.ts'
import type { Route } from './+types/verify-email.ts'
import { useAccountWording } from './account-wording.ts'
import { askAccounts, backOf } from './ask-accounts.ts'
import { Porch, porchOf } from './porch.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { actor, organization } = stoa(context)
  const token = new URL(request.url).searchParams.get('token')
  const path = `/verify-email?token=${encodeURIComponent(token ?? '')}`
  const asked = token ? await askAccounts(context, path, undefined, 'GET') : null
  const isVerified = actor.userId !== null && (await getMe(stoa(context))).user.emailVerified
  return {
    ...porchOf(context),
    state: asked ? (asked.problem ? 'failed' : 'done') : isVerified ? 'done' : 'sent',
    email: actor.email,
    isWaiting: organization.registration === 'approval' && actor.userId !== null && actor.roles.length === 0,
    back: backOf(request) ?? '/',
  }
}

export async function action({ context }: Route.ActionArgs) {
  const { email } = stoa(context).actor
  const asked = await askAccounts(context, '/send-verification-email', { email: email ?? '' })
  return asked.problem ? refused(asked) : { problem: null, values: {} }
}

export default function VerifyEmail({ loaderData, actionData }: Route.ComponentProps) {
  const { brand, state, email, isWaiting, back } = loaderData
  const t = useT()
  const problem = useProblem(actionData?.problem, useAccountWording())
  const tone = state === 'failed' ? 'bad' : state === 'done' ? 'good' : 'info'
  return (
    <Porch
      brand={brand}
      title={t('organization.verifyTitle')}
      footer={<Link to={back}>{t('organization.toShop')}</Link>}
    >
      <Notice tone={tone} title={t('organization.verifyState', { state, email: email ?? '' })} />
      {isWaiting && <Notice title={t('organization.waitingTitle')}>{t('organization.waitingText')}</Notice>}
      {state !== 'done' && email && (
        <Form problem={problem}>
          {actionData && !actionData.problem && (
            <Notice tone="good" announce title={t('organization.verifySentAgain')} />
          )}
          <SubmitButton tone="quiet" wide>
            {t('organization.sendAgain')}
          </SubmitButton>
        </Form>
      )}
    </Porch>
  )
}

export const headers: Route.HeadersFunction = () => ({ 'Referrer-Policy': 'no-referrer' })
