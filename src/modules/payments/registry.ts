/** The payment providers of one organisation: the real ones where there are keys, their twins on a laptop. */
import { invalid } from '../../platform/http/app-error.ts'
import type { Context, Services } from '../../platform/tenancy/context.ts'
import type { PaymentProviderCode } from '../cart/values.ts'
import { paymentProviders } from '../cart/values.ts'
import { bankTransfer } from './providers/bank-transfer.ts'
import { cashOnDelivery } from './providers/cash-on-delivery.ts'
import type { PaymentProvider } from './providers/provider.ts'
import { stripe } from './providers/stripe.ts'
import type { StripeSettings } from './providers/stripe-api.ts'
import { viva } from './providers/viva.ts'
import { type VivaSettings, vivaHosts } from './providers/viva-api.ts'

/** The most that may be paid in cash where the settings name no other. */
export const cashLimit = '500.00'

/** A provider that the organisation can use now; refuses one that is not set up. */
export function providerOf(
  ctx: Pick<Context, 'organization' | 'services'>,
  code: PaymentProviderCode,
): PaymentProvider {
  const provider = findProvider(ctx, code)
  if (!provider) throw invalid('This way of paying is not offered.', { code: 'provider_unavailable' })
  return provider
}

/** What the checkout offers, in the order of the settings. */
export function offeredProviders(ctx: Pick<Context, 'organization' | 'services'>): PaymentProviderCode[] {
  const wanted = (ctx.organization.settings.paymentProviders ?? paymentProviders) as PaymentProviderCode[]
  return wanted.filter((code) => findProvider(ctx, code) !== null)
}

function findProvider(
  { organization, services }: Pick<Context, 'organization' | 'services'>,
  code: PaymentProviderCode,
): PaymentProvider | null {
  const { bank, cashOnDelivery: cash } = organization.settings
  switch (code) {
    case 'bank-transfer':
      return bank
        ? bankTransfer({ beneficiary: bank.holder, iban: bank.iban, ...(bank.bic ? { bic: bank.bic } : {}) })
        : null
    case 'cash-on-delivery':
      return cashOnDelivery({
        maximum: { amount: cash?.maximum ?? cashLimit, currency: organization.currency },
      })
    case 'stripe': {
      const settings = stripeSettings(services)
      return settings ? stripe(settings) : null
    }
    case 'viva': {
      const settings = vivaSettings(services)
      return settings ? viva(settings) : null
    }
  }
}

function stripeSettings({ env, twins }: Services): StripeSettings | null {
  if (!env.STRIPE_SECRET_KEY) return (twins?.['stripe'] as StripeSettings | undefined) ?? null
  return { secretKey: env.STRIPE_SECRET_KEY, webhookSecrets: env.STRIPE_WEBHOOK_SECRET?.split(',') ?? [] }
}

function vivaSettings({ env, twins }: Services): VivaSettings | null {
  const { VIVA_CLIENT_ID, VIVA_CLIENT_SECRET, VIVA_MERCHANT_ID, VIVA_API_KEY, VIVA_SOURCE_CODE } = env
  if (!VIVA_CLIENT_ID || !VIVA_CLIENT_SECRET || !VIVA_MERCHANT_ID || !VIVA_API_KEY) {
    return (twins?.['viva'] as VivaSettings | undefined) ?? null
  }
  return {
    clientId: VIVA_CLIENT_ID,
    clientSecret: VIVA_CLIENT_SECRET,
    merchantId: VIVA_MERCHANT_ID,
    apiKey: VIVA_API_KEY,
    sourceCode: VIVA_SOURCE_CODE ?? 'Default',
    hosts: vivaHosts[env.VIVA_ENVIRONMENT],
  }
}
