/** What the customers' verbs take and answer. */
import { z } from 'zod'
import { Address, Amount, Email, Id, Paging, text } from '../../platform/values/shapes.ts'

export const Contact = z
  .strictObject({
    name: text(120),
    role: text(80).optional(),
    email: Email.optional(),
    phone: text(32).optional(),
  })
  .meta({ id: 'Contact' })

/** An address in the list of electronic addresses (EAS) that Peppol delivers by. */
export const ElectronicAddress = z
  .strictObject({
    scheme: z.string().regex(/^([0-9]{4}|[A-Z]{2})$/, 'Must be a code of the EAS list, such as 9933.'),
    id: text(60),
  })
  .meta({ id: 'ElectronicAddress' })

const CustomerFields = z.strictObject({
  name: text(160),
  kind: z.enum(['person', 'company']),
  email: Email.nullable(),
  phone: text(32).nullable(),
  vatNumber: text(20).nullable(),
  locale: z.enum(['el', 'en']),
  tags: z.array(text(60)).max(30),
  note: text(4000).nullable(),
  contacts: z.array(Contact).max(50),
  paymentDays: z.int().min(0).max(365).nullable(),
  creditLimit: Amount.nullable(),
  buyerReference: text(80).nullable(),
  electronicAddress: ElectronicAddress.nullable(),
  /** Ids in other systems, by system. */
  externalIds: z
    .record(z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/), text(120))
    .refine((ids) => Object.keys(ids).length <= 20, 'At most 20 systems.'),
})

export const NewAddress = z
  .strictObject({ address: Address, isDefault: z.boolean().default(false) })
  .meta({ id: 'NewAddress' })
export const UpdateAddress = z
  .strictObject({ address: Address.optional(), isDefault: z.literal(true).optional() })
  .meta({ id: 'UpdateAddress' })

/** An address, or one with the word whether it is the default. */
const GivenAddress = z.union([NewAddress, Address.transform((address) => ({ address, isDefault: false }))])

export const NewCustomer = CustomerFields.partial()
  .required({ name: true })
  .extend({ addresses: z.array(GivenAddress).max(20).default([]) })
  .meta({ id: 'NewCustomer' })
export const UpdateCustomer = CustomerFields.partial()
  /** All of them: what is not named any more is forgotten. */
  .extend({ addresses: z.array(GivenAddress).max(20).optional() })
  .meta({ id: 'UpdateCustomer' })

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
