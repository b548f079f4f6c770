/** The rows of addresses: one of a customer's may be the default, and a new default takes the sign from the old. */
import { and, asc, desc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { newId } from '../../platform/database/columns.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { customerAddresses } from './schema.ts'
import type { NewAddress } from './shapes.ts'

export type CustomerAddress = typeof customerAddresses.$inferSelect

/** The default first, then in the order in which they were added. */
export const addressesOf = (ctx: Inside, customerId: string): Promise<CustomerAddress[]> =>
  ctx.db
    .select()
    .from(customerAddresses)
    .where(and(eq(customerAddresses.tenantId, ctx.tenantId), eq(customerAddresses.customerId, customerId)))
    .orderBy(desc(customerAddresses.isDefault), asc(customerAddresses.id))

export async function insertAddresses(
  ctx: Inside,
  customerId: string,
  given: z.output<typeof NewAddress>[],
): Promise<CustomerAddress[]> {
  if (given.length === 0) return []
  const marked = given.findLastIndex((one) => one.isDefault)
  if (marked >= 0) await clearDefault(ctx, customerId)
  return ctx.db
    .insert(customerAddresses)
    .values(
      given.map(({ address }, at) => ({
        tenantId: ctx.tenantId,
        id: newId(),
        customerId,
        address,
        isDefault: at === marked,
      })),
    )
    .returning()
}

export async function replaceAddresses(
  ctx: Inside,
  customerId: string,
  given: z.output<typeof NewAddress>[],
): Promise<void> {
  await ctx.db
    .delete(customerAddresses)
    .where(and(eq(customerAddresses.tenantId, ctx.tenantId), eq(customerAddresses.customerId, customerId)))
  await insertAddresses(ctx, customerId, given)
}

export const clearDefault = (ctx: Inside, customerId: string) =>
  ctx.db
    .update(customerAddresses)
    .set({ isDefault: false })
    .where(
      and(
        eq(customerAddresses.tenantId, ctx.tenantId),
        eq(customerAddresses.customerId, customerId),
        eq(customerAddresses.isDefault, true),
      ),
    )
