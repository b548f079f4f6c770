/** An address as it stands on an envelope. */
import type { Address } from '../../../platform/values/shapes.ts'

export const AddressLines = ({ address, country }: { address: Address; country?: string }) => (
  <address className="address">
    <strong>{address.name}</strong>
    {address.company && <span>{address.company}</span>}
    <span>{address.line1}</span>
    {address.line2 && <span>{address.line2}</span>}
    <span>
      {address.postalCode} {address.city}
    </span>
    {country && <span>{country}</span>}
    {address.phone && <span>{address.phone}</span>}
  </address>
)
