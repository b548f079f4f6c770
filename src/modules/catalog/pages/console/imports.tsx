/** Product files: handed in here, and what became of the earlier ones. */
import { redirect } from 'react-router'
import type { Route } from './+types/imports.ts'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import type { Column } from '../../../../ui/tables/list-types.ts'
import { List } from '../../../../ui/tables/list.tsx'
import { createImport } from '../../import/imports.ts'
import { readUpload } from '../../import/upload.ts'
import { FileForm, FilesToTake } from './import/file-form.tsx'
import { loadImports } from './import/load.ts'
import { isWorking, statusTones, tallyOf } from './import/state.ts'
import { useWhileWorking } from './import/use-while-working.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  return orErrorPage(() => loadImports(stoa(context), url))
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = stoa(context)
  const outcome = await attempt(async () => {
    requirePermission(ctx, 'imports.run')
    return createImport(ctx, await readUpload(request))
  })
  return outcome.problem ? refused(outcome) : redirect(`/console/import/${outcome.result.id}`)
}

type Row = Route.ComponentProps['loaderData']['imports'][number]

export default function Imports({ loaderData, actionData }: Route.ComponentProps) {
  const { imports, page, total, producers } = loaderData
  const t = useT()
  const { number } = useFormat()
  const problem = useConsoleProblem(actionData?.problem)
  useWhileWorking(imports.some(({ status }) => isWorking(status)))
  const columns: Column<Row>[] = [
    { key: 'file', label: t('catalog.importFileName'), render: (row) => row.fileName },
    {
      key: 'status',
      label: t('catalog.status'),
      card: 'aside',
      render: (row) => (
        <StatusBadge status={row.status} tones={statusTones} label={t(`catalog.import_${row.status}`)} />
      ),
    },
    ...(producers.length > 0
      ? [
          {
            key: 'producer',
            label: t('catalog.producer'),
            render: (row: Row) => row.producer ?? t('catalog.importWhoseFile'),
          },
        ]
      : []),
    { key: 'format', label: t('catalog.importFormat'), render: (row) => t(`catalog.format_${row.format}`) },
    ...(['create', 'change', 'refuse'] as const).map((effect): Column<Row> => ({
      key: effect,
      label: t(`catalog.effect_${effect}`),
      align: 'end',
      render: (row) => number(tallyOf(row)[effect]),
    })),
    {
      key: 'at',
      label: t('catalog.importAt'),
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
      <title>{t('catalog.imports')}</title>
      <PageHeader title={t('catalog.imports')} text={t('catalog.importsText')} />
      <div className="panes">
        <FileForm producers={producers} problem={problem} values={actionData?.values} />
        <FilesToTake />
      </div>
      <section className="stack" aria-labelledby="import-history">
        <h2 id="import-history" className="card-title">
          {t('catalog.importHistory')}
        </h2>
        <List
          name="imports"
          caption={t('catalog.importHistory')}
          rows={imports}
          rowKey={(row) => row.id}
          rowLabel={(row) => row.fileName}
          rowHref={(row) => `/console/import/${row.id}`}
          columns={columns}
          page={page}
          total={total}
          empty={<p className="text-ink-soft">{t('catalog.importHistoryEmpty')}</p>}
          loading={false}
          error={null}
        />
      </section>
    </div>
  )
}
