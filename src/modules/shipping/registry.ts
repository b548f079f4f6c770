/** The couriers of an installation: the real ones where there are accounts, their twins on a laptop. */
import type { Services } from '../../platform/tenancy/context.ts'
import { acs } from './providers/acs.ts'
import type { AcsSettings } from './providers/acs-api.ts'
import { elta, type EltaSettings } from './providers/elta.ts'
import type { ShippingProvider } from './providers/provider.ts'

/** As its WSDL files name it. */
const eltaAddress = 'http://212.205.47.226:9003'

/** Null where the courier is not set up: the house then ships with it by hand. */
export function findCourier(services: Services, code: string): ShippingProvider | null {
  if (code === 'acs') {
    const settings = acsSettings(services)
    return settings && acs(settings)
  }
  if (code === 'elta') {
    const settings = eltaSettings(services)
    return settings && elta(settings)
  }
  return null
}

function acsSettings({ env, twins }: Services): AcsSettings | null {
  const {
    ACS_API_KEY,
    ACS_COMPANY_ID,
    ACS_COMPANY_PASSWORD,
    ACS_USER_ID,
    ACS_USER_PASSWORD,
    ACS_BILLING_CODE,
  } = env
  if (
    !ACS_API_KEY ||
    !ACS_COMPANY_ID ||
    !ACS_COMPANY_PASSWORD ||
    !ACS_USER_ID ||
    !ACS_USER_PASSWORD ||
    !ACS_BILLING_CODE
  ) {
    return (twins?.['acs'] as AcsSettings | undefined) ?? null
  }
  return {
    apiKey: ACS_API_KEY,
    companyId: ACS_COMPANY_ID,
    companyPassword: ACS_COMPANY_PASSWORD,
    userId: ACS_USER_ID,
    userPassword: ACS_USER_PASSWORD,
    billingCode: ACS_BILLING_CODE,
  }
}

function eltaSettings({ env, twins }: Services): EltaSettings | null {
  const { ELTA_USER_CODE, ELTA_USER_PASSWORD, ELTA_CUSTOMER_CODE } = env
  if (!ELTA_USER_CODE || !ELTA_USER_PASSWORD || !ELTA_CUSTOMER_CODE)
    return (twins?.['elta'] as EltaSettings | undefined) ?? null
  return {
    userCode: ELTA_USER_CODE,
    userPassword: ELTA_USER_PASSWORD,
    customerCode: ELTA_CUSTOMER_CODE,
    baseUrl: eltaAddress,
  }
}
