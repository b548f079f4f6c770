/** Every mail and what became of it; without a mail server this is where they stay to be read. */
import Mail from 'lucide-react/icons/mail'
import type { Route } from './+types/mails.ts'
import { createTranslator } from '../../../../platform/i18n/translator.ts'
import { listMails, ListMails } from '../../../../platform/mail/mails.ts'
import { mailStatuses } from '../../../../platform/mail/schema.ts'
import { allTemplates } from '../../../../platform/mail/template.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { listQuery } from '../../../../platform/pages/list-query.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import { filesOf } from '../../../../ui/tables/files.ts'
import type { Column } from '../../../../ui/tables/list-types.ts'
import { List } from '../../../../ui/tables/list.tsx'
import { MailTabs } from './mail-tabs.tsx'
import { mailTones } from './mail-tones.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'mails.read')
    const t = createTranslator(ctx.locale)
    const { data, page } = await listMails(ctx, listQuery(ListMails, url))
    return {
      page,
      statuses: [...mailStatuses],
      templates: allTemplates().map(({ name, purpose }) => ({ value: name, label: t(purpose) })),
      mails: data.map(({ id, recipient, subject, template, status, createdAt }) => ({
        id,
        recipient,
        subject,
        template,
        status,
        createdAt: createdAt.toISOString(),
      })),
    }
  })
}

type Row = Route.ComponentProps['loaderData']['mails'][number]

export default function Mails({ loaderData: { mails, page, statuses, templates } }: Route.ComponentProps) {
  const t = useT()
  const columns: Column<Row>[] = [
    { key: 'subject', label: t('settings.mailSubject'), render: (row) => row.subject },
    { key: 'recipient', label: t('settings.mailRecipient'), render: (row) => row.recipient },
    {
      key: 'template',
      label: t('settings.mailKind'),
      render: (row) => templates.find(({ value }) => value === row.template)?.label ?? row.template,
      hidden: true,
    },
    {
      key: 'status',
      label: t('settings.jobState'),
      render: (row) => (
        <StatusBadge status={row.status} tones={mailTones} label={t(`settings.mail_${row.status}`)} />
      ),
    },
    {
      key: 'at',
      label: t('settings.auditAt'),
      align: 'end',
      render: (row) => (
        <span className="whitespace-nowrap">
          <DateTime at={row.createdAt} format="dateTime" />
        </span>
      ),
    },
  ]
  return (
    <div className="stack">
      <title>{t('settings.navMails')}</title>
      <PageHeader title={t('settings.navMails')} text={t('settings.mailsText')} />
      <MailTabs current="outbox" />
      <List
        name="mails"
        caption={t('settings.navMails')}
        rows={mails}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.subject}
        rowHref={(row) => `/console/mails/${row.id}`}
        columns={columns}
        search={t('settings.mailsSearch')}
        filters={[
          {
            kind: 'select',
            name: 'status',
            label: t('settings.jobState'),
            options: statuses.map((value) => ({ value, label: t(`settings.mail_${value}`) })),
          },
          { kind: 'select', name: 'template', label: t('settings.mailKind'), options: templates },
        ]}
        page={page}
        exports={filesOf('/api/v1/mails')}
        empty={
          <EmptyState
            icon={<Mail aria-hidden />}
            title={t('settings.mailsEmpty')}
            text={t('settings.mailsText')}
          />
        }
        loading={false}
        error={null}
      />
    </div>
  )
}
