/** One mail as its reader sees it, with what became of it; what failed or was kept can be sent. */
import { redirect } from 'react-router'
import type { Route } from './+types/mail.ts'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { may } from '../../../../platform/access/actor.ts'
import { getMail, retryMail } from '../../../../platform/mail/mails.ts'
import { presentFullMail } from '../../../../platform/mail/present.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { ConfirmButton } from '../../../../ui/parts/confirm-button.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import { Disclosure } from '../../../../ui/parts/disclosure.tsx'
import { KeyValue } from '../../../../ui/parts/key-value.tsx'
import { Notice } from '../../../../ui/parts/notice.tsx'
import { MailFrame } from './mail-tabs.tsx'
import { mailTones } from './mail-tones.ts'

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    const { html, ...mail } = presentFullMail(ctx, await getMail(ctx, params.id))
    return {
      ...mail,
      isReadable: html !== null,
      maySend: may(ctx.actor, 'jobs.manage'),
      hasServer: Boolean(ctx.services.env.SMTP_URL),
    }
  })
}

export async function action({ context, params }: Route.ActionArgs) {
  const outcome = await attempt(() => retryMail(stoa(context), params.id))
  if (outcome.problem) return refused(outcome)
  flash(context, { key: 'settings.mailAgainDone' })
  return redirect(`/console/mails/${params.id}`)
}

export default function MailPage({ loaderData: mail, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const reason = !mail.maySend
    ? t('settings.r_forbidden')
    : mail.status === 'queued'
      ? t('settings.mailIsWaiting')
      : mail.hasServer
        ? undefined
        : t('settings.mailNoServer')
  return (
    <div className="stack">
      <title>{mail.subject}</title>
      <PageHeader
        title={mail.subject}
        crumbs={[{ to: '/console/mails', label: t('settings.navMails') }]}
        mark={
          <StatusBadge status={mail.status} tones={mailTones} label={t(`settings.mail_${mail.status}`)} />
        }
        actions={
          mail.status !== 'sent' && (
            <ConfirmButton
              title={t('settings.mailAgain')}
              text={t('settings.mailAgainText', { to: mail.recipient })}
              confirmLabel={t('settings.mailAgain')}
              reason={reason}
            >
              {t('settings.mailAgain')}
            </ConfirmButton>
          )
        }
      />
      {problem && <Notice tone="bad" title={problem.title} announce />}
      <Card>
        <KeyValue
          facts={[
            { label: t('settings.mailRecipient'), value: mail.recipient },
            { label: t('settings.auditAt'), value: <DateTime at={mail.createdAt} format="dateTime" /> },
            ...(mail.sentAt
              ? [{ label: t('settings.mailSent'), value: <DateTime at={mail.sentAt} format="dateTime" /> }]
              : []),
            ...(mail.attachments.length > 0
              ? [
                  {
                    label: t('settings.mailAttachments'),
                    value: mail.attachments.map(({ name }) => name).join(', '),
                  },
                ]
              : []),
            ...(mail.response ? [{ label: t('settings.mailResponse'), value: mail.response }] : []),
            ...(mail.failure ? [{ label: t('settings.jobFailure'), value: mail.failure }] : []),
          ]}
        />
      </Card>
      {mail.isReadable ? (
        <Card flush>
          <MailFrame src={`/api/v1/mails/${mail.id}/html`} title={mail.subject} />
          <div className="px-5">
            <Disclosure summary={t('settings.mailAsText')}>
              <pre className="whitespace-pre-wrap break-words font-sans">{mail.text}</pre>
            </Disclosure>
          </div>
        </Card>
      ) : (
        <Notice tone="info" title={t('settings.mailConfidential')}>
          {t('settings.mailConfidentialText')}
        </Notice>
      )}
    </div>
  )
}
