/** One mail of the house: its words in each language, seen with invented data before they are used. */
import { redirect } from 'react-router'
import type { Route } from './+types/wording.ts'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { may } from '../../../../platform/access/actor.ts'
import {
  getMailTemplate,
  restoreWording,
  saveWording,
  sendTestMail,
  TemplateKey,
} from '../../../../platform/mail/templates.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../../ui/forms/submit-button.tsx'
import { TextArea, TextField } from '../../../../ui/forms/text-field.tsx'
import { UnsavedGuard } from '../../../../ui/forms/unsaved-guard.tsx'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { Badge } from '../../../../ui/parts/badge.tsx'
import { Button } from '../../../../ui/parts/button.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { ConfirmButton } from '../../../../ui/parts/confirm-button.tsx'
import { Tabs } from '../../../../ui/parts/tabs.tsx'
import { MailFrame } from './mail-tabs.tsx'

const languages = [
  { locale: 'el', label: 'Ελληνικά' },
  { locale: 'en', label: 'English' },
] as const

/** The language in the address, else the reader's. */
function keyOf(template: string, url: URL, locale: TemplateKey['locale']): TemplateKey {
  const wanted = TemplateKey.shape.locale.safeParse(url.searchParams.get('locale'))
  return { template, locale: wanted.data ?? locale }
}

export function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => ({
    wording: await getMailTemplate(ctx, keyOf(params.template, url, ctx.locale)),
    mayEdit: may(ctx.actor, 'organization.manage'),
  }))
}

export async function action({ context, request, params, url }: Route.ActionArgs) {
  const ctx = stoa(context)
  const key = keyOf(params.template, url, ctx.locale)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const intent = fields.text('intent')
  const outcome = await attempt(async () => {
    if (intent === 'restore') await restoreWording(ctx, key)
    else if (intent === 'test') await sendTestMail(ctx, key, {})
    else
      await saveWording(
        ctx,
        key,
        // Browsers send line ends as the format of forms demands.
        { subject: fields.text('subject'), body: fields.text('body').replaceAll('\r\n', '\n') },
        fields.whole('version'),
      )
  })
  if (outcome.problem) return refused(outcome, form)
  flash(context, { key: intent === 'test' ? 'settings.wordingTested' : 'settings.saved' })
  return redirect(`/console/mails/wordings/${key.template}?locale=${key.locale}`)
}

export default function WordingPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { wording, mayEdit } = loaderData
  const { template, locale, purpose, subject, body, isOwn, version, values, parts } = wording
  const reason = mayEdit ? undefined : t('settings.r_forbidden')
  return (
    <div className="stack">
      <title>{purpose}</title>
      <PageHeader
        title={purpose}
        crumbs={[
          { to: '/console/mails', label: t('settings.navMails') },
          { to: '/console/mails/wordings', label: t('settings.wordings') },
        ]}
        mark={isOwn && <Badge tone="olive">{t('settings.wordingOwn')}</Badge>}
      />
      <Tabs
        label={t('settings.wordingLanguage')}
        items={languages.map((language) => ({
          to: `?locale=${language.locale}`,
          label: language.label,
          isActive: language.locale === locale,
        }))}
      />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Card title={t('settings.wordingWords')}>
          <Form
            key={`${template} ${locale} ${version}`}
            problem={problem}
            values={actionData?.values}
            className="stack"
          >
            <input type="hidden" name="version" value={version} />
            <TextField
              name="subject"
              label={t('settings.mailSubject')}
              defaultValue={subject}
              maxLength={200}
              lang={locale}
              readOnly={!mayEdit}
              autoComplete="off"
            />
            <TextArea
              name="body"
              label={t('settings.wordingBody')}
              hint={t('settings.wordingHint', {
                values: values.map((name) => `{${name}}`).join(' '),
                parts: parts.map((name) => `{${name}}`).join(' '),
              })}
              defaultValue={body}
              rows={16}
              lang={locale}
              readOnly={!mayEdit}
            />
            <div className="flex flex-wrap gap-3">
              <SubmitButton reason={reason}>{t('settings.save')}</SubmitButton>
              {isOwn && (
                <ConfirmButton
                  title={t('settings.wordingRestore')}
                  text={t('settings.wordingRestoreText')}
                  confirmLabel={t('settings.wordingRestore')}
                  fields={{ intent: 'restore' }}
                  reason={reason}
                >
                  {t('settings.wordingRestore')}
                </ConfirmButton>
              )}
            </div>
            <UnsavedGuard />
          </Form>
        </Card>
        <Card
          flush
          title={t('settings.wordingPreview')}
          actions={
            <Form problem={null}>
              <input type="hidden" name="intent" value="test" />
              <Button type="submit" size="small" reason={reason}>
                {t('settings.wordingTest')}
              </Button>
            </Form>
          }
        >
          <MailFrame
            key={version}
            src={`/api/v1/mail-templates/${template}/${locale}/html`}
            title={t('settings.wordingPreview')}
          />
        </Card>
      </div>
    </div>
  )
}
