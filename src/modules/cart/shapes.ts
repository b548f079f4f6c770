/** What the cart's verbs take. */
import { z } from 'zod'
import { Address, Email, Id, text } from '../../platform/values/shapes.ts'
import { paymentProviders } from './values.ts'

export const CreateCart = z.strictObject({ sellerCode: text(40).optional() }).meta({ id: 'CreateCart' })

export const AddLine = z
  .strictObject({ variantId: Id, quantity: z.int().min(1).max(9999) })
  .meta({ id: 'AddCartLine' })

/** Zero takes the line out. */
export const UpdateLine = z
  .strictObject({ quantity: z.int().min(0).max(9999) })
  .meta({ id: 'UpdateCartLine' })

export const UpdateCart = z
  .strictObject({
    email: Email.nullable(),
    phone: text(32).nullable(),
    shippingAddress: Address.nullable(),
    /** Null: the same as the shipping address. */
    billingAddress: Address.nullable(),
    vatNumber: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{4,16}$/)
      .nullable(),
    shippingMethodId: Id.nullable(),
    paymentProvider: z.enum(paymentProviders).nullable(),
    promotionCodes: z.array(z.string().trim().toUpperCase().min(1).max(40)).max(10),
    note: text(500).nullable(),
  })
  .partial()
  .meta({ id: 'UpdateCart' })
