/** On a laptop, every outside service without an account is played by a local twin, so that whole journeys run. */
import path from 'node:path'
import { startStripeTwin } from '../modules/payments/twins/stripe-twin.ts'
import { startVivaTwin } from '../modules/payments/twins/viva-twin.ts'
import { startAcsTwin } from '../modules/shipping/twins/acs-twin.ts'
import { startEltaTwin } from '../modules/shipping/twins/elta-twin.ts'
import type { Services } from '../platform/tenancy/context.ts'

export type Twins = {
  settings: Record<string, unknown>
  /** The addresses of their payment pages. */
  pages: string[]
  stop: () => Promise<void>
}

type Known = Pick<Services, 'env' | 'url'>

/** The twins speak to the first organisation, or to the one that the webhook's header names. */
export async function startTwins({ env, url }: Known): Promise<Twins> {
  const file = (name: string) => path.join(env.dataDir, 'twins', `${name}.json`)
  const stripe = env.STRIPE_SECRET_KEY
    ? null
    : await startStripeTwin({ webhookUrl: `${url}/api/v1/webhooks/stripe`, file: file('stripe') })
  const viva = env.VIVA_CLIENT_ID
    ? null
    : await startVivaTwin({
        webhookUrl: `${url}/api/v1/webhooks/viva`,
        sources: {
          Default: {
            successUrl: `${url}/payments/viva/success`,
            failureUrl: `${url}/payments/viva/failure`,
          },
        },
        file: file('viva'),
      })
  const acs = env.ACS_API_KEY ? null : await startAcsTwin({ file: file('acs') })
  const elta = env.ELTA_USER_CODE ? null : await startEltaTwin({ file: file('elta') })
  const settings = {
    stripe: stripe?.settings,
    viva: viva?.settings,
    acs: acs?.settings,
    elta: elta?.settings,
  }
  return {
    settings: Object.fromEntries(Object.entries(settings).filter(([, one]) => one !== undefined)),
    pages: [stripe?.url, viva?.url].filter((page) => page !== undefined),
    stop: async () => {
      await Promise.all([stripe?.stop(), viva?.stop(), acs?.stop(), elta?.stop()])
    },
  }
}
