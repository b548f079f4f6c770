/** What the customers' verbs take and answer. */
import { z } from 'zod'
import { Address, Email, Id, Paging, text } from '../../platform/values/shapes.ts'

const CustomerFields = z.strictObject({
  name: text(160),
  kind: z.enum(['person', 'company']),
  email: Email.nullable(),
  phone: text(32).nullable(),
  vatNumber: text(20).nullable(),
  locale: z.enum(['el', 'en']),
  tags: z.array(text(60)).max(30),
  note: text(4000).nullable(),
})

export const NewAddress = z
  .strictObject({ address: Address, isDefault: z.boolean().default(false) })
  .meta({ id: 'NewAddress' })
export const UpdateAddress = z
  .strictObject({ address: Address.optional(), isDefault: z.literal(true).optional() })
  .meta({ id: 'UpdateAddress' })

export const NewCustomer = CustomerFields.partial()
  .required({ name: true })
  .extend({ addresses: z.array(NewAddress).max(20).default([]) })
  .meta({ id: 'NewCustomer' })
export const UpdateCustomer = CustomerFields.partial().meta({ id: 'UpdateCustomer' })

export const ListCustomers = Paging.extend({
  q: z.string().trim().max(120).optional(),
  sort: z.enum(['-createdAt', 'createdAt', 'name', '-name']).default('-createdAt'),
  kind: z.enum(['person', 'company']).optional(),
  tag: text(60).optional(),
  hasAccount: z.stringbool().optional(),
})
export type ListCustomers = z.output<typeof ListCustomers>

export const CustomerId = z.strictObject({ customerId: Id })
export const AddressId = z.strictObject({ addressId: Id })
