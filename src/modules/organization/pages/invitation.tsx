/** An invitation's link: what it offers, and the way in for those with an account and those without. */
import { redirect } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { getOpenInvitation } from '../../../platform/access/invitation.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { attempt, refused } from '../../../platform/pages/outcome.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { useFormat, useT } from '../../../ui/i18n.tsx'
import { LinkButton } from '../../../ui/parts/button.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { acceptMyInvitation } from '../accept-invitation.ts'
import type { Route } from './+types/invitation.ts'
import { useAccountWording } from './account-wording.ts'
import { withBack } from './ask-accounts.ts'
import { Porch, porchOf } from './porch.tsx'

const tokenOf = (request: Request): string => new URL(request.url).searchParams.get('token') ?? ''

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = stoa(context)
  const token = tokenOf(request)
  const { result, problem } = await attempt(() => getOpenInvitation(ctx, token))
  return {
    ...porchOf(context),
    token,
    problem,
    me: ctx.actor.email,
    invitation: result && {
      email: result.email,
      roles: result.roles,
      expiresAt: result.expiresAt.toISOString(),
    },
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const accepted = await attempt(() => acceptMyInvitation(stoa(context), { token: tokenOf(request) }))
  if (accepted.problem) return refused(accepted)
  flash(context, { key: 'organization.joined', tone: 'good' })
  throw redirect(accepted.result.roles.some((role) => role !== 'customer') ? '/console' : '/')
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  const { brand, token, invitation, me } = loaderData
  const t = useT()
  const { list, date } = useFormat()
  const problem = useProblem(actionData?.problem ?? loaderData.problem, useAccountWording())
  const here = `/invitation?token=${encodeURIComponent(token)}`
  const roles = list((invitation?.roles ?? []).map((role) => t(`organization.${role}`)))
  const isMine = invitation !== null && me?.toLowerCase() === invitation.email.toLowerCase()
  return (
    <Porch
      brand={brand}
      title={t('organization.invitationTitle', { organization: brand.name })}
      text={
        invitation &&
        t('organization.invitationText', {
          email: invitation.email,
          roles,
          until: date(invitation.expiresAt),
        })
      }
    >
      {!invitation && problem && <Notice tone="warn" title={problem.title} />}
      {isMine && (
        <Form problem={problem}>
          <SubmitButton wide>{t('organization.accept')}</SubmitButton>
        </Form>
      )}
      {invitation && me && !isMine && (
        <>
          <Notice tone="warn" title={t('organization.signedInAs', { email: me })}>
            {t('organization.signOutFirst', { email: invitation.email })}
          </Notice>
          <Form problem={null} action="/sign-out">
            <SubmitButton tone="quiet" wide>
              {t('organization.signOut')}
            </SubmitButton>
          </Form>
        </>
      )}
      {invitation && !me && (
        <div className="stack">
          <LinkButton tone="primary" wide to={`/sign-up?invitation=${encodeURIComponent(token)}`}>
            {t('organization.joinNew')}
          </LinkButton>
          <LinkButton wide to={withBack('/sign-in', here)}>
            {t('organization.joinWithAccount')}
          </LinkButton>
        </div>
      )}
    </Porch>
  )
}

export const headers: Route.HeadersFunction = () => ({ 'Referrer-Policy': 'no-referrer' })
