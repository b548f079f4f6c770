/** The house's settings, section by section, each saved by itself. */
import { data, redirect } from 'react-router'
import type { Route } from './+types/settings.ts'
import { useConsoleProblem } from '../../../frames/use-console-problem.ts'
import { requirePermission } from '../../../platform/access/require.ts'
import { notFound } from '../../../platform/http/app-error.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../platform/pages/outcome.ts'
import { byId } from '../../../platform/tenancy/directory.ts'
import { updateOrganization } from '../../../platform/tenancy/organization.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { UnsavedGuard } from '../../../ui/forms/unsaved-guard.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { Tabs } from '../../../ui/parts/tabs.tsx'
import { offeredProviders } from '../../payments/registry.ts'
import { euVatRates } from '../../pricing/vat-rates.ts'
import { Access, Alerts } from './sections/access.tsx'
import { General } from './sections/general.tsx'
import { Payments } from './sections/payments.tsx'
import { updateOf } from './sections/save.ts'
import { sectionOf, sections } from './sections/sections.ts'
import { Selling } from './sections/selling.tsx'

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'organization.manage')
    const section = sectionOf(params.section)
    // Read anew: the request's own copy may be seconds old.
    const house = await byId(ctx.services, ctx.tenantId)
    if (!section || !house) throw notFound('page')
    const { paymentProviders: _, ...settings } = house.settings
    return {
      section,
      house,
      ready: offeredProviders({ services: ctx.services, organization: { ...house, settings } }),
      countries: Object.keys(euVatRates),
      timeZones: section === 'general' ? Intl.supportedValuesOf('timeZone') : [],
    }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const section = sectionOf(params.section)
  if (!section) throw data(null, { status: 404 })
  const outcome = await attempt(() => {
    requirePermission(ctx, 'organization.manage')
    return updateOrganization(ctx, updateOf(section, fields), fields.whole('version'))
  })
  if (outcome.problem) return refused(outcome, form)
  flash(context, { key: 'settings.saved' })
  return redirect(`/console/settings/${section}`)
}

export default function Settings({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  const { section, house, ready, countries, timeZones } = loaderData
  return (
    <div className="stack max-w-4xl">
      <title>{t('settings.settings')}</title>
      <PageHeader title={t('settings.settings')} text={t('settings.settingsText')} />
      <Tabs
        label={t('settings.settings')}
        items={sections.map((name) => ({
          to: `/console/settings/${name}`,
          label: t(`settings.tab_${name}`),
          isActive: name === section,
        }))}
      />
      <Form
        key={`${section}-${house.version}`}
        problem={problem}
        values={actionData?.values}
        className="stack"
      >
        <input type="hidden" name="version" value={house.version} />
        {section === 'general' && <General house={house} countries={countries} timeZones={timeZones} />}
        {section === 'selling' && <Selling house={house} />}
        {section === 'payments' && <Payments house={house} ready={ready} />}
        {section === 'access' && <Access house={house} />}
        {section === 'alerts' && <Alerts house={house} />}
        <div>
          <SubmitButton>{t('settings.save')}</SubmitButton>
        </div>
        <UnsavedGuard />
      </Form>
    </div>
  )
}
