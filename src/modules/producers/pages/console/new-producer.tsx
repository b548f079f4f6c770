/** A new producer, by an administrator: the least that is needed; the rest is written in the editor. */
import { redirect } from 'react-router'
import type { Route } from './+types/new-producer.ts'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import type { Locale } from '../../../../platform/values/shapes.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../../ui/forms/text-field.tsx'
import { TranslatedField } from '../../../../ui/forms/translated-field.tsx'
import { UnsavedGuard } from '../../../../ui/forms/unsaved-guard.tsx'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { createProducer } from '../../producers.ts'
import { namingFields } from './producer/save.ts'

export function loader({ context }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'producers.manage')
    return { mainLocale: ctx.organization.defaultLocale as Locale }
  })
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const outcome = await attempt(() => {
    requirePermission(ctx, 'producers.manage')
    return createProducer(ctx, {
      name: fields.translated('name') ?? '',
      region: fields.translated('region') ?? '',
      email: fields.nullable('email'),
      phone: fields.nullable('phone'),
    })
  })
  if (outcome.problem) return refused({ ...outcome, problem: namingFields(outcome.problem) }, form)
  flash(context, { key: 'producers.made' })
  return redirect(`/console/producers/${outcome.result.id}`)
}

export default function NewProducer({ loaderData: { mainLocale }, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  return (
    <div className="stack max-w-3xl">
      <title>{t('producers.newProducer')}</title>
      <PageHeader
        title={t('producers.newProducer')}
        crumbs={[{ to: '/console/producers', label: t('producers.managed') }]}
        text={t('producers.newProducerText')}
      />
      <Card>
        <Form problem={problem} values={actionData?.values}>
          <TranslatedField name="name" label={t('producers.name')} maxLength={160} mainLocale={mainLocale} />
          <TranslatedField
            name="region"
            label={t('producers.place')}
            maxLength={160}
            mainLocale={mainLocale}
            optional
          />
          <TextField name="email" type="email" label="E-mail" hint={t('producers.emailHint')} optional />
          <TextField name="phone" type="tel" label={t('producers.phone')} maxLength={32} optional />
          <SubmitButton>{t('producers.make')}</SubmitButton>
          <UnsavedGuard />
        </Form>
      </Card>
    </div>
  )
}
