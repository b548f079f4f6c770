/** How far a checkout has come, and what its steps offer. All of it is kept in the cart, so going back loses nothing. */
import { read } from '../../../platform/tenancy/change.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { add, compare } from '../../../platform/values/decimal.ts'
import { findBasket } from '../../cart/pages/basket.ts'
import { presentQuotes } from '../../cart/present.ts'
import type { PricedCart } from '../../cart/priced.ts'
import type { PaymentProviderCode } from '../../cart/values.ts'
import { listMyAddresses } from '../../customers/addresses.ts'
import { countryName, countryOptions } from '../../customers/pages/countries.ts'
import { cashLimit, offeredProviders } from '../../payments/registry.ts'
import { type StepId, stepIds } from './steps.ts'

export type CheckoutState = NonNullable<Awaited<ReturnType<typeof readCheckout>>>
export type PaymentOption = ReturnType<typeof paymentOptions>[number]

/** Everything the steps show, in one transaction; null when there is nothing to buy. */
export async function readCheckout(ctx: Context, request: Request) {
  return read(ctx, async (ctx) => {
    const found = await findBasket(ctx, request)
    if (!found) return null
    const { priced, basket } = found
    const { cart } = priced
    const payments = paymentOptions(ctx, priced)
    const book = ctx.actor.userId ? await listMyAddresses(ctx) : []
    const { country } = ctx.organization
    return {
      basket,
      reached: reachedBy(priced, payments),
      isSignedIn: ctx.actor.userId !== null,
      email: cart.email ?? ctx.actor.email,
      shippingAddress: cart.shippingAddress,
      billingAddress: cart.billingAddress,
      vatNumber: cart.vatNumber,
      note: cart.note,
      countryNames: Object.fromEntries(
        [cart.shippingAddress, cart.billingAddress].flatMap((address) =>
          address ? [[address.country, countryName(ctx.locale, address.country)]] : [],
        ),
      ),
      countries: countryOptions(ctx.locale, country),
      book: book.map(({ id, address, isDefault }) => ({ id, address, isDefault })),
      quotes: presentQuotes(ctx, priced),
      shippingMethodId: cart.shippingMethodId,
      payments,
      paymentProvider: cart.paymentProvider,
    }
  })
}

/** The first step that still needs an answer. */
function reachedBy({ cart, chosen }: PricedCart, payments: readonly PaymentOption[]): StepId {
  if (!cart.email || !cart.shippingAddress) return stepIds[0]
  if (!chosen) return stepIds[1]
  const isPayable = payments.some(({ code, refusal }) => code === cart.paymentProvider && !refusal)
  return isPayable ? stepIds[3] : stepIds[2]
}

/** The ways of paying, each with its own price and, where it cannot be taken for this order, why. */
export function paymentOptions(ctx: Context, { cart, chosen, totals }: PricedCart) {
  const { organization } = ctx
  const { cashOnDelivery: cash, paymentDays } = organization.settings
  const money = (amount: string) => ({ amount, currency: organization.currency })
  const most = cash?.maximum ?? cashLimit
  const isAbroad =
    chosen?.method.provider !== 'pickup' && cart.shippingAddress?.country !== organization.country
  return offeredProviders(ctx).map((code: PaymentProviderCode) => {
    if (code !== 'cash-on-delivery')
      return { code, fee: null, refusal: null, most: null, days: paymentDays ?? 7 }
    const fee = cash?.fee ?? '0.00'
    const total = cart.paymentProvider === code ? totals.total : add(totals.total, fee)
    const refusal = isAbroad ? ('abroad' as const) : compare(total, most) > 0 ? ('above' as const) : null
    return { code, fee: compare(fee, '0') > 0 ? money(fee) : null, refusal, most: money(most), days: null }
  })
}
