/** Seller and buyer as an issued document keeps them, and what each kind of VAT asks of them. */
import { invalid } from '../../platform/http/app-error.ts'
import type { FieldError } from '../../platform/http/app-error.ts'
import type { Organization } from '../../platform/tenancy/context.ts'
import type { CustomerDetails } from '../customers/customers.ts'
import { vatCountryOf } from '../customers/vat-number.ts'
import type { LineRow } from './compose.ts'
import { endpointOf } from './endpoint.ts'
import type { Buyer, Seller } from './kept.ts'

export function sellerOf({ name, currency, settings }: Organization): Seller {
  const vatNumber = settings.vatNumber ?? null
  return {
    name: settings.address?.company ?? name,
    vatNumber,
    address: settings.address ?? null,
    email: settings.email ?? null,
    phone: settings.phone ?? null,
    endpoint: endpointOf(vatNumber, settings.email ?? null),
    bank: settings.bank ?? null,
    currency,
  }
}

export function buyerOf(customer: CustomerDetails): Buyer {
  const { name, kind, vatNumber, email, phone } = customer
  return {
    name,
    kind,
    vatNumber,
    address: customer.addresses[0]?.address ?? null,
    email,
    phone,
    endpoint: customer.electronicAddress ?? endpointOf(vatNumber, email),
  }
}

type Facts = {
  seller: Seller
  buyer: Buyer
  lines: readonly Pick<LineRow, 'vatCategory'>[]
  deliveredOn: string | null
}

/** What the law of a VAT category asks for (BR-AE-02 and BR-IC-02, -11, -12), each at the field where it is amended. */
export function missingForVat({ seller, buyer, lines, deliveredOn }: Facts): FieldError[] {
  const has = (category: string) => lines.some(({ vatCategory }) => vatCategory === category)
  const missing: FieldError[] = []
  const need = (isThere: unknown, pointer: string, message: string) => {
    if (!isThere) missing.push({ pointer, message })
  }
  if (has('AE') || has('K')) {
    const what = has('K') ? 'A supply to a business in the EU' : 'Reverse charge'
    need(buyer.vatNumber, '/customerId', `${what} needs the customer’s VAT number.`)
    need(seller.vatNumber, '/seller/vatNumber', `${what} needs your own VAT number, in the settings.`)
  }
  if (has('K')) {
    const isElsewhere =
      !buyer.vatNumber ||
      !seller.vatNumber ||
      vatCountryOf(buyer.vatNumber) !== vatCountryOf(seller.vatNumber)
    need(isElsewhere, '/customerId', 'A supply within the EU goes to another country than your own.')
    need(deliveredOn, '/deliveredOn', 'A supply within the EU needs the day of delivery.')
    need(buyer.address, '/customerId', 'A supply within the EU needs the customer’s address.')
  }
  return missing
}

export function requireForVat(facts: Facts): void {
  const errors = missingForVat(facts)
  if (errors.length > 0) throw invalid(errors[0]!.message, { code: 'facts_missing', errors })
}
