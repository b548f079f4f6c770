/** Customers: made by their first purchase, found again by account or e-mail, kept by staff. */
import { and, eq, or, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { user } from '../../platform/auth/schema.ts'
import { requirePermission } from '../../platform/access/require.ts'
import { violates } from '../../platform/database/faults.ts'
import { conflict, notFound, preconditionFailed } from '../../platform/http/app-error.ts'
import { change, changed, created, read, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { addressesOf, type CustomerAddress, insertAddresses, replaceAddresses } from './address-rows.ts'
import { customers } from './schema.ts'
import { searchTextOf } from './search-text.ts'
import { NewCustomer, UpdateCustomer } from './shapes.ts'
import { readVatNumber } from './vat-number.ts'

export type Customer = typeof customers.$inferSelect
export type CustomerDetails = Customer & { addresses: CustomerAddress[] }

export type Buyer = {
  email: string
  name: string
  phone?: string | null
  /** The signed-in buyer's account; null for a guest. */
  userId: string | null
  locale: string
}

/**
 * The customer a purchase belongs to: the account's own, else the one with this e-mail, else a new one. What is there
 * is never overwritten by what a buyer types, and an account takes over a guest's record only when its e-mail is
 * verified. Two purchases at once make one customer.
 */
export async function findOrCreateCustomer(ctx: Inside, buyer: Buyer): Promise<Customer> {
  const email = buyer.email.trim().toLowerCase()
  for (;;) {
    const found = await ctx.db
      .select()
      .from(customers)
      .where(
        and(
          eq(customers.tenantId, ctx.tenantId),
          or(
            sql`lower(${customers.email}) = ${email}`,
            buyer.userId ? eq(customers.userId, buyer.userId) : undefined,
          ),
        ),
      )
    const own = buyer.userId ? found.find((row) => row.userId === buyer.userId) : undefined
    if (own) return own
    const [same] = found
    if (same && !buyer.userId) return same
    const isTheirs = buyer.userId !== null && (await hasVerified(ctx, buyer.userId, email))
    if (same && isTheirs && same.userId === null) return claim(ctx, same, buyer.userId!)
    // Nobody gets an address into the books as theirs before they have shown that it is.
    const keepsEmail = !same && (buyer.userId === null || isTheirs)
    const made = await insertBuyer(ctx, { ...buyer, email: keepsEmail ? email : null })
    // None: somebody else made it between our look and our insert.
    if (made) return made
  }
}

async function hasVerified(ctx: Inside, userId: string, email: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, userId), eq(user.emailVerified, true), sql`lower(${user.email}) = ${email}`))
  return row !== undefined
}

const claim = (ctx: Inside, before: Customer, userId: string): Promise<Customer> =>
  change(ctx, 'customer.update', async (ctx) => {
    const [after] = await ctx.db
      .update(customers)
      .set({ userId, updatedAt: ctx.now, version: sql`${customers.version} + 1` })
      .where(and(eq(customers.tenantId, ctx.tenantId), eq(customers.id, before.id)))
      .returning()
    return changed(before, after!)
  })

