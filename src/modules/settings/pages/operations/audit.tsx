/** Who changed what, when and from where, newest first; each entry opens to what was before and after. */
import History from 'lucide-react/icons/history'
import type { Route } from './+types/audit.ts'
import { listAudit, ListAudit } from '../../../../platform/audit/list.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { listQuery } from '../../../../platform/pages/list-query.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { Badge } from '../../../../ui/parts/badge.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import { Disclosure } from '../../../../ui/parts/disclosure.tsx'
import { filesOf } from '../../../../ui/tables/files.ts'
import type { Column } from '../../../../ui/tables/list-types.ts'
import { List } from '../../../../ui/tables/list.tsx'
import { differences } from '../../../../platform/audit/differences.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'audit.read')
    const { data, page } = await listAudit(ctx, listQuery(ListAudit, url))
    return {
      page,
      entries: data.map(
        ({ id, at, action, entity, entityId, actorName, address, isOverride, before, after }) => ({
          id,
          at: at.toISOString(),
          action,
          entity,
          entityId,
          actorName,
          address,
          isOverride,
          changes: differences(before, after),
        }),
      ),
    }
  })
}

type Row = Route.ComponentProps['loaderData']['entries'][number]

export default function Audit({ loaderData: { entries, page } }: Route.ComponentProps) {
  const t = useT()
  const columns: Column<Row>[] = [
    { key: 'at', label: t('settings.auditAt'), render: (row) => <DateTime at={row.at} format="dateTime" /> },
    {
      key: 'action',
      label: t('settings.auditAction'),
      render: (row) => (
        <span className="stack">
          <code>{row.action}</code>
          {row.isOverride && <Badge tone="warn">{t('settings.auditOverride')}</Badge>}
        </span>
      ),
    },
    { key: 'actor', label: t('settings.auditActor'), render: (row) => row.actorName },
    { key: 'address', label: t('settings.auditAddress'), render: (row) => row.address ?? '–' },
    { key: 'changes', label: t('settings.auditChanges'), render: (row) => <Changes row={row} /> },
  ]
  return (
    <div className="stack">
      <title>{t('settings.navAudit')}</title>
      <PageHeader title={t('settings.navAudit')} text={t('settings.auditText')} />
      <List
        name="audit"
        caption={t('settings.navAudit')}
        rows={entries}
        rowKey={(row) => row.id}
        rowLabel={(row) => `${row.action} ${row.entityId}`}
        columns={columns}
        search={t('settings.auditSearch')}
        filters={[{ kind: 'dates', label: t('settings.auditDates') }]}
        page={page}
        exports={filesOf('/api/v1/audit')}
        empty={
          <EmptyState
            icon={<History aria-hidden />}
            title={t('settings.auditEmpty')}
            text={t('settings.auditText')}
          />
        }
        loading={false}
        error={null}
      />
    </div>
  )
}

function Changes({ row }: { row: Row }) {
  const t = useT()
  if (row.changes.length === 0) return <>–</>
  return (
    <Disclosure summary={t('settings.auditFields', { count: row.changes.length })}>
      <dl className="text-sm">
        {row.changes.map(({ field, before, after }) => (
          <div key={field} className="py-1">
            <dt className="font-medium">{field}</dt>
            <dd className="break-words text-ink-soft">
              {before ?? '–'} → {after ?? '–'}
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}
