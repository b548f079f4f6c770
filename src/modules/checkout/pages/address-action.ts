/** Keeps the first step's answer in the cart and, when asked to, in the address book. */
import { invalid } from '../../../platform/http/app-error.ts'
import type { FormFields } from '../../../platform/pages/form-fields.ts'
import { writing } from '../../../platform/tenancy/change.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import type { Address } from '../../../platform/values/shapes.ts'
import { type CartKey, updateCart } from '../../cart/carts.ts'
import { addMyAddress, listMyAddresses } from '../../customers/addresses.ts'
import { addressFrom, isBegun } from '../../customers/pages/address-form.ts'

export async function keepAddress(ctx: Context, key: CartKey, fields: FormFields): Promise<void> {
  const shippingAddress = addressFrom(fields, 'shippingAddress')
  // The schema leaves it open, but no courier brings a parcel without a number to call.
  if (!shippingAddress.phone) throw missingPhone()
  await writing(ctx, async (ctx) => {
    await updateCart(ctx, {
      ...key,
      email: fields.text('email'),
      phone: shippingAddress.phone ?? null,
      shippingAddress,
      billingAddress: billingFrom(fields, shippingAddress),
      vatNumber: fields.nullable('vatNumber'),
    })
    if (fields.flag('keep') && ctx.actor.userId) await addToBook(ctx, shippingAddress)
  })
}

/** Null stands for the same as the shipping address. */
function billingFrom(fields: FormFields, shipping: Address): Address | null {
  if (!isBegun(fields, 'billingAddress')) return null
  const given = addressFrom(fields, 'billingAddress')
  return {
    ...given,
    name: given.name || shipping.name,
    ...(shipping.company && { company: shipping.company }),
  }
}

async function addToBook(ctx: Context, address: Address): Promise<void> {
  const book = await listMyAddresses(ctx)
  const isKnown = book.some((row) => row.address.line1 === address.line1 && row.address.name === address.name)
  if (!isKnown) await addMyAddress(ctx, { address })
}

const missingPhone = () =>
  invalid('A telephone number is needed.', {
    errors: [{ pointer: '/shippingAddress/phone', message: 'A telephone number is needed.' }],
  })
