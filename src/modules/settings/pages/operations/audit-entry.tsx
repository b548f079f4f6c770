/** One change: who made it, from where, and every field before and after. */
import { Link } from 'react-router'
import type { Route } from './+types/audit-entry.ts'
import { ChangesTable } from '../../../../frames/audit-changes.tsx'
import { useActionName } from '../../../../frames/audit-words.ts'
import { differences } from '../../../../platform/audit/differences.ts'
import { getAuditEntry } from '../../../../platform/audit/list.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { Badge } from '../../../../ui/parts/badge.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import { KeyValue } from '../../../../ui/parts/key-value.tsx'
import { pageOfRecord } from './recorded-kinds.ts'

export function loader({ context, params }: Route.LoaderArgs) {
  return orErrorPage(async () => {
    const entry = await getAuditEntry(stoa(context), params.id)
    const { id, action, entity, entityId, actorName, address, requestId, isOverride, before, after } = entry
    return {
      id,
      at: entry.at.toISOString(),
      action,
      entity,
      entityId,
      actorName,
      address,
      requestId,
      isOverride,
      changes: differences(before, after),
      recordTo: after === null ? null : pageOfRecord(entity, entityId),
    }
  })
}

export default function AuditEntryPage({ loaderData: entry }: Route.ComponentProps) {
  const t = useT()
  const title = useActionName()(entry.action)
  return (
    <div className="stack">
      <title>{title}</title>
      <PageHeader
        title={title}
        crumbs={[{ to: '/console/audit', label: t('settings.navAudit') }]}
        mark={entry.isOverride && <Badge tone="warn">{t('audit.overridden')}</Badge>}
        actions={
          <LinkButton
            to={`/console/audit?${new URLSearchParams({ entity: entry.entity, q: entry.entityId })}`}
          >
            {t('settings.auditOfRecord')}
          </LinkButton>
        }
      />
      <Card>
        <KeyValue
          facts={[
            { label: t('settings.auditAt'), value: <DateTime at={entry.at} format="dateTime" /> },
            { label: t('settings.auditActor'), value: entry.actorName },
            { label: t('settings.auditAddress'), value: entry.address },
            { label: t('settings.auditCode'), value: <code>{entry.action}</code> },
            {
              label: t('settings.auditRecord'),
              value: entry.recordTo ? (
                <Link to={entry.recordTo} className="link break-all">
                  {entry.entityId}
                </Link>
              ) : (
                <span className="break-all">{entry.entityId}</span>
              ),
            },
            {
              label: t('settings.auditRequest'),
              value: entry.requestId && <span className="break-all">{entry.requestId}</span>,
            },
          ]}
        />
      </Card>
      <Card title={t('settings.auditChanges')}>
        {entry.changes.length > 0 ? (
          <ChangesTable changes={entry.changes} />
        ) : (
          <p className="text-ink-soft">{t('settings.auditNoChange')}</p>
        )}
      </Card>
    </div>
  )
}
