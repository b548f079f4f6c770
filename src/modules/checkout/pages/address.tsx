/** First step: who buys and where it goes. People with an account choose from their addresses, guests sign in or go on. */
import { Link, useSearchParams } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { fieldsOf } from '../../../platform/pages/form-fields.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { T, useT } from '../../../ui/i18n.tsx'
import { Disclosure } from '../../../ui/parts/disclosure.tsx'
import { AddressFields, useAddressWording } from '../../customers/pages/address-fields.tsx'
import type { Route } from './+types/address.ts'
import { keepAddress } from './address-action.ts'
import { changeCart } from './change-cart.ts'
import { useCheckout } from './use-checkout.ts'

export async function action(sent: Route.ActionArgs) {
  const form = await sent.request.formData()
  const fields = fieldsOf(form, stoa(sent.context).locale)
  return changeCart(sent, 'address', form, (ctx, key) => keepAddress(ctx, key, fields))
}

export default function AddressStep({ actionData }: Route.ComponentProps) {
  const t = useT()
  const { email, shippingAddress, billingAddress, vatNumber, book, countries, isSignedIn } = useCheckout()
  const [query] = useSearchParams()
  const picked = book.find(({ id }) => id === query.get('from')) ?? null
  const start = picked?.address ?? shippingAddress ?? book[0]?.address ?? null
  const problem = useProblem(actionData?.problem, {
    fields: {
      '/email': t('checkout.emailWrong'),
      '/vatNumber': t('checkout.vatWrong'),
      ...useAddressWording('shippingAddress'),
      ...useAddressWording('billingAddress'),
    },
  })
  return (
    <>
      {!isSignedIn && (
        <p className="checkout-hint">
          <T
            k="checkout.haveAccount"
            values={{
              link: (
                <Link to="/sign-in?back=/checkout/address" className="link">
                  {t('ui.signIn')}
                </Link>
              ),
            }}
          />
        </p>
      )}
      {book.length > 1 && (
        <nav aria-label={t('checkout.book')} className="chips">
          {book.map(({ id, address }) => (
            <Link
              key={id}
              to={`?from=${id}`}
              className="chip"
              aria-current={address === start ? 'true' : undefined}
              preventScrollReset
            >
              {address.name}, {address.line1}, {address.city}
            </Link>
          ))}
        </nav>
      )}
      <Form
        // Another address from the book fills the fields anew.
        key={picked?.id}
        problem={problem}
        values={actionData?.values}
        className="form form-grid"
      >
        <TextField
          name="email"
          type="email"
          label={t('checkout.email')}
          hint={t('checkout.emailHint')}
          defaultValue={email}
          autoComplete="email"
          maxLength={254}
          className="field-wide"
        />
        <AddressFields prefix="shippingAddress" value={start} countries={countries} />
        {isSignedIn && (
          <div className="field-wide">
            <Checkbox name="keep" label={t('checkout.keepAddress')} />
          </div>
        )}
        <div className="field-wide">
          <Disclosure
            summary={t('checkout.invoice')}
            open={Boolean(billingAddress ?? vatNumber ?? shippingAddress?.company) || problem !== null}
          >
            <div className="form form-grid">
              <TextField
                name="shippingAddress.company"
                optional
                label={t('checkout.company')}
                defaultValue={start?.company}
                autoComplete="organization"
                maxLength={120}
              />
              <TextField
                name="vatNumber"
                optional
                label={t('checkout.vatNumber')}
                defaultValue={vatNumber}
                maxLength={16}
                autoComplete="off"
              />
              <p className="field-wide checkout-hint">{t('checkout.billingHint')}</p>
              <AddressFields
                prefix="billingAddress"
                value={billingAddress}
                countries={countries}
                kind="billing"
                optional
              />
            </div>
          </Disclosure>
        </div>
        <SubmitButton tone="accent" size="large">
          {t('checkout.toShipping')}
        </SubmitButton>
      </Form>
    </>
  )
}
