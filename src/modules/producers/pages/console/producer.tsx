/** One producer for administrators: profile, terms, shipping, standing, and who acts for it. */
import { redirect } from 'react-router'
import type { Route } from './+types/producer.ts'
import { RecordHistoryCard } from '../../../../frames/record-history.tsx'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { may } from '../../../../platform/access/actor.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { historyOf } from '../../../../platform/audit/history.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash, type Flash } from '../../../../platform/pages/flash.ts'
import { fieldsOf, type FormFields } from '../../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import type { Context } from '../../../../platform/tenancy/context.ts'
import { Id } from '../../../../platform/values/shapes.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { StatusBadge } from '../../../../ui/parts/badge.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { revokeInvitation } from '../../../organization/invitations.ts'
import { addProducerPerson, listProducerPeople, removeProducerPerson } from '../../people.ts'
import { loadProducer } from './producer/load.ts'
import { PauseButton } from './producer/pause-button.tsx'
import { PeopleCard, type People } from './producer/people-card.tsx'
import { Preview } from './producer/preview.tsx'
import { ProducerForm } from './producer/producer-form.tsx'
import { namingFields, saveProducer } from './producer/save.ts'
import { producerTones } from './tones.ts'
import './producer/producer.css'

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'producers.manage')
    const loaded = await loadProducer(ctx, params.id)
    const { id } = loaded.producer
    return { ...loaded, people: await peopleOf(ctx, id), history: await historyOf(ctx, { producer: [id] }) }
  })
}

async function peopleOf(ctx: Context, producerId: string): Promise<People | null> {
  if (!may(ctx.actor, 'members.manage')) return null
  const { members, invitations } = await listProducerPeople(ctx, producerId)
  return {
    members: members.map(({ userId, name, email, status }) => ({
      userId,
      name,
      email,
      isActive: status === 'active',
    })),
    invitations: invitations.map(({ id, email, expiresAt }) => ({
      id,
      email,
      expiresAt: expiresAt.toISOString(),
    })),
  }
}

async function run(ctx: Context, producerId: string, form: FormData, fields: FormFields): Promise<Flash> {
  requirePermission(ctx, 'producers.manage')
  switch (fields.text('intent')) {
    case 'invite': {
      const { email, isInvited } = await addProducerPerson(ctx, {
        producerId,
        email: fields.text('personEmail'),
      })
      return { key: isInvited ? 'producers.invitedDone' : 'producers.addedDone', values: { email } }
    }
    case 'remove-person':
      await removeProducerPerson(ctx, { producerId, userId: fields.text('userId') })
      return { key: 'producers.removedDone' }
    case 'withdraw':
      await revokeInvitation(ctx, Id.parse(fields.text('invitationId')))
      return { key: 'producers.withdrawnDone' }
    default:
      return { key: await saveProducer(ctx, producerId, form, fields) }
  }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const outcome = await attempt(async () => {
    const { producer } = await loadProducer(ctx, params.id)
    return run(ctx, producer.id, form, fields)
  })
  if (outcome.problem) return refused({ ...outcome, problem: namingFields(outcome.problem) }, form)
  flash(context, outcome.result)
  return redirect(`/console/producers/${params.id}`)
}

export default function Producer({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const found = useConsoleProblem(actionData?.problem)
  const { producer, shown, people, history } = loaderData
  const isOfPeople = actionData?.values['intent'] === 'invite'
  return (
    <div className="stack">
      <title>{shown.name}</title>
      <PageHeader
        title={shown.name}
        crumbs={[{ to: '/console/producers', label: t('producers.managed') }]}
        mark={
          <StatusBadge
            status={producer.status}
            tones={producerTones}
            label={t(`producers.status_${producer.status}`)}
          />
        }
        text={shown.region}
        actions={
          <div className="flex flex-wrap items-start gap-2">
            <LinkButton to={`/console/products?producer=${producer.id}`}>
              {t('producers.theirGoods')}
            </LinkButton>
            <LinkButton to={`/console/statements?producerId=${producer.id}`}>
              {t('producers.theirStatements')}
            </LinkButton>
            <PauseButton status={producer.status} name={shown.name} />
          </div>
        }
      />
      <div className="panes">
        <ProducerForm
          // Saved by somebody else meanwhile: the form begins anew.
          key={producer.version}
          loaded={loaderData}
          problem={isOfPeople ? null : found}
          values={isOfPeople ? undefined : actionData?.values}
        />
        <div className="stack">
          <Preview loaded={loaderData} />
          {people && <PeopleCard people={people} producer={shown.name} problem={isOfPeople ? found : null} />}
        </div>
      </div>
      <RecordHistoryCard history={history} />
    </div>
  )
}
