/** How the house is: each check with its word, what waits, and what it stands on. */
import type { Route } from './+types/health.ts'
import { getHealth } from '../../../../platform/observability/api.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import { KeyValue } from '../../../../ui/parts/key-value.tsx'
import { StatTile } from '../../../../ui/parts/stat-tile.tsx'

export function loader({ context }: Route.LoaderArgs) {
  return orErrorPage(() => getHealth(stoa(context)))
}

const tones = { ok: 'good', failed: 'bad' } as const
const megabyte = 1024 * 1024

export default function Health({ loaderData: health }: Route.ComponentProps) {
  const t = useT()
  const { number } = useFormat()
  const { status, checks, release, startedAt, database, backlog, lastDay, settings } = health
  const badge = (state: 'ok' | 'failed') => (
    <StatusBadge status={state} tones={tones} label={t(`settings.health_${state}`)} />
  )
  const megabytes = (bytes: number) => `${number(Math.round(bytes / megabyte))} MB`
  const isSet = (set: boolean) => t(set ? 'settings.healthSet' : 'settings.healthUnset')
  return (
    <div className="stack">
      <title>{t('settings.navHealth')}</title>
      <PageHeader
        title={t('settings.navHealth')}
        text={t('settings.healthText')}
        mark={badge(status)}
        actions={
          <LinkButton to="/console/health" reloadDocument>
            {t('settings.healthAgain')}
          </LinkButton>
        }
      />
      {lastDay && backlog && (
        <section aria-label={t('settings.healthDay')} className="tiles">
          <StatTile
            label={t('settings.healthFailedJobs')}
            value={number(lastDay.failedJobs)}
            hint={t('settings.healthDay')}
            to="/console/jobs?state=failed"
          />
          <StatTile
            label={t('settings.healthFailedMails')}
            value={number(lastDay.failedMails)}
            hint={t('settings.healthDay')}
            to="/console/mails?status=failed"
          />
          <StatTile
            label={t('settings.healthWaiting')}
            value={number(backlog.waitingJobs)}
            hint={t('settings.healthOldest', { count: backlog.oldestWaitingSeconds })}
            to="/console/jobs?state=created"
          />
          <StatTile label={t('settings.healthStreams')} value={number(health.process.liveStreams)} />
        </section>
      )}
      <Card title={t('settings.healthChecks')}>
        <KeyValue
          facts={Object.entries(checks).map(([name, { isRight, ms, reason }]) => ({
            label: t(`settings.check_${name as keyof typeof checks}`),
            value: (
              <>
                {badge(isRight ? 'ok' : 'failed')}{' '}
                <span className="text-sm text-ink-soft">{reason ?? `${number(ms)} ms`}</span>
              </>
            ),
          }))}
        />
      </Card>
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Card title={t('settings.healthServer')}>
          <KeyValue
            facts={[
              { label: t('settings.healthRelease'), value: release },
              {
                label: t('settings.healthStarted'),
                value: startedAt && <DateTime at={startedAt} format="dateTime" />,
              },
              { label: 'Node', value: `${health.process.node} · ${health.process.platform}` },
              { label: t('settings.healthMemory'), value: megabytes(health.process.memoryBytes) },
              {
                label: t('settings.healthDisk'),
                value: health.process.freeDiskBytes === null ? null : megabytes(health.process.freeDiskBytes),
              },
              {
                label: t('settings.healthLoad'),
                value: health.process.load.map((one) => number(Math.round(one * 100) / 100)).join(' · '),
              },
            ]}
          />
        </Card>
        <Card title={t('settings.healthData')}>
          <KeyValue
            facts={[
              { label: 'PostgreSQL', value: database?.version },
              { label: t('settings.healthSize'), value: database && megabytes(database.bytes) },
              {
                label: t('settings.healthConnections'),
                value:
                  database &&
                  t('settings.healthPool', {
                    connections: database.connections,
                    busy: database.pool.busy,
                    waiting: database.pool.waiting,
                  }),
              },
              { label: t('settings.healthEvents'), value: backlog && number(backlog.unrelayedEvents) },
              { label: t('settings.healthSeals'), value: backlog && number(backlog.unsealedEntries) },
              { label: t('settings.healthMailServer'), value: isSet(settings.mail) },
              {
                label: t('settings.healthFiles'),
                value: settings.files === 's3' ? 'S3' : t('settings.healthLocal'),
              },
              { label: 'OpenTelemetry', value: isSet(settings.tracing) },
              { label: 'Sentry', value: isSet(settings.errorTracker) },
            ]}
          />
        </Card>
      </div>
    </div>
  )
}
