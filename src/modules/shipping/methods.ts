/** Shipping methods as administrators keep them. What one costs for a cart is worked out in quotes.ts. */
import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { newId } from '../../platform/database/columns.ts'
import { violates } from '../../platform/database/faults.ts'
import { conflict, invalidField, notFound, preconditionFailed } from '../../platform/http/app-error.ts'
import { change, changed, created, read, removed } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { Amount, Slug, translated, toTranslated } from '../../platform/values/shapes.ts'
import { vatClasses } from '../catalog/values.ts'
import { shippingMethods, shippingProviders } from './schema.ts'

export type ShippingMethod = typeof shippingMethods.$inferSelect

export const ZoneRate = z
  .strictObject({
    zone: z.string().min(1).max(40),
    brackets: z
      .array(z.strictObject({ upToGrams: z.int().min(1).max(1_000_000), price: Amount }))
      .min(1)
      .max(40),
    perExtraKg: Amount.optional(),
  })
  .meta({ id: 'ZoneRate' })

const fields = z.strictObject({
  code: Slug,
  provider: z.enum(shippingProviders),
  name: translated(120),
  description: translated(500),
  price: Amount.nullable(),
  rates: z.array(ZoneRate).max(40),
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(60),
  freeFrom: Amount.nullable(),
  vatClass: z.enum(vatClasses),
  charge: z.enum(['perOrder', 'perProducer']),
  isEnabled: z.boolean(),
  position: z.int().min(0).max(1000),
})

export const CreateShippingMethod = fields
  .partial()
  .required({ code: true, provider: true, name: true })
  .meta({ id: 'CreateShippingMethod' })
export const UpdateShippingMethod = fields
  .omit({ code: true, provider: true })
  .partial()
  .meta({ id: 'UpdateShippingMethod' })

export async function createShippingMethod(
  ctx: Context,
  input: z.input<typeof CreateShippingMethod>,
): Promise<ShippingMethod> {
  requirePermission(ctx, 'shipping.manage')
  const { code, provider, name, ...rest } = CreateShippingMethod.parse(input)
  const values = columns(ctx, rest)
  requirePrices({ provider, price: values.price ?? null, rates: values.rates ?? [] })
  return change(ctx, 'shipping-method.create', async (ctx) => {
    const [row] = await ctx.db
      .insert(shippingMethods)
      .values({
        ...values,
        tenantId: ctx.tenantId,
        id: newId(),
        code,
        provider,
        name: toTranslated(name, ctx.organization.defaultLocale),
        countries: values.countries ?? [ctx.organization.country],
      })
      .returning()
      .catch((error: unknown) => {
        if (!violates(error, 'shipping_methods_code')) throw error
        throw conflict('There is already a method with this code.', {
          code: 'duplicate',
          errors: [{ pointer: '/code', message: 'Already taken.' }],
        })
      })
    return created(row!, { audience: ['public'] })
  })
}

export async function updateShippingMethod(
  ctx: Context,
  input: z.input<typeof UpdateShippingMethod> & { methodId: string },
  expected?: number,
): Promise<ShippingMethod> {
  requirePermission(ctx, 'shipping.manage')
  const { methodId, ...rest } = input
  const { name, ...values } = UpdateShippingMethod.parse(rest)
  return change(ctx, 'shipping-method.update', async (ctx) => {
    const before = await getShippingMethod(ctx, methodId)
    if (expected !== undefined && before.version !== expected)
      throw preconditionFailed('Somebody changed this method meanwhile.')
    const next = columns(ctx, values)
    requirePrices({ ...before, ...next })
    const [after] = await ctx.db
      .update(shippingMethods)
      .set({
        ...next,
        ...(name === undefined ? {} : { name: toTranslated(name, ctx.organization.defaultLocale) }),
        updatedAt: ctx.now,
        version: sql`${shippingMethods.version} + 1`,
      })
      .where(mine(ctx, methodId))
      .returning()
    return changed(before, after!, { audience: ['public'] })
  })
}

/** Orders keep a copy of the method they were placed with, so it may go. */
export async function deleteShippingMethod(ctx: Context, methodId: string): Promise<void> {
  requirePermission(ctx, 'shipping.manage')
  await change(ctx, 'shipping-method.delete', async (ctx) => {
    const before = await getShippingMethod(ctx, methodId)
    await ctx.db.delete(shippingMethods).where(mine(ctx, methodId))
    return removed(before, { audience: ['public'] })
  })
}

export async function getShippingMethod(ctx: Context, methodId: string): Promise<ShippingMethod> {
  return read(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(shippingMethods).where(mine(ctx, methodId))
    if (!row) throw notFound('shipping method')
    return row
  })
}

/** All of them for administrators; for everybody else those that are offered. A shop has a handful: no paging. */
export async function listShippingMethods(
  ctx: Context,
  input: { onlyEnabled: boolean },
): Promise<ShippingMethod[]> {
  return read(ctx, (ctx) => offeredMethods(ctx, input.onlyEnabled))
}

export const offeredMethods = (ctx: Inside, onlyEnabled = true): Promise<ShippingMethod[]> =>
  ctx.db
    .select()
    .from(shippingMethods)
    .where(
      and(
        eq(shippingMethods.tenantId, ctx.tenantId),
        onlyEnabled ? eq(shippingMethods.isEnabled, true) : undefined,
      ),
    )
    .orderBy(asc(shippingMethods.position), asc(shippingMethods.id))

function columns(ctx: Context, { description, ...rest }: Partial<Omit<z.output<typeof fields>, 'name'>>) {
  return {
    ...rest,
    ...(description === undefined
      ? {}
      : { description: toTranslated(description, ctx.organization.defaultLocale) }),
  }
}

function requirePrices({
  provider,
  price,
  rates,
}: Pick<ShippingMethod, 'provider' | 'price' | 'rates'>): void {
  if (provider === 'flat' && price === null) throw invalidField('/price', 'A flat rate needs its price.')
  if (['table', 'acs', 'elta'].includes(provider) && rates.length === 0)
    throw invalidField('/rates', 'Needs a price for at least one zone.')
  for (const [index, { brackets }] of rates.entries()) {
    const isRising = brackets.every((bracket, i) => i === 0 || bracket.upToGrams > brackets[i - 1]!.upToGrams)
    if (!isRising)
      throw invalidField(`/rates/${index}/brackets`, 'Weights must rise from bracket to bracket.')
  }
}

const mine = (ctx: Context, id: string) =>
  and(eq(shippingMethods.tenantId, ctx.tenantId), eq(shippingMethods.id, id))
