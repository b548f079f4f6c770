/** One mail as it was written, with what became of it. */
import type { Route } from './+types/mail.ts'
import { getMail } from '../../../../platform/mail/mails.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import { KeyValue } from '../../../../ui/parts/key-value.tsx'
import { mailTones } from './mail-tones.ts'

export function loader({ context, params }: Route.LoaderArgs) {
  return orErrorPage(async () => {
    const { recipient, subject, text, status, failure, response, createdAt, sentAt } = await getMail(
      stoa(context),
      params.id,
    )
    return {
      recipient,
      subject,
      text,
      status,
      failure,
      response,
      createdAt: createdAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
    }
  })
}

export default function MailPage({ loaderData: mail }: Route.ComponentProps) {
  const t = useT()
  return (
    <div className="stack">
      <title>{mail.subject}</title>
      <PageHeader
        title={mail.subject}
        crumbs={[{ to: '/console/mails', label: t('settings.navMails') }]}
        mark={
          <StatusBadge status={mail.status} tones={mailTones} label={t(`settings.mail_${mail.status}`)} />
        }
      />
      <Card>
        <KeyValue
          facts={[
            { label: t('settings.mailRecipient'), value: mail.recipient },
            { label: t('settings.auditAt'), value: <DateTime at={mail.createdAt} format="dateTime" /> },
            ...(mail.response ? [{ label: t('settings.mailResponse'), value: mail.response }] : []),
            ...(mail.failure ? [{ label: t('settings.jobFailure'), value: mail.failure }] : []),
          ]}
        />
      </Card>
      <Card>
        <pre className="whitespace-pre-wrap break-words font-sans">{mail.text}</pre>
      </Card>
    </div>
  )
}
