/** What the sections are given. */
import type { OrganizationSettings } from '../../../../platform/tenancy/settings.ts'

export type House = {
  name: string
  domain: string | null
  defaultLocale: string
  timeZone: string
  country: string
  currency: string
  priceKind: 'gross' | 'net'
  registration: 'open' | 'invitation' | 'approval'
  settings: OrganizationSettings
}
