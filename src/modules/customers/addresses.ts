/** The signed-in customer's own addresses. Somebody else's are not there. */
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { conflict, notFound, unauthorized } from '../../platform/http/app-error.ts'
import { change, changed, created, read, removed } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { addressesOf, clearDefault, type CustomerAddress, insertAddresses } from './address-rows.ts'
import { type Customer, findOrCreateCustomer, findOwnCustomer } from './customers.ts'
import { customerAddresses, customers } from './schema.ts'
import { NewAddress, UpdateAddress } from './shapes.ts'

const mostAddresses = 50

export async function listMyAddresses(ctx: Context): Promise<CustomerAddress[]> {
  return read(ctx, async (ctx) => {
    const mine = await findOwnCustomer(ctx)
    return mine ? addressesOf(ctx, mine.id) : []
  })
}

/** Adds an address; the first one is the default. */
export async function addMyAddress(
  ctx: Context,
  input: z.input<typeof NewAddress>,
): Promise<CustomerAddress> {
  const given = NewAddress.parse(input)
  return change(ctx, 'address.create', async (ctx) => {
    const mine = await lockMine(ctx)
    const count = await ctx.db.$count(
      customerAddresses,
      and(eq(customerAddresses.tenantId, ctx.tenantId), eq(customerAddresses.customerId, mine.id)),
    )
    if (count >= mostAddresses) throw conflict(`You may keep at most ${mostAddresses} addresses.`)
    const [row] = await insertAddresses(ctx, mine.id, [
      { ...given, isDefault: given.isDefault || count === 0 },
    ])
    return created(row!, toMe(ctx))
  })
}

export async function updateMyAddress(
  ctx: Context,
  input: z.input<typeof UpdateAddress> & { addressId: string },
): Promise<CustomerAddress> {
  const { addressId, ...rest } = input
  const fields = UpdateAddress.parse(rest)
  return change(ctx, 'address.update', async (ctx) => {
    const before = await lockAddress(ctx, addressId)
    if (fields.isDefault) await clearDefault(ctx, before.customerId)
    const [after] = await ctx.db
      .update(customerAddresses)
      .set({ address: fields.address ?? before.address, isDefault: fields.isDefault ?? before.isDefault })
      .where(and(eq(customerAddresses.tenantId, ctx.tenantId), eq(customerAddresses.id, addressId)))
      .returning()
    return changed(before, after!, toMe(ctx))
  })
}

/** Removes an address; when it was the default, the oldest of the others becomes it. */
export async function removeMyAddress(ctx: Context, input: { addressId: string }): Promise<void> {
  await change(ctx, 'address.delete', async (ctx) => {
    const row = await lockAddress(ctx, input.addressId)
    await ctx.db
      .delete(customerAddresses)
      .where(and(eq(customerAddresses.tenantId, ctx.tenantId), eq(customerAddresses.id, row.id)))
    if (row.isDefault) {
      await ctx.db.execute(sql`
        update customer_addresses set is_default = true where tenant_id = ${ctx.tenantId} and id = (
          select id from customer_addresses
          where tenant_id = ${ctx.tenantId} and customer_id = ${row.customerId} order by id limit 1)`)
    }
    return removed(row, toMe(ctx))
  })
}

const toMe = (ctx: Inside) => ({ audience: [`user:${ctx.actor.userId}`] })

/** Their record, locked, so that two changes of one person's addresses queue up and one default is left. */
async function lockMine(ctx: Inside): Promise<Customer> {
  const { userId, email, name } = ctx.actor
  if (!userId) throw unauthorized('Sign in first.')
  const mine = await findOrCreateCustomer(ctx, { userId, email: email ?? '', name, locale: ctx.locale })
  await ctx.db.execute(
    sql`select id from customers where tenant_id = ${ctx.tenantId} and id = ${mine.id} for no key update`,
  )
  return mine
}

async function lockAddress(ctx: Inside, addressId: string): Promise<CustomerAddress> {
  const mine = await findOwnCustomer(ctx)
  if (!mine) throw notFound('address')
  await ctx.db
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.tenantId, ctx.tenantId), eq(customers.id, mine.id)))
    .for('no key update')
  const [row] = await ctx.db
    .select()
    .from(customerAddresses)
    .where(
      and(
        eq(customerAddresses.tenantId, ctx.tenantId),
        eq(customerAddresses.customerId, mine.id),
        eq(customerAddresses.id, addressId),
      ),
    )
  if (!row) throw notFound('address')
  return row
}
