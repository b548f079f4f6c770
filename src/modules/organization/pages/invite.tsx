/** Inviting somebody: the address, the roles; the link is shown once, should the mail not arrive. */
import { data } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { type Role, roles } from '../../../platform/access/roles.ts'
import { admit } from '../../../platform/http/mount.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { fieldsOf } from '../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../platform/pages/outcome.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { CopyButton } from '../../../ui/parts/copy-button.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { createInvitation } from '../invitations.ts'
import { mayGive } from '../policy.ts'
import { listProducerNames } from '../producers.ts'
import type { Route } from './+types/invite.ts'
import { useMemberWording } from './member-wording.ts'
import { RoleFields } from './role-fields.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    admit(ctx, 'members.manage')
    return {
      producers: await listProducerNames(ctx),
      givable: roles.filter((role) => mayGive(ctx.actor, role)),
    }
  })
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const made = await attempt(async () => {
    admit(ctx, 'members.manage')
    return createInvitation(ctx, {
      email: fields.text('email'),
      roles: fields.all('roles') as Role[],
      producerIds: fields.all('producerIds'),
    })
  })
  if (made.problem) return refused(made, form)
  const { url, invitation } = made.result
  const sent = { url, email: invitation.email }
  return data({ sent, problem: null, values: {} }, { headers: { 'Cache-Control': 'no-store' } })
}

export default function Invite({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useProblem(actionData?.problem, useMemberWording())
  const sent = actionData && 'sent' in actionData ? actionData.sent : null
  const title = t('organization.invite')
  return (
    <>
      <title>{title}</title>
      <PageHeader
        title={title}
        crumbs={[{ to: '/console/members', label: t('organization.people') }]}
        text={t('organization.inviteText')}
      />
      {sent && (
        <Notice
          tone="good"
          announce
          title={t('organization.invited', { email: sent.email })}
          actions={<CopyButton text={sent.url} label={t('organization.copyLink')} />}
        >
          <p className="break-all">{sent.url}</p>
        </Notice>
      )}
      <Card>
        <Form problem={problem} values={actionData?.values} key={sent?.url}>
          <TextField name="email" type="email" label={t('organization.email')} autoComplete="off" />
          <RoleFields
            held={[]}
            givable={loaderData.givable}
            producers={loaderData.producers}
            producerIds={[]}
          />
          <SubmitButton>{t('organization.sendInvitation')}</SubmitButton>
        </Form>
      </Card>
    </>
  )
}
