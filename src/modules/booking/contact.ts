/** Whose booking it is: the account's own, whom staff name, or a guest found again by their e-mail. */
import { invalidField } from '../../platform/http/app-error.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { createCustomer, findOrCreateCustomer, getCustomer } from '../customers/customers.ts'
import { isStaff } from './policy.ts'
import type { CreateBooking } from './shapes.ts'

/** As it is written to; `userId` is the account that hears of it. */
export type Contact = {
  customerId: string
  userId: string | null
  name: string
  email: string | null
  phone: string | null
}

type Given = Pick<CreateBooking, 'customer' | 'customerId'>

/** The address that promotions are counted by, before there is a customer. */
export const emailOf = (ctx: Inside, { customer, customerId }: Given): string | null =>
  customer?.email ?? (customerId || isStaff(ctx.actor) ? null : ctx.actor.email)

export async function contactOf(ctx: Inside, { customer, customerId }: Given): Promise<Contact> {
  if (isStaff(ctx.actor)) return contactByStaff(ctx, { customer, customerId })
  if (customerId) throw invalidField('/customerId', 'Only staff name a customer so.')
  const name = customer?.name ?? (ctx.actor.userId ? ctx.actor.name : null)
  const email = customer?.email ?? ctx.actor.email
  if (!name) throw invalidField('/customer/name', 'Who is it for?')
  if (!email) throw invalidField('/customer/email', 'Where may we write to?')
  const phone = customer?.phone ?? null
  const found = await findOrCreateCustomer(ctx, {
    name,
    email,
    phone,
    userId: ctx.actor.userId,
    locale: ctx.locale,
  })
  return { customerId: found.id, userId: ctx.actor.userId, name, email, phone }
}

async function contactByStaff(ctx: Inside, { customer, customerId }: Given): Promise<Contact> {
  if (customerId) {
    const { id, userId, name, email, phone } = await getCustomer(ctx, { customerId })
    return {
      customerId: id,
      userId,
      name: customer?.name ?? name,
      email: customer?.email ?? email,
      phone: customer?.phone ?? phone,
    }
  }
  if (!customer) throw invalidField('/customer', 'Who is it for?')
  const { name, email = null, phone = null } = customer
  // Somebody at the telephone may have no address.
  const found = email
    ? await findOrCreateCustomer(ctx, {
        name,
        email,
        phone,
        userId: null,
        locale: ctx.organization.defaultLocale,
      })
    : await createCustomer(ctx, { name, ...(phone ? { phone } : {}) })
  return { customerId: found.id, userId: found.userId, name, email, phone }
}
