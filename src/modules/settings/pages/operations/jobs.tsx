/** What the house does behind the scenes; what failed for good can be tried again. */
import Workflow from 'lucide-react/icons/workflow'
import { Form } from 'react-router'
import type { Route } from './+types/jobs.ts'
import { jobStates, listJobs, ListJobs, retryJob } from '../../../../platform/jobs/list.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { listQuery } from '../../../../platform/pages/list-query.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { Button } from '../../../../ui/parts/button.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import type { Column } from '../../../../ui/tables/list-types.ts'
import { List } from '../../../../ui/tables/list.tsx'

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'jobs.manage')
    const { data, page } = await listJobs(ctx, listQuery(ListJobs, url))
    return {
      page,
      states: [...jobStates],
      jobs: data.map(({ id, name, state, failure, attempts, mostAttempts, createdAt }) => ({
        id,
        name,
        state,
        failure,
        tries: `${attempts} / ${mostAttempts}`,
        createdAt: createdAt.toISOString(),
      })),
    }
  })
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const outcome = await attempt(() => retryJob(stoa(context), String(form.get('id'))))
  return outcome.problem ? refused(outcome) : { problem: null }
}

const tones = {
  created: 'info',
  retry: 'warn',
  active: 'info',
  completed: 'good',
  cancelled: 'neutral',
  failed: 'bad',
} as const
type Row = Route.ComponentProps['loaderData']['jobs'][number]

export default function Jobs({ loaderData: { jobs, page, states } }: Route.ComponentProps) {
  const t = useT()
  const stateName = (state: Row['state']) => t(`settings.job_${state}`)
  const columns: Column<Row>[] = [
    { key: 'name', label: t('settings.jobName'), render: (row) => <code>{row.name}</code> },
    {
      key: 'state',
      label: t('settings.jobState'),
      render: (row) => <StatusBadge status={row.state} tones={tones} label={stateName(row.state)} />,
    },
    { key: 'tries', label: t('settings.jobTries'), render: (row) => row.tries },
    {
      key: 'at',
      label: t('settings.auditAt'),
      render: (row) => <DateTime at={row.createdAt} format="dateTime" />,
    },
    { key: 'failure', label: t('settings.jobFailure'), render: (row) => <Failure row={row} /> },
  ]
  return (
    <div className="stack">
      <title>{t('settings.navJobs')}</title>
      <PageHeader title={t('settings.navJobs')} text={t('settings.jobsText')} />
      <List
        name="jobs"
        caption={t('settings.navJobs')}
        rows={jobs}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.name}
        columns={columns}
        filters={[
          {
            kind: 'select',
            name: 'state',
            label: t('settings.jobState'),
            options: states.map((value) => ({ value, label: stateName(value) })),
          },
        ]}
        page={page}
        empty={
          <EmptyState
            icon={<Workflow aria-hidden />}
            title={t('settings.jobsEmpty')}
            text={t('settings.jobsText')}
          />
        }
        loading={false}
        error={null}
      />
    </div>
  )
}

function Failure({ row }: { row: Row }) {
  const t = useT()
  if (row.state !== 'failed') return <>{row.failure ?? '–'}</>
  return (
    <Form method="post" className="stack">
      <span className="break-words">{row.failure}</span>
      <input type="hidden" name="id" value={row.id} />
      <Button type="submit" size="small">
        {t('settings.jobRetry')}
      </Button>
    </Form>
  )
}
