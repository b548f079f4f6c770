/** How to become a producer here: what it means, and the form. */
import { data } from 'react-router'
import { PageMeta } from '../../../../frames/shop/page-meta.tsx'
import { useProblem } from '../../../../frames/shop/use-problem.ts'
import { countKnock } from '../../../../platform/http/limits.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { fieldsOf } from '../../../../platform/pages/form-fields.ts'
import { attempt, refused } from '../../../../platform/pages/outcome.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../../ui/forms/submit-button.tsx'
import { TextArea, TextField } from '../../../../ui/forms/text-field.tsx'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { applyAsProducer } from '../../applications.ts'
import './producers.css'
import type { Route } from './+types/apply.ts'

export function loader({ context }: Route.LoaderArgs) {
  const { actor, organization } = stoa(context)
  return {
    name: actor.userId ? actor.name : null,
    email: actor.email,
    commission: organization.settings.commissionPercent ?? null,
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const outcome = await attempt(async () => {
    await countKnock(ctx.services, 'apply-pages', ctx.address ?? 'unknown', { max: 10, windowSeconds: 3600 })
    return applyAsProducer(ctx, {
      name: fields.text('name'),
      contactName: fields.text('contactName'),
      email: fields.text('email'),
      phone: fields.optional('phone'),
      vatNumber: fields.optional('vatNumber'),
      region: fields.optional('region'),
      message: fields.text('message'),
    })
  })
  if (outcome.problem) return refused(outcome, form)
  return data({ problem: null, values: {}, sentTo: outcome.result.email })
}

export default function Apply({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const { percent } = useFormat()
  const wrong = (key: 'businessName' | 'contactName' | 'message') =>
    t('customers.fieldWrong', { label: t(`producers.${key}`) })
  const problem = useProblem(actionData?.problem, {
    codes: { too_many: t('cart.slower'), busy: t('cart.slower') },
    fields: {
      '/name': wrong('businessName'),
      '/contactName': wrong('contactName'),
      '/email': t('checkout.emailWrong'),
      '/message': wrong('message'),
    },
  })
  const sentTo = actionData && 'sentTo' in actionData ? actionData.sentTo : null
  return (
    <div className="wrap">
      <PageMeta
        title={t('producers.applyTitle')}
        description={t('producers.applyText')}
        path="/become-a-producer"
      />
      <PageHeader title={t('producers.applyTitle')} text={t('producers.applyText')} />
      <div className="panes">
        {sentTo ? (
          <output className="thanks">
            <p className="thanks-title">{t('producers.applied')}</p>
            <p>{t('producers.appliedText', { email: sentTo })}</p>
            <div className="form-actions mt-4">
              <LinkButton to="/producers">{t('producers.all')}</LinkButton>
            </div>
          </output>
        ) : (
          <Form problem={problem} values={actionData?.values} className="form form-grid">
            <TextField
              name="name"
              label={t('producers.businessName')}
              autoComplete="organization"
              maxLength={160}
            />
            <TextField name="region" optional label={t('producers.region')} maxLength={120} />
            <TextField
              name="contactName"
              label={t('producers.contactName')}
              defaultValue={loaderData.name}
              autoComplete="name"
              maxLength={120}
            />
            <TextField
              name="email"
              type="email"
              label={t('checkout.email')}
              defaultValue={loaderData.email}
              autoComplete="email"
              maxLength={254}
            />
            <TextField
              name="phone"
              type="tel"
              optional
              label={t('customers.phone')}
              autoComplete="tel"
              maxLength={32}
            />
            <TextField name="vatNumber" optional label={t('checkout.vatNumber')} maxLength={20} />
            <TextArea
              name="message"
              label={t('producers.message')}
              hint={t('producers.messageHint')}
              maxLength={4000}
              rows={6}
              className="field-wide"
            />
            <SubmitButton tone="accent" size="large">
              {t('producers.applySubmit')}
            </SubmitButton>
          </Form>
        )}
        <aside className="card apply-how">
          <h2 className="card-title">{t('producers.how')}</h2>
          <ol>
            {(['how1', 'how2', 'how3'] as const).map((key) => (
              <li key={key}>{t(`producers.${key}`)}</li>
            ))}
          </ol>
          {loaderData.commission && (
            <p className="checkout-hint">
              {t('producers.commission', { percent: percent(loaderData.commission) })}
            </p>
          )}
        </aside>
      </div>
    </div>
  )
}
