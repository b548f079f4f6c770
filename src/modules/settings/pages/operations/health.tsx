/** How the house is: each check with its word, and what waits. */
import type { Route } from './+types/health.ts'
import { getHealth } from '../../../../platform/observability/api.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { orErrorPage } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { DateTime } from '../../../../ui/parts/date-time.tsx'
import { KeyValue } from '../../../../ui/parts/key-value.tsx'

export function loader({ context }: Route.LoaderArgs) {
  return orErrorPage(async () => {
    const { status, checks, release, startedAt } = await getHealth(stoa(context))
    return {
      status,
      release,
      startedAt,
      checks: Object.entries(checks).map(([name, { isRight }]) => ({ name, isRight })),
    }
  })
}

const tones = { ok: 'good', failed: 'bad' } as const

export default function Health({ loaderData: { status, checks, release, startedAt } }: Route.ComponentProps) {
  const t = useT()
  const badge = (state: 'ok' | 'failed') => (
    <StatusBadge status={state} tones={tones} label={t(`settings.health_${state}`)} />
  )
  return (
    <div className="stack">
      <title>{t('settings.navHealth')}</title>
      <PageHeader
        title={t('settings.navHealth')}
        text={t('settings.healthText')}
        mark={badge(status === 'ok' ? 'ok' : 'failed')}
      />
      <Card>
        <KeyValue
          facts={checks.map(({ name, isRight }) => ({
            label: name,
            value: badge(isRight ? 'ok' : 'failed'),
          }))}
        />
      </Card>
      <Card>
        <KeyValue
          facts={[
            { label: t('settings.healthRelease'), value: String(release) },
            {
              label: t('settings.healthStarted'),
              value: startedAt ? <DateTime at={startedAt} format="dateTime" /> : '–',
            },
          ]}
        />
      </Card>
    </div>
  )
}
