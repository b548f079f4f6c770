/** A customer whom staff write down, before their first order. */
import { redirect } from 'react-router'
import type { Route } from './+types/new-customer.ts'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { createCustomer } from '../../customers.ts'
import { listTags } from '../../list.ts'
import { CustomerForm } from './customer/customer-form.tsx'
import { customerInput } from './customer/save.ts'

export function loader({ context }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(async () => {
    requirePermission(ctx, 'customers.manage')
    return { tags: await listTags(ctx) }
  })
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const outcome = await attempt(() => {
    requirePermission(ctx, 'customers.manage')
    return createCustomer(ctx, customerInput(fields))
  })
  if (outcome.problem) return refused(outcome, form)
  flash(context, { key: 'customers.made' })
  return redirect(`/console/customers/${outcome.result.id}`)
}

export default function NewCustomer({ loaderData: { tags }, actionData }: Route.ComponentProps) {
  const t = useT()
  const problem = useConsoleProblem(actionData?.problem)
  return (
    <div className="stack max-w-3xl">
      <title>{t('customers.newCustomer')}</title>
      <PageHeader
        title={t('customers.newCustomer')}
        crumbs={[{ to: '/console/customers', label: t('customers.customers') }]}
      />
      <Card>
        <CustomerForm customer={null} tags={tags} problem={problem} values={actionData?.values} />
      </Card>
    </div>
  )
}
