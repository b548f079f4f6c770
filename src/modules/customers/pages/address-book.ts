/** What is posted to the address book, and what is said about it. */
import { AppError } from '../../../platform/http/app-error.ts'
import type { Flash } from '../../../platform/pages/flash.ts'
import type { FormFields } from '../../../platform/pages/form-fields.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { addMyAddress, listMyAddresses, removeMyAddress, updateMyAddress } from '../addresses.ts'
import { addressFrom } from './address-form.ts'

export async function changeBook(ctx: Context, fields: FormFields): Promise<Flash> {
  const addressId = fields.optional('id')
  switch (fields.text('intent')) {
    case 'keep':
      return keep(ctx, fields, addressId)
    case 'default':
      await updateMyAddress(ctx, { addressId: addressId ?? '', isDefault: true })
      return { key: 'customers.defaultSet' }
    case 'remove':
      return remove(ctx, addressId ?? '')
    default:
      throw new AppError('malformed', 'Nothing to do was named.')
  }
}

async function keep(ctx: Context, fields: FormFields, addressId: string | undefined): Promise<Flash> {
  const address = addressFrom(fields, 'address')
  const isDefault = fields.flag('isDefault')
  if (addressId) await updateMyAddress(ctx, { addressId, address, ...(isDefault && { isDefault: true }) })
  else await addMyAddress(ctx, { address, isDefault })
  return { key: 'customers.addressKept' }
}

/** Taken away at once, also before the page is awake and can ask: so it can be taken back. */
async function remove(ctx: Context, addressId: string): Promise<Flash> {
  const known = (await listMyAddresses(ctx)).find(({ id }) => id === addressId)
  await removeMyAddress(ctx, { addressId })
  const kept = Object.entries(known?.address ?? {}).map(([name, value]) => [`address.${name}`, value])
  return {
    key: 'customers.addressRemoved',
    undo: { action: '/account/addresses', fields: { intent: 'keep', ...Object.fromEntries(kept) } },
  }
}
