/** Second step: how it is sent to the address, and for how much. */
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { RadioCards } from '../../../ui/forms/radio-cards.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { LinkButton } from '../../../ui/parts/button.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { updateCart } from '../../cart/carts.ts'
import type { Route } from './+types/shipping.ts'
import { changeCart } from './change-cart.ts'
import { useCheckout } from './use-checkout.ts'

export async function action(sent: Route.ActionArgs) {
  const form = await sent.request.formData()
  const shippingMethodId = String(form.get('shippingMethodId') ?? '')
  return changeCart(sent, 'shipping', form, (ctx, key) => updateCart(ctx, { ...key, shippingMethodId }))
}

export default function ShippingStep({ actionData }: Route.ComponentProps) {
  const t = useT()
  const { quotes, shippingMethodId, basket } = useCheckout()
  const problem = useProblem(actionData?.problem, {
    fields: { '/shippingMethodId': t('checkout.chooseShipping') },
  })
  if (quotes.length === 0) {
    return (
      <Notice
        tone="warn"
        title={t('checkout.notServed')}
        actions={<LinkButton to="/checkout/address">{t('checkout.otherAddress')}</LinkButton>}
      >
        {t('checkout.notServedText')}
      </Notice>
    )
  }
  const isKnown = quotes.some(({ id }) => id === shippingMethodId)
  return (
    <Form problem={problem} values={actionData?.values}>
      {basket.groups.length > 1 && (
        <p className="checkout-hint">{t('checkout.parcels', { count: basket.groups.length })}</p>
      )}
      <RadioCards
        name="shippingMethodId"
        label={t('checkout.howSent')}
        defaultValue={isKnown ? shippingMethodId : quotes[0]!.id}
        cards={quotes.map(({ id, name, description, price }) => ({
          value: id,
          label: name,
          hint: description,
          aside: Number(price.amount) === 0 ? t('cart.free') : <Money value={price} />,
        }))}
      />
      <div className="checkout-go">
        <LinkButton to="/checkout/address" tone="ghost">
          {t('checkout.back')}
        </LinkButton>
        <SubmitButton tone="accent" size="large">
          {t('checkout.toPayment')}
        </SubmitButton>
      </div>
    </Form>
  )
}