const insertBuyer = (
  ctx: Inside,
  { name, phone, userId, locale, email }: Omit<Buyer, 'email'> & { email: string | null },
) =>
  change(ctx, 'customer.create', async (ctx) => {
    const person = { name, email, phone: phone ?? null, vatNumber: null }
    const [row] = await ctx.db
      .insert(customers)
      .values({
        tenantId: ctx.tenantId,
        ...person,
        userId,
        locale,
        searchText: searchTextOf(person),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning()
    return row ? created(row) : unchanged(null)
  })

/** The signed-in person's own record; null before their first purchase or address. */
export async function findOwnCustomer(ctx: Inside): Promise<Customer | null> {
  if (!ctx.actor.userId) return null
  const [row] = await ctx.db
    .select()
    .from(customers)
    .where(and(eq(customers.tenantId, ctx.tenantId), eq(customers.userId, ctx.actor.userId)))
  return row ?? null
}

export async function getCustomer(ctx: Context, input: { customerId: string }): Promise<CustomerDetails> {
  requirePermission(ctx, 'customers.read')
  return read(ctx, async (ctx) => {
    const [row, addresses] = await Promise.all([
      ctx.db
        .select()
        .from(customers)
        .where(and(eq(customers.tenantId, ctx.tenantId), eq(customers.id, input.customerId))),
      addressesOf(ctx, input.customerId),
    ])
    if (!row[0]) throw notFound('customer')
    return { ...row[0], addresses }
  })
}

/** Staff write down a customer. Another with the same e-mail is a conflict that names it. */
export async function createCustomer(
  ctx: Context,
  input: z.input<typeof NewCustomer>,
): Promise<CustomerDetails> {
  requirePermission(ctx, 'customers.manage')
  const { addresses, ...given } = NewCustomer.parse(input)
  const fields = await checked(ctx, given, addresses)
  return change(ctx, 'customer.create', async (ctx) => {
    await refuseTwin(ctx, fields.email, null)
    const findable = { email: null, phone: null, vatNumber: null, ...fields }
    const [row] = await ctx.db
      .insert(customers)
      .values({
        tenantId: ctx.tenantId,
        ...fields,
        searchText: searchTextOf(findable),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .returning()
      .catch(emailTaken)
    await insertAddresses(ctx, row!.id, withDefault(addresses))
    return created(
      { ...row!, addresses: await addressesOf(ctx, row!.id) },
      { audience: ['may:customers.read'] },
    )
  })
}

/** Changes what staff know of a customer. @throws precondition_failed when `expected` is not the version any more. */
export async function updateCustomer(
  ctx: Context,
  input: z.input<typeof UpdateCustomer> & { customerId: string },
  expected?: number,
): Promise<CustomerDetails> {
  requirePermission(ctx, 'customers.manage')
  const { customerId, ...rest } = input
  const { addresses: given, ...parsed } = UpdateCustomer.parse(rest)
  const fields = await checked(ctx, parsed, given ?? [])
  return change(ctx, 'customer.update', async (ctx) => {
    const [before] = await ctx.db
      .select()
      .from(customers)
      .where(and(eq(customers.tenantId, ctx.tenantId), eq(customers.id, customerId)))
      .for('update')
    if (!before) throw notFound('customer')
    if (expected !== undefined && expected !== before.version)
      throw preconditionFailed('Somebody changed this customer meanwhile.')
    await refuseTwin(ctx, fields.email, customerId)
    const [after] = await ctx.db
      .update(customers)
      .set({
        ...fields,
        searchText: searchTextOf({ ...before, ...fields }),
        updatedAt: ctx.now,
        version: sql`${customers.version} + 1`,
      })
      .where(and(eq(customers.tenantId, ctx.tenantId), eq(customers.id, customerId)))
      .returning()
      .catch(emailTaken)
    if (given) await replaceAddresses(ctx, customerId, withDefault(given))
    const addresses = await addressesOf(ctx, customerId)
    return changed(before, { ...after!, addresses }, { audience: ['may:customers.read'] })
  })
}

type Given = { vatNumber?: string | null | undefined }
type GivenAddress = { address: { country: string }; isDefault: boolean }

/** With the VAT number as it is kept; without its two letters it is one of the customer's country, or of ours. */
async function checked<T extends Given>(
  ctx: Context,
  fields: T,
  addresses: readonly GivenAddress[],
): Promise<T> {
  if (!fields.vatNumber) return fields
  const home = addresses.find(({ isDefault }) => isDefault) ?? addresses[0]
  const country = home?.address.country ?? ctx.organization.country
  return { ...fields, vatNumber: await readVatNumber(fields.vatNumber, country) }
}

/** The first is the default where none is named as it. */
const withDefault = <T extends GivenAddress>(addresses: readonly T[]): T[] =>
  addresses.map((one, at) => ({
    ...one,
    isDefault: one.isDefault || (at === 0 && !addresses.some(({ isDefault }) => isDefault)),
  }))

async function refuseTwin(
  ctx: Inside,
  email: string | null | undefined,
  exceptId: string | null,
): Promise<void> {
  if (!email) return
  const [twin] = await ctx.db
    .select({ id: customers.id })
    .from(customers)
    .where(
      and(
        eq(customers.tenantId, ctx.tenantId),
        sql`lower(${customers.email}) = ${email}`,
        exceptId ? sql`${customers.id} <> ${exceptId}` : undefined,
      ),
    )
  if (twin) throw sameEmail(twin.id)
}

const sameEmail = (customerId?: string) =>
  conflict('There is already a customer with this e-mail.', {
    code: 'duplicate_email',
    details: { customerId },
  })

function emailTaken(error: unknown): never {
  if (violates(error, 'customers_email')) throw sameEmail()
  throw error
}
