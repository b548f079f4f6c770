/** An organisation's own VAT rates: listed, set from a day on, and read for pricing. */
import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { newId } from '../../platform/database/columns.ts'
import { notFound } from '../../platform/http/app-error.ts'
import { change, created, read, removed } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { Day, Percent } from '../../platform/values/shapes.ts'
import { vatClasses } from '../catalog/values.ts'
import { vatRates } from './schema.ts'
import type { VatTable } from './vat-rates.ts'
import { vatTableOn } from './vat-table.ts'

export type OwnVatRate = typeof vatRates.$inferSelect

export const SetVatRate = z
  .strictObject({
    country: z.string().regex(/^[A-Z]{2}$/),
    vatClass: z.enum(vatClasses),
    rate: Percent,
    validFrom: Day,
  })
  .meta({ id: 'SetVatRate' })

/** Sets a rate from a day on; the same day again corrects it. Orders already placed keep theirs. */
export async function setVatRate(ctx: Context, input: z.input<typeof SetVatRate>): Promise<OwnVatRate> {
  requirePermission(ctx, 'taxes.manage')
  const values = SetVatRate.parse(input)
  return change(ctx, 'vat-rate.save', async (ctx) => {
    const [row] = await ctx.db
      .insert(vatRates)
      .values({ tenantId: ctx.tenantId, id: newId(), ...values })
      .onConflictDoUpdate({
        target: [vatRates.tenantId, vatRates.country, vatRates.vatClass, vatRates.validFrom],
        set: { rate: values.rate },
      })
      .returning()
    return created(row!, { audience: ['may:taxes.manage'] })
  })
}

export async function removeVatRate(ctx: Context, rateId: string): Promise<void> {
  requirePermission(ctx, 'taxes.manage')
  await change(ctx, 'vat-rate.remove', async (ctx) => {
    const [row] = await ctx.db
      .delete(vatRates)
      .where(and(eq(vatRates.tenantId, ctx.tenantId), eq(vatRates.id, rateId)))
      .returning()
    if (!row) throw notFound('VAT rate')
    return removed(row, { audience: ['may:taxes.manage'] })
  })
}

export async function listVatRates(ctx: Context): Promise<OwnVatRate[]> {
  return read(ctx, (ctx) =>
    ctx.db
      .select()
      .from(vatRates)
      .where(eq(vatRates.tenantId, ctx.tenantId))
      .orderBy(vatRates.country, vatRates.vatClass, desc(vatRates.validFrom)),
  )
}

/** The rates in force today, in the organisation's own time zone. */
export async function vatTableFor(ctx: Inside): Promise<VatTable> {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: ctx.organization.timeZone }).format(ctx.now)
  return vatTableOn(today, await listVatRates(ctx))
}
