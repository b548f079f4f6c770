/** Last step: all that was said, once more, and the button that orders. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { useShop } from '../../../frames/shop/use-shop.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { SubmitButton } from '../../../ui/forms/submit-button.tsx'
import { TextArea } from '../../../ui/forms/text-field.tsx'
import { useT } from '../../../ui/i18n.tsx'
import { LinkButton } from '../../../ui/parts/button.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import { Notice } from '../../../ui/parts/notice.tsx'
import { cartAction } from '../../cart/pages/cart-action.ts'
import { useCartWording } from '../../cart/pages/cart-wording.ts'
import { PromotionCode } from '../../cart/pages/promotion-code.tsx'
import { AddressLines } from '../../customers/pages/address-lines.tsx'
import type { Route } from './+types/review.ts'
import { placeFromPage } from './place-order.ts'
import { useCheckout } from './use-checkout.ts'

export async function action(sent: Route.ActionArgs) {
  const form = await sent.request.formData()
  return form.get('intent') === 'place'
    ? placeFromPage(sent, form)
    : cartAction(sent, form, '/checkout/review')
}

export default function ReviewStep({ actionData }: Route.ComponentProps) {
  const t = useT()
  const shop = useShop()
  const state = useCheckout()
  const { basket, shippingAddress, billingAddress, countryNames } = state
  const wording = useCartWording()
  const problem = useProblem(actionData?.problem, {
    ...wording,
    codes: {
      ...wording.codes,
      out_of_stock: t('checkout.soldMeanwhile'),
      cart_changed: t('checkout.changedMeanwhile'),
      cart_incomplete: t('checkout.incomplete'),
      not_found: t('cart.closed'),
    },
  })
  const isCode = actionData != null && 'intent' in actionData && actionData.intent === 'code-add'
  const isChanged = basket.changes.length > 0
  return (
    <div className="stack">
      {problem && !isCode && <Notice tone="bad" announce title={problem.title} />}
      <div className="review-facts">
        <Fact title={t('checkout.sendTo')} edit="/checkout/address">
          {shippingAddress && (
            <AddressLines address={shippingAddress} country={countryNames[shippingAddress.country]} />
          )}
          <p>{state.email}</p>
        </Fact>
        {billingAddress && (
          <Fact title={t('checkout.billTo')} edit="/checkout/address">
            <AddressLines address={billingAddress} country={countryNames[billingAddress.country]} />
          </Fact>
        )}
        <Fact title={t('checkout.shipping')} edit="/checkout/shipping">
          <p>{basket.sums.shippingName}</p>
          {basket.sums.shipping && (
            <p>
              {Number(basket.sums.shipping.amount) === 0 ? (
                t('cart.free')
              ) : (
                <Money value={basket.sums.shipping} />
              )}
            </p>
          )}
        </Fact>
        <Fact title={t('checkout.payment')} edit="/checkout/payment">
          <p>{state.paymentProvider && t(`checkout.pay_${state.paymentProvider as 'stripe'}`)}</p>
          {state.vatNumber && <p>{t('catalog.vatNumber', { number: state.vatNumber })}</p>}
        </Fact>
      </div>
      <PromotionCode
        applied={basket.promotions}
        problem={isCode ? problem : null}
        action="/checkout/review"
      />
      <Form problem={null} className="form">
        <input type="hidden" name="intent" value="place" />
        <input type="hidden" name="cartId" value={basket.id} />
        <input type="hidden" name="expectedTotal" value={basket.sums.total.amount} />
        <TextArea
          name="note"
          optional
          label={t('checkout.note')}
          hint={t('checkout.noteHint')}
          defaultValue={state.note}
          maxLength={500}
          rows={2}
        />
        <p className="checkout-total">
          {t('cart.total')} <Money value={basket.sums.total} />
        </p>
        <div className="checkout-go">
          <LinkButton to="/checkout/payment" tone="ghost">
            {t('checkout.back')}
          </LinkButton>
          <SubmitButton tone="accent" size="large" reason={isChanged ? t('checkout.acceptFirst') : null}>
            {t('checkout.place')}
          </SubmitButton>
        </div>
        <p className="checkout-hint">{t('checkout.placeHint', { days: shop?.returnDays ?? 14 })}</p>
      </Form>
    </div>
  )
}

function Fact({ title, edit, children }: { title: string; edit: string; children: ReactNode }) {
  const t = useT()
  return (
    <section className="review-fact">
      <h2>{title}</h2>
      <Link to={edit} className="link" aria-label={t('checkout.changeOf', { what: title })}>
        {t('checkout.change')}
      </Link>
      {children}
    </section>
  )
}
