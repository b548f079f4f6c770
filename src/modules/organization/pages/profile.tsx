/** One's own name and language. */
import { redirect } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { isLocale, localeNames, locales } from '../../../platform/i18n/locales.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { attempt, orErrorPage, refused } from '../../../platform/pages/outcome.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { Select } from '../../../ui/forms/select.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { Card } from '../../../ui/parts/card.tsx'
import { getMe, updateMe } from '../me.ts'
import type { Route } from './+types/profile.ts'
import { AccountPage } from './account-page.tsx'
import { useAccountWording } from './account-wording.ts'
import { requireSignedIn } from './signed-in.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  requireSignedIn(context, request)
  const { user, member } = await orErrorPage(() => getMe(stoa(context)))
  const locale = isLocale(member?.locale) ? member.locale : null
  return {
    name: user.name,
    email: user.email,
    isVerified: user.emailVerified,
    locale,
    isMember: member !== null,
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  requireSignedIn(context, request)
  const form = await request.formData()
  const locale = form.get('locale')
  const saved = await attempt(() =>
    updateMe(stoa(context), {
      name: String(form.get('name') ?? ''),
      ...(locale !== null && { locale: isLocale(locale) ? locale : null }),
    }),
  )
  if (saved.problem) return refused(saved, form)
  flash(context, { key: 'organization.saved', tone: 'good' })
  throw redirect('/account/profile')
}

export default function Profile({ loaderData, actionData }: Route.ComponentProps) {
  const { name, email, isVerified, locale, isMember } = loaderData
  const t = useT()
  const problem = useProblem(actionData?.problem, useAccountWording())
  const title = t('organization.profile')
  return (
    <AccountPage title={title}>
      <Card>
        <Form problem={problem} values={actionData?.values}>
          <TextField name="name" label={t('organization.name')} autoComplete="name" defaultValue={name} />
          <TextField
            name="email"
            type="email"
            label={t('organization.email')}
            hint={t('organization.emailState', { state: isVerified ? 'verified' : 'open' })}
            defaultValue={email}
            readOnly
          />
          {isMember && (
            <Select
              name="locale"
              label={t('organization.language')}
              hint={t('organization.languageHint')}
              placeholder={t('organization.languageOfHouse')}
              options={locales.map((value) => ({ value, label: localeNames[value] }))}
              defaultValue={locale}
              optional
            />
          )}
          <SubmitButton>{t('organization.save')}</SubmitButton>
        </Form>
      </Card>
    </AccountPage>
  )
}
