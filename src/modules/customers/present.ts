/** Customers and their addresses as the API shows them. */
import { z } from 'zod'
import { Address, Id, Instant, Money } from '../../platform/values/shapes.ts'
import type { CustomerAddress } from './address-rows.ts'
import type { CustomerDetails } from './customers.ts'
import type { ListedCustomer } from './list.ts'
import { Contact, ElectronicAddress } from './shapes.ts'

export const AddressView = z
  .object({ id: Id, address: Address, isDefault: z.boolean() })
  .meta({ id: 'CustomerAddress' })

export const presentAddress = ({
  id,
  address,
  isDefault,
}: CustomerAddress): z.output<typeof AddressView> => ({
  id,
  address,
  isDefault,
})

export const ListedCustomerView = z
  .object({
    id: Id,
    kind: z.enum(['person', 'company']),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    vatNumber: z.string().nullable(),
    locale: z.string(),
    /** The account it signs in with; a guest has none. */
    userId: Id.nullable(),
    tags: z.array(z.string()),
    createdAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'ListedCustomer' })

export const presentListed = ({
  createdAt,
  ...row
}: ListedCustomer): z.output<typeof ListedCustomerView> => ({
  ...row,
  createdAt: createdAt.toISOString(),
})

/** What is kept of a customer; what they owe and are owed is told by the rooms above (`receivables`). */
export const CustomerView = ListedCustomerView.extend({
  note: z.string().nullable(),
  addresses: z.array(AddressView),
  contacts: z.array(Contact),
  paymentDays: z.int().nullable(),
  /** In the organisation's currency. */
  creditLimit: Money.nullable(),
  buyerReference: z.string().nullable(),
  electronicAddress: ElectronicAddress.nullable(),
  externalIds: z.record(z.string(), z.string()),
})

export function presentCustomer(row: CustomerDetails, currency: string): z.output<typeof CustomerView> {
  const { searchText: _search, tenantId: _tenant, updatedAt: _updated, ...shown } = row
  return {
    ...shown,
    creditLimit: row.creditLimit === null ? null : { amount: row.creditLimit, currency },
    addresses: row.addresses.map(presentAddress),
    createdAt: row.createdAt.toISOString(),
  }
}
