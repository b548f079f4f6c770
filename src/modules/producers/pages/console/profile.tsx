/** A producer's own profile, as far as they keep it themselves, with what buyers see of it. */
import { redirect } from 'react-router'
import type { Route } from './+types/profile.ts'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { forbidden, notFound } from '../../../../platform/http/app-error.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { read } from '../../../../platform/tenancy/change.ts'
import type { Context } from '../../../../platform/tenancy/context.ts'
import { inLocale } from '../../../../platform/values/shapes.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { Tabs } from '../../../../ui/parts/tabs.tsx'
import { producerNames } from '../../names.ts'
import { loadProducer } from './producer/load.ts'
import { PauseButton } from './producer/pause-button.tsx'
import { Preview } from './producer/preview.tsx'
import { ProducerForm } from './producer/producer-form.tsx'
import { namingFields, saveProducer } from './producer/save.ts'
import { producerTones } from './tones.ts'
import './producer/producer.css'

/** The producer in the address, else the first of one's own. */
function ownIdOf(ctx: Context, url: URL): string {
  requirePermission(ctx, 'producers.profile')
  const wanted = url.searchParams.get('producer') ?? ctx.actor.producerIds[0]
  if (!wanted) throw forbidden('Your account belongs to no producer yet.')
  if (!ctx.actor.producerIds.includes(wanted)) throw notFound('producer')
  return wanted
}

export function loader({ context, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    const producerId = ownIdOf(ctx, url)
    const names = await read(ctx, (ctx) => producerNames(ctx, ctx.actor.producerIds))
    return {
      ...(await loadProducer(ctx, producerId)),
      own: [...names].map(([id, name]) => ({ id, name: inLocale(name, ctx.locale) })),
    }
  })
}

export async function action({ context, request, url }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const outcome = await attempt(async () => saveProducer(ctx, ownIdOf(ctx, url), form, fields))
  if (outcome.problem) return refused({ ...outcome, problem: namingFields(outcome.problem) }, form)
  flash(context, { key: outcome.result })
  return redirect(`/console/profile${url.search}`)
}

export default function Profile({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { producer, shown, own } = loaderData
  return (
    <div className="stack">
      <title>{t('producers.myProfile')}</title>
      <PageHeader
        title={t('producers.myProfile')}
        mark={
          <StatusBadge
            status={producer.status}
            tones={producerTones}
            label={t(`producers.status_${producer.status}`)}
          />
        }
        text={t('producers.myProfileText')}
        actions={<PauseButton status={producer.status} name={shown.name} />}
      />
      {own.length > 1 && (
        <Tabs
          label={t('producers.managed')}
          items={own.map(({ id, name }) => ({
            to: `?producer=${id}`,
            label: name,
            isActive: id === producer.id,
          }))}
        />
      )}
      <div className="panes">
        <ProducerForm
          key={`${producer.id} ${producer.version}`}
          loaded={loaderData}
          problem={problem}
          values={actionData?.values}
        />
        <Preview loaded={loaderData} />
      </div>
    </div>
  )
}
