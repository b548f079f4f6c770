/** Who changed what, when and from where, newest first; each entry opens to what was before and after. */
import History from 'lucide-react/icons/history'
import type { Route } from './+types/audit.ts'
import { useActionName, useAuditWord, useFieldName } from '../../../../frames/audit-words.ts'
import { differences } from '../../../../platform/audit/differences.ts'
import { listAudit, ListAudit } from '../../../../platform/audit/list.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { listQuery } from '../../../../platform/pages/list-query.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { viewsOf } from '../../../../platform/pages/views.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { Badge } from '../../../../ui/parts/badge.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import { filesOf } from '../../../../ui/tables/files.ts'
import type { Column } from '../../../../ui/tables/list-types.ts'
import { List } from '../../../../ui/tables/list.tsx'
import { recordedKinds } from './recorded-kinds.ts'

/** As many fields as a line of the list can name. */
const named = 3

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'audit.read')
    const [{ data, page }, views] = await Promise.all([
      listAudit(ctx, listQuery(ListAudit, url)),
      viewsOf(ctx, 'audit'),
    ])
    return {
      page,
      views,
      entries: data.map(({ id, at, action, actorName, address, isOverride, before, after }) => {
        const fields = before === null || after === null ? [] : differences(before, after)
        return {
          id,
          at: at.toISOString(),
          action,
          actorName,
          address,
          isOverride,
          fields: [...new Set(fields.map(({ field }) => field))],
        }
      }),
    }
  })
}

type Row = Route.ComponentProps['loaderData']['entries'][number]

export default function Audit({ loaderData: { entries, page, views } }: Route.ComponentProps) {
  const t = useT()
  const actionName = useActionName()
  const word = useAuditWord()
  const columns: Column<Row>[] = [
    {
      key: 'action',
      label: t('settings.auditAction'),
      render: (row) => (
        <>
          {actionName(row.action)} {row.isOverride && <Badge tone="warn">{t('audit.overridden')}</Badge>}
        </>
      ),
    },
    { key: 'changes', label: t('settings.auditChanges'), render: (row) => <Fields row={row} /> },
    { key: 'actor', label: t('settings.auditActor'), render: (row) => row.actorName },
    { key: 'address', label: t('settings.auditAddress'), render: (row) => row.address ?? '–', hidden: true },
    { key: 'code', label: t('settings.auditCode'), render: (row) => <code>{row.action}</code>, hidden: true },
    {
      key: 'at',
      label: t('settings.auditAt'),
      align: 'end',
      render: (row) => (
        <span className="whitespace-nowrap">
          <DateTime at={row.at} format="dateTime" />
        </span>
      ),
    },
  ]
  return (
    <div className="stack">
      <title>{t('settings.navAudit')}</title>
      <PageHeader title={t('settings.navAudit')} text={t('settings.auditText')} />
      <List
        name="audit-log"
        caption={t('settings.navAudit')}
        rows={entries}
        rowKey={(row) => row.id}
        rowLabel={(row) => actionName(row.action)}
        rowHref={(row) => `/console/audit/${row.id}`}
        columns={columns}
        search={t('settings.auditSearch')}
        filters={[
          {
            kind: 'select',
            name: 'entity',
            label: t('settings.auditEntity'),
            options: recordedKinds
              .map((value) => ({ value, label: word(`entity_${value}`, value) }))
              .toSorted((one, other) => one.label.localeCompare(other.label)),
          },
          { kind: 'dates', label: t('settings.auditDates') },
          {
            kind: 'select',
            name: 'by',
            label: t('settings.auditActor'),
            options: [
              { value: 'people', label: t('settings.auditPeople') },
              { value: 'house', label: t('settings.auditHouse') },
            ],
          },
          { kind: 'flag', name: 'isOverride', label: t('audit.overridden') },
        ]}
        page={page}
        exports={filesOf('/api/v1/audit')}
        views={{
          action: '/console/views?list=audit',
          items: [
            { id: 'people', name: t('settings.auditPeople'), query: 'by=people' },
            { id: 'overridden', name: t('settings.auditOverridden'), query: 'isOverride=true' },
            ...views,
          ],
        }}
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

function Fields({ row: { fields } }: { row: Row }) {
  const t = useT()
  const nameOf = useFieldName()
  if (fields.length === 0) return <>–</>
  const first = fields.slice(0, named).map(nameOf).join(', ')
  return (
    <span className="text-ink-soft">
      {fields.length > named ? t('settings.auditMore', { first, count: fields.length - named }) : first}
    </span>
  )
}
