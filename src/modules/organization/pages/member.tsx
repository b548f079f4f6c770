/** One member: roles, producers, standing. What may not be given is shown with its reason. */
import { redirect } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { type Role, roles } from '../../../platform/access/roles.ts'
import { notFound } from '../../../platform/http/app-error.ts'
import { admit } from '../../../platform/http/mount.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { hereOf } from '../../../platform/pages/here.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../platform/pages/outcome.ts'
import { Id } from '../../../platform/values/shapes.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../ui/parts/badge.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { ConfirmButton } from '../../../ui/parts/confirm-button.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { getMember } from '../list-members.ts'
import { removeMember, updateMember } from '../members.ts'
import { mayChange, mayGive } from '../policy.ts'
import { presentMember } from '../present.ts'
import { listProducerNames } from '../producers.ts'
import type { Route } from './+types/member.ts'
import { statusTones } from './member-labels.ts'
import { RoleFields } from './role-fields.tsx'
import { useMemberWording } from './member-wording.ts'

const idOf = (params: { id?: string }): string => {
  const id = Id.safeParse(params.id)
  if (!id.success) throw notFound('member')
  return id.data
}

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    admit(ctx, 'members.manage')
    const member = await getMember(ctx, idOf(params))
    return {
      member: presentMember(member),
      producers: await listProducerNames(ctx),
      mayChange: mayChange(ctx.actor, member),
      givable: roles.filter((role) => mayGive(ctx.actor, role)),
    }
  })
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const intent = fields.text('intent')
  const done = await attempt(async () => {
    admit(ctx, 'members.manage')
    const id = idOf(params)
    if (intent === 'remove') return removeMember(ctx, id)
    if (intent === 'suspend' || intent === 'restore')
      return updateMember(ctx, id, { status: intent === 'suspend' ? 'suspended' : 'active' })
    const changes = { roles: fields.all('roles') as Role[], producerIds: fields.all('producerIds') }
    return updateMember(ctx, id, changes, fields.whole('version'))
  })
  if (done.problem) return refused(done, form)
  flash(context, {
    key: intent === 'remove' ? 'organization.memberRemoved' : 'organization.saved',
    tone: 'good',
  })
  throw redirect(intent === 'remove' ? '/console/members' : hereOf(request))
}

export default function MemberPage({ loaderData, actionData }: Route.ComponentProps) {
  const { member, producers, mayChange, givable } = loaderData
  const t = useT()
  const problem = useProblem(actionData?.problem, useMemberWording())
  const isOut = member.status !== 'active'
  const reason = mayChange ? undefined : t('organization.ownerOnly')
  return (
    <>
      <title>{member.name}</title>
      <PageHeader
        title={member.name}
        crumbs={[{ to: '/console/members', label: t('organization.people') }]}
        mark={
          <StatusBadge
            status={member.status}
            tones={statusTones}
            label={t('organization.memberStatus', { status: member.status })}
          />
        }
        text={member.email}
        actions={
          <>
            <ConfirmButton
              fields={{ intent: isOut ? 'restore' : 'suspend' }}
              reason={reason}
              title={t('organization.standing', { to: isOut ? 'active' : 'suspended' })}
              text={t('organization.standingText', { to: isOut ? 'active' : 'suspended', name: member.name })}
              confirmLabel={t('organization.standing', { to: isOut ? 'active' : 'suspended' })}
            >
              {t('organization.standing', { to: isOut ? 'active' : 'suspended' })}
            </ConfirmButton>
            <ConfirmButton
              tone="danger"
              fields={{ intent: 'remove' }}
              reason={reason}
              title={t('organization.memberRemove')}
              text={t('organization.memberRemoveText', { name: member.name })}
              confirmLabel={t('organization.remove')}
            >
              {t('organization.remove')}
            </ConfirmButton>
          </>
        }
      />
      {!mayChange && <Notice title={t('organization.ownerOnly')} />}
      <Card>
        <Form problem={problem}>
          <input type="hidden" name="version" value={member.version} />
          <RoleFields
            held={member.roles}
            givable={mayChange ? givable : []}
            producers={producers}
            producerIds={member.producerIds}
          />
          <SubmitButton reason={reason}>{t('organization.save')}</SubmitButton>
        </Form>
      </Card>
    </>
  )
}
