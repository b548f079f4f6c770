/** What the house does behind the scenes; what failed for good can be tried again, one or many at once. */
import Workflow from 'lucide-react/icons/workflow'
import { data, redirect } from 'react-router'
import type { Route } from './+types/jobs.ts'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { countJobs, jobStates, listJobs, ListJobs, retryJob } from '../../../../platform/jobs/list.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { eachOf } from '../../../../platform/pages/bulk.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { listQuery } from '../../../../platform/pages/list-query.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import { Notice } from '../../../../ui/parts/notice.tsx'
import { Tabs } from '../../../../ui/parts/tabs.tsx'
import { filesOf } from '../../../../ui/tables/files.ts'
import type { Column } from '../../../../ui/tables/list-types.ts'
import { List } from '../../../../ui/tables/list.tsx'
import { useJobName } from './job-names.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'jobs.manage')
    const query = listQuery(ListJobs, url)
    const [{ data: rows, page }, counts] = await Promise.all([listJobs(ctx, query), countJobs(ctx)])
    return {
      page,
      state: query.state ?? null,
      names: [...new Set(counts.map(({ name }) => name))],
      counts: Object.fromEntries(
        jobStates.map((state) => [
          state,
          counts.filter((one) => one.state === state).reduce((sum, { count }) => sum + Number(count), 0),
        ]),
      ),
      jobs: rows.map(({ id, name, state, failure, attempts, mostAttempts, createdAt }) => ({
        id,
        name,
        state,
        failure,
        attempts,
        mostAttempts,
        createdAt: createdAt.toISOString(),
      })),
    }
  })
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const outcome = await eachOf(form.getAll('id').map(String), (id) => retryJob(ctx, id))
  const { done, refused, problem } = outcome
  if (problem && done === 0) return data({ problem }, { status: 409 })
  flash(
    context,
    refused === 0
      ? { key: 'settings.jobsRetried', values: { count: done } }
      : { key: 'settings.jobsRetriedSome', values: { count: done, refused }, tone: 'bad' },
  )
  return redirect(url.pathname + url.search)
}

const tones = {
  created: 'info',
  retry: 'warn',
  active: 'info',
  completed: 'good',
  cancelled: 'neutral',
  failed: 'bad',
} as const
/** The states that somebody may want to look at, each a tab. */
const shownStates = ['failed', 'retry', 'created', 'active', 'completed'] as const
type Row = Route.ComponentProps['loaderData']['jobs'][number]

export default function Jobs({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const jobName = useJobName()
  const problem = useConsoleProblem(actionData?.problem)
  const { jobs, page, state, names, counts } = loaderData
  const columns: Column<Row>[] = [
    { key: 'name', label: t('settings.jobName'), render: (row) => jobName(row.name) },
    {
      key: 'state',
      label: t('settings.jobState'),
      render: (row) => (
        <StatusBadge status={row.state} tones={tones} label={t(`settings.job_${row.state}`)} />
      ),
    },
    {
      key: 'failure',
      label: t('settings.jobFailure'),
      render: (row) => (row.failure ? <span className="break-words">{row.failure}</span> : '–'),
    },
    {
      key: 'tries',
      label: t('settings.jobTries'),
      align: 'end',
      render: (row) => t('settings.jobTriesOf', { tries: row.attempts, most: row.mostAttempts }),
    },
    { key: 'code', label: t('settings.auditCode'), render: (row) => <code>{row.name}</code>, hidden: true },
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
      <title>{t('settings.navJobs')}</title>
      <PageHeader title={t('settings.navJobs')} text={t('settings.jobsText')} />
      {problem && <Notice tone="bad" title={problem.title} announce />}
      <Tabs
        label={t('settings.jobState')}
        items={[
          { to: '?', label: t('ui.all'), isActive: state === null },
          ...shownStates.map((one) => ({
            to: `?state=${one}`,
            label: t(`settings.job_${one}`),
            count: counts[one],
            isActive: state === one,
          })),
        ]}
      />
      <List
        name="background-jobs"
        caption={t('settings.navJobs')}
        rows={jobs}
        rowKey={(row) => row.id}
        rowLabel={(row) => jobName(row.name)}
        columns={columns}
        filters={[
          {
            kind: 'select',
            name: 'name',
            label: t('settings.jobName'),
            options: names.map((value) => ({ value, label: jobName(value) })),
          },
        ]}
        bulk={
          jobs.some((job) => job.state === 'failed') ? [{ name: 'retry', label: t('settings.jobRetry') }] : []
        }
        page={page}
        exports={filesOf('/api/v1/jobs')}
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
