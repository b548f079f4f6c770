/** Customers and their addresses as the API shows them. */
import { z } from 'zod'
import { Address, Id, Instant } from '../../platform/values/shapes.ts'
import type { CustomerAddress } from './address-rows.ts'
import type { CustomerDetails } from './customers.ts'
import type { ListedCustomer } from './list.ts'

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

export const CustomerView = ListedCustomerView.extend({
  note: z.string().nullable(),
  addresses: z.array(AddressView),
}).meta({ id: 'Customer' })

export function presentCustomer(row: CustomerDetails): z.output<typeof CustomerView> {
  const { id, kind, name, email, phone, vatNumber, locale, userId, tags, note, createdAt, version } = row
  return {
    id,
    kind,
    name,
    email,
    phone,
    vatNumber,
    locale,
    userId,
    tags,
    note,
    addresses: row.addresses.map(presentAddress),
    createdAt: createdAt.toISOString(),
    version,
  }
}
