/** The address book: kept, changed, taken away; the first is filled in at the checkout. */
import { Form as PlainForm, Link, redirect, useSearchParams } from 'react-router'
import { PageMeta } from '../../../frames/shop/page-meta.tsx'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { flash } from '../../../platform/pages/flash.ts'
import { fieldsOf } from '../../../platform/pages/form-fields.ts'
import { attempt, refused } from '../../../platform/pages/outcome.ts'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { PageHeader } from '../../../ui/layouts/page-header.tsx'
import { Badge } from '../../../ui/parts/badge.tsx'
import { Button, LinkButton } from '../../../ui/parts/button.tsx'
import { ConfirmButton } from '../../../ui/parts/confirm-button.tsx'
import { listMyAddresses } from '../addresses.ts'
import type { Route } from './+types/addresses.ts'
import { changeBook } from './address-book.ts'
import { AddressFields, useAddressWording } from './address-fields.tsx'
import { AddressLines } from './address-lines.tsx'
import { countryName, countryOptions } from './countries.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = stoa(context)
  const rows = await listMyAddresses(ctx)
  return {
    addresses: rows.map(({ id, address, isDefault }) => ({
      id,
      address,
      isDefault,
      country: countryName(ctx.locale, address.country),
    })),
    countries: countryOptions(ctx.locale, ctx.organization.country),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = stoa(context)
  const form = await request.formData()
  const outcome = await attempt(() => changeBook(ctx, fieldsOf(form, ctx.locale)))
  if (outcome.problem) return refused(outcome, form)
  flash(context, outcome.result)
  return redirect('/account/addresses')
}

export default function Addresses({ loaderData, actionData }: Route.ComponentProps) {
  const { addresses, countries } = loaderData
  const t = useT()
  const [query] = useSearchParams()
  const edited = addresses.find(({ id }) => id === query.get('edit')) ?? null
  const isOpen = edited !== null || query.has('add') || addresses.length === 0 || Boolean(actionData?.problem)
  const problem = useProblem(actionData?.problem, { fields: useAddressWording('address') })
  const title = t('catalog.myAddresses')
  return (
    <div className="wrap">
      <PageMeta title={title} />
      <PageHeader
        title={title}
        text={t('customers.addressesText')}
        actions={!isOpen && <LinkButton to="?add">{t('customers.addAddress')}</LinkButton>}
      />
      {isOpen && (
        <section className="card book-form">
          <h2 className="card-title">{t(edited ? 'customers.editAddress' : 'customers.addAddress')}</h2>
          <Form key={edited?.id} problem={problem} values={actionData?.values} className="form form-grid">
            <input type="hidden" name="intent" value="keep" />
            {edited && <input type="hidden" name="id" value={edited.id} />}
            <AddressFields prefix="address" value={edited?.address ?? null} countries={countries} />
            {!edited?.isDefault && addresses.length > 0 && (
              <div className="field-wide">
                <Checkbox name="isDefault" label={t('customers.makeDefault')} />
              </div>
            )}
            <div className="form-actions field-wide">
              <SubmitButton>{t('ui.save')}</SubmitButton>
              {addresses.length > 0 && (
                <LinkButton to="/account/addresses" tone="ghost">
                  {t('ui.cancel')}
                </LinkButton>
              )}
            </div>
          </Form>
        </section>
      )}
      <ul className="book">
        {addresses.map(({ id, address, isDefault, country }) => (
          <li key={id} className="card">
            {isDefault && <Badge tone="olive">{t('customers.default')}</Badge>}
            <AddressLines address={address} country={country} />
            <div className="book-acts">
              <Link to={`?edit=${id}`} className="btn btn-quiet btn-small">
                {t('customers.edit')}
              </Link>
              {!isDefault && (
                <PlainForm method="post">
                  <input type="hidden" name="intent" value="default" />
                  <input type="hidden" name="id" value={id} />
                  <Button type="submit" size="small">
                    {t('customers.makeDefaultShort')}
                  </Button>
                </PlainForm>
              )}
              <ConfirmButton
                size="small"
                tone="ghost"
                fields={{ intent: 'remove', id }}
                title={t('customers.removeTitle')}
                text={`${address.name}, ${address.line1}, ${address.city}`}
                confirmLabel={t('customers.removeSubmit')}
              >
                {t('cart.remove')}
              </ConfirmButton>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
