/** Third step: how it is paid, with what each way costs, and why one cannot be taken. */
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { RadioCards } from '../../../ui/forms/radio-cards.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { useFormat, useT } from '../../../ui/i18n.tsx'
import { LinkButton } from '../../../ui/parts/button.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import { updateCart } from '../../cart/carts.ts'
import type { Route } from './+types/payment.ts'
import { changeCart } from './change-cart.ts'
import type { PaymentOption } from './checkout-state.ts'
import { useCheckout } from './use-checkout.ts'

export async function action(sent: Route.ActionArgs) {
  const form = await sent.request.formData()
  const paymentProvider = String(form.get('paymentProvider') ?? '') as PaymentOption['code']
  return changeCart(sent, 'payment', form, (ctx, key) => updateCart(ctx, { ...key, paymentProvider }))
}

export default function PaymentStep({ actionData }: Route.ComponentProps) {
  const t = useT()
  const { money } = useFormat()
  const { payments, paymentProvider } = useCheckout()
  const problem = useProblem(actionData?.problem, {
    fields: { '/paymentProvider': t('checkout.choosePayment') },
  })
  const reasonOf = ({ refusal, most }: PaymentOption) =>
    refusal === 'abroad'
      ? t('checkout.cashAtHome')
      : refusal === 'above'
        ? t('checkout.cashUpTo', { amount: money(most!) })
        : null
  return (
    <Form problem={problem} values={actionData?.values}>
      <RadioCards
        name="paymentProvider"
        label={t('checkout.howPaid')}
        defaultValue={paymentProvider ?? payments.find(({ refusal }) => !refusal)?.code}
        cards={payments.map((option) => ({
          value: option.code,
          label: t(`checkout.pay_${option.code}`),
          hint: t(`checkout.payHint_${option.code}`, { days: option.days }),
          aside: option.fee && (
            <>
              +<Money value={option.fee} />
            </>
          ),
          reason: reasonOf(option),
        }))}
      />
      <div className="checkout-go">
        <LinkButton to="/checkout/shipping" tone="ghost">
          {t('checkout.back')}
        </LinkButton>
        <SubmitButton tone="accent" size="large">
          {t('checkout.toReview')}
        </SubmitButton>
      </div>
    </Form>
  )
}
