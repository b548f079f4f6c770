/** One customer: who they are, what they bought and wrote, what was written to them, and what the house notes. */
import { redirect } from 'react-router'
import type { Route } from './+types/customer.ts'
import { RecordHistoryCard } from '../../../../frames/record-history.tsx'
import { useConsoleProblem } from '../../../../frames/use-console-problem.ts'
import { requirePermission } from '../../../../platform/access/require.ts'
import { stoa } from '../../../../platform/pages/context.ts'
import { flash } from '../../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../../platform/pages/form-fields.ts'
import { attempt, orErrorPage, refused } from '../../../../platform/pages/outcome.ts'
import { useFormat, useT } from '../../../../ui/i18n.tsx'
import { PageHeader } from '../../../../ui/layouts/page-header.tsx'
import { Badge } from '../../../../ui/parts/badge.tsx'
import { Card } from '../../../../ui/parts/card.tsx'
import { Disclosure } from '../../../../ui/parts/disclosure.tsx'
import { KeyValue } from '../../../../ui/parts/key-value.tsx'
import { updateCustomer } from '../../customers.ts'
import { AddressLines } from '../address-lines.tsx'
import { CustomerForm } from './customer/customer-form.tsx'
import { Figures } from './customer/figures.tsx'
import { loadCustomer, type LoadedCustomer } from './customer/load.ts'
import { Mails, Orders, Returns, Reviews } from './customer/record-lists.tsx'
import { customerInput } from './customer/save.ts'
import { StoryCard } from './customer/story-card.tsx'

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = stoa(context)
  return orErrorPage(() => loadCustomer(ctx, params.id))
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const fields = fieldsOf(form, ctx.locale)
  const outcome = await attempt(() => {
    requirePermission(ctx, 'customers.manage')
    return updateCustomer(ctx, { customerId: params.id, ...customerInput(fields) }, fields.whole('version'))
  })
  if (outcome.problem) return refused(outcome, form)
  flash(context, { key: 'customers.saved' })
  return redirect(`/console/customers/${params.id}`)
}

export default function Customer({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const { date } = useFormat()
  const problem = useConsoleProblem(actionData?.problem)
  const { customer, figures, mayEdit, tags, story, maySeeOrders, history } = loaderData
  return (
    <div className="stack">
      <title>{customer.name}</title>
      <PageHeader
        title={customer.name}
        crumbs={[{ to: '/console/customers', label: t('customers.customers') }]}
        mark={
          <Badge tone={customer.userId ? 'good' : 'neutral'}>
            {customer.userId ? t('customers.hasAccount') : t('customers.isGuest')}
          </Badge>
        }
        text={t('customers.sinceDay', { at: date(customer.createdAt, 'date') })}
      />
      <Figures figures={figures} id={customer.id} />
      <div className="panes">
        <div className="stack">
          {maySeeOrders && <Orders loaded={loaderData} />}
          <Returns loaded={loaderData} />
          <Reviews loaded={loaderData} />
          <StoryCard story={story} maySeeOrders={maySeeOrders} />
        </div>
        <div className="stack">
          <Who loaded={loaderData} />
          {mayEdit && (
            <Card>
              <Disclosure summary={t('customers.editCustomer')} open={problem !== null}>
                <CustomerForm
                  key={customer.version}
                  customer={customer}
                  tags={tags}
                  problem={problem}
                  values={actionData?.values}
                />
              </Disclosure>
            </Card>
          )}
          <Addresses loaded={loaderData} />
          <Mails loaded={loaderData} />
        </div>
      </div>
      <RecordHistoryCard history={history} isMixed />
    </div>
  )
}

function Who({ loaded: { customer } }: { loaded: LoadedCustomer }) {
  const t = useT()
  const { email, phone, vatNumber, kind, tags, note } = customer
  return (
    <Card title={t('customers.who')}>
      <KeyValue
        facts={[
          {
            label: 'E-mail',
            value: email && (
              <a href={`mailto:${email}`} className="link break-all">
                {email}
              </a>
            ),
          },
          {
            label: t('customers.phone'),
            value: phone && (
              <a href={`tel:${phone}`} className="link">
                {phone}
              </a>
            ),
          },
          { label: t('customers.kind'), value: t(`customers.kind_${kind}`) },
          { label: t('customers.vatNumber'), value: vatNumber },
          {
            label: t('customers.tags'),
            value: tags.length > 0 && (
              <span className="flex flex-wrap gap-1">
                {tags.map((tag) => (
                  <Badge key={tag} tone="olive">
                    {tag}
                  </Badge>
                ))}
              </span>
            ),
          },
        ].map((fact) => ({ ...fact, value: fact.value || null }))}
      />
      {note && (
        <div className="mt-4 rounded-md bg-sunken p-3">
          <p className="text-sm font-semibold">{t('customers.note')}</p>
          <p className="whitespace-pre-line">{note}</p>
        </div>
      )}
    </Card>
  )
}

function Addresses({ loaded: { addresses } }: { loaded: LoadedCustomer }) {
  const t = useT()
  if (addresses.length === 0) return null
  return (
    <Card title={t('customers.addresses')}>
      <ul className="flex flex-col gap-4">
        {addresses.map(({ id, address, isDefault, country }) => (
          <li key={id}>
            <AddressLines address={address} country={country} />
            {isDefault && <Badge>{t('customers.default')}</Badge>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
