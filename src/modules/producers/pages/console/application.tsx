/** One application: read, then approved or refused with a reason. */
import { redirect } from 'react-router'
import type { Route } from './+types/application.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../../ui/forms/submit-button.tsx'
import { TextArea } from '../../../../ui/forms/text-field.tsx'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { ConfirmButton } from '../../../../ui/parts/confirm-button.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import { KeyValue } from '../../../../ui/parts/key-value.tsx'
import { approveApplication, getApplication, refuseApplication } from '../../applications.ts'
import { presentApplication } from '../../present.ts'
import { applicationTones } from './tones.ts'

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'producers.manage')
    return { application: presentApplication(await getApplication(ctx, params.id)) }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const isApproval = fields.text('intent') === 'approve'
  const outcome = await attempt(() => {
    requirePermission(ctx, 'producers.manage')
    return isApproval
      ? approveApplication(ctx, { applicationId: params.id })
      : refuseApplication(ctx, { applicationId: params.id, reason: fields.text('reason') })
  })
  if (outcome.problem) return refused(outcome, form)
  flash(
    context,
    isApproval
      ? { key: 'producers.approved', values: { name: outcome.result.name } }
      : { key: 'producers.refused' },
  )
  return redirect('/console/applications')
}

export default function Application({ loaderData: { application }, actionData }: Route.ComponentProps) {
  const t = useT()
  const { name, status, email } = application
  return (
    <div className="stack">
      <title>{name}</title>
      <PageHeader
        title={name}
        crumbs={[{ to: '/console/applications', label: t('producers.applications') }]}
        mark={
          <StatusBadge
            status={status}
            tones={applicationTones}
            label={t(`producers.application_${status}`)}
          />
        }
        actions={
          <div className="flex flex-wrap items-start gap-2">
            {application.producerId && (
              <LinkButton to={`/console/producers/${application.producerId}`}>
                {t('producers.toProducer')}
              </LinkButton>
            )}
            {status === 'pending' && (
              <ConfirmButton
                tone="primary"
                title={t('producers.approveTitle')}
                text={t('producers.approveText', { name, email })}
                confirmLabel={t('producers.approve')}
                fields={{ intent: 'approve' }}
              >
                {t('producers.approve')}
              </ConfirmButton>
            )}
          </div>
        }
      />
      <Card>
        <KeyValue
          facts={[
            { label: t('producers.contact'), value: application.contactName },
            { label: 'E-mail', value: <a href={`mailto:${email}`}>{email}</a> },
            { label: t('producers.phone'), value: application.phone ?? '–' },
            { label: t('producers.vatNumber'), value: application.vatNumber ?? '–' },
            { label: t('producers.region'), value: application.region ?? '–' },
            {
              label: t('producers.appliedAt'),
              value: <DateTime at={application.createdAt} format="dateTime" />,
            },
            ...(application.decidedAt
              ? [
                  {
                    label: t('producers.decidedAt'),
                    value: <DateTime at={application.decidedAt} format="dateTime" />,
                  },
                ]
              : []),
            ...(application.reason
              ? [{ label: t('producers.refuseReason'), value: application.reason }]
              : []),
          ]}
        />
      </Card>
      <Card title={t('producers.whatTheySay')}>
        <p className="whitespace-pre-line">{application.message}</p>
      </Card>
      {status === 'pending' && (
        <Card title={t('producers.refuseTitle')}>
          <Form problem={actionData?.problem ?? null} values={actionData?.values}>
            <input type="hidden" name="intent" value="refuse" />
            <TextArea
              name="reason"
              label={t('producers.refuseReason')}
              hint={t('producers.refuseReasonHint')}
              rows={4}
              maxLength={1000}
            />
            <SubmitButton tone="danger">{t('producers.refuse')}</SubmitButton>
          </Form>
        </Card>
      )}
    </div>
  )
}
