/** How an electronic address is written in its list. */
import type { Endpoint } from '../kept.ts'

/** Greek VAT numbers are addresses without their two letters (GR-R-009), all others with them. */
export const endpointId = ({ scheme, id }: Endpoint): string =>
  scheme === '9933' ? id.replace(/^EL/, '') : id
