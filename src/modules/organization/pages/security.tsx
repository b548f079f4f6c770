/** Security: the password, the second factor, passkeys, and where one is signed in. */
import { data } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { useT } from '../../../ui/i18n.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import type { Route } from './+types/security.ts'
import { AccountPage } from './account-page.tsx'
import { useNewPasswordWording } from './account-wording.ts'
import { Passkeys } from './passkeys.tsx'
import { PasswordCard } from './password-card.tsx'
import { SecondFactorCard } from './second-factor-card.tsx'
import { changeSecurity, readSecurity } from './security-data.ts'
import { Sessions } from './sessions.tsx'
import { requireSignedIn } from './signed-in.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  requireSignedIn(context, request)
  return readSecurity(context)
}

export async function action({ context, request }: Route.ActionArgs) {
  requireSignedIn(context, request)
  const answer = await changeSecurity(context, await request.formData())
  return data(answer, { status: answer.status, headers: { 'Cache-Control': 'no-store' } })
}

export default function Security({ loaderData, actionData }: Route.ComponentProps) {
  const { hasSecondFactor, passkeys, sessions } = loaderData
  const t = useT()
  const problem = useProblem(actionData?.problem, useNewPasswordWording(actionData?.problem?.code))
  const problemOf = (...intents: string[]) =>
    actionData && intents.includes(actionData.intent) ? problem : null
  const title = t('organization.security')
  const elsewhere = problemOf('passkey-delete', 'session', 'sessions')
  return (
    <AccountPage title={title} text={t('organization.securityText')}>
      {elsewhere && <Notice tone="bad" announce title={elsewhere.title} />}
      <div className="stack">
        <PasswordCard problem={problemOf('password')} />
        <SecondFactorCard
          isOn={hasSecondFactor}
          codes={actionData?.codes ?? null}
          problem={problemOf('codes', 'factor-off')}
          failed={actionData?.intent ?? null}
        />
        <Passkeys passkeys={passkeys} />
        <Sessions sessions={sessions} />
      </div>
    </AccountPage>
  )
}
