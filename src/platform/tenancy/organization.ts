/** The organisation itself: made by the command line and the demo, read by everyone, changed by its administrators. */
import { and, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { z } from 'zod'
import { newId } from '../database/columns.ts'
import { conflict, preconditionFailed } from '../http/app-error.ts'
import {
  Address,
  Amount,
  Currency,
  Email,
  Percent,
  text,
  translated,
  toTranslated,
} from '../values/shapes.ts'
import { change, changed } from './change.ts'
import type { Context, Organization, Services } from './context.ts'
import { forgetOrganizations } from './directory.ts'
import { organizations } from './organizations.ts'

export type NewOrganization = { slug: string; name: string; blueprint: string } & Partial<Organization>

/** Makes an organisation; there is no tenant yet, so this is the one write outside `change`. */
export async function createOrganization(
  services: Pick<Services, 'database'>,
  input: NewOrganization,
): Promise<Organization> {
  const db = drizzle({ client: services.database.app })
  const [row] = await db
    .insert(organizations)
    .values({ ...input, id: input.id ?? newId() })
    .onConflictDoNothing()
    .returning()
  if (!row) throw conflict(`There is already an organisation "${input.slug}".`, { code: 'duplicate' })
  return row
}

export const UpdateOrganization = z
  .strictObject({
    name: text(120),
    domain: z.hostname().nullable(),
    timeZone: z.string().refine(isTimeZone, 'Is no IANA time zone, such as Europe/Athens.'),
    defaultLocale: z.enum(['el', 'en']),
    priceKind: z.enum(['gross', 'net']),
    currency: Currency,
    country: z.string().regex(/^[A-Z]{2}$/),
    registration: z.enum(['open', 'invitation', 'approval']),
    settings: z
      .strictObject({
        tagline: translated(200),
        email: Email,
        phone: text(32),
        address: Address,
        vatNumber: text(20),
        bank: z.strictObject({
          holder: text(140),
          iban: z.string().regex(/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/),
          bic: z
            .string()
            .regex(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/)
            .optional(),
        }),
        isOssRegistered: z.boolean(),
        cashOnDelivery: z.strictObject({ fee: Amount, maximum: Amount.optional() }),
        paymentDays: z.int().min(1).max(90),
        invoiceDays: z.int().min(0).max(365),
        returnDays: z.int().min(0).max(365),
        paymentProviders: z.array(z.enum(['bank-transfer', 'cash-on-delivery', 'stripe', 'viva'])),
        commissionPercent: Percent,
        commissionVatPercent: Percent,
        alerts: z.strictObject({
          email: Email.optional(),
          webhook: z.url().optional(),
          slack: z.url().optional(),
        }),
      })
      .partial(),
  })
  .partial()
  .meta({ id: 'UpdateOrganization' })

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Changes the organisation; settings are merged field by field. */
export async function updateOrganization(
  ctx: Context,
  input: z.input<typeof UpdateOrganization>,
  expected?: number,
): Promise<Organization> {
  const { settings, ...fields } = UpdateOrganization.parse(input)
  const row = await change(ctx, 'organization.update', async (ctx) => {
    const [before] = await ctx.db
      .select()
      .from(organizations)
      .where(eq(organizations.id, ctx.tenantId))
      .for('update')
    if (expected !== undefined && before!.version !== expected)
      throw preconditionFailed('Somebody changed this meanwhile.')
    const tagline =
      settings?.tagline === undefined
        ? {}
        : { tagline: toTranslated(settings.tagline, before!.defaultLocale) }
    const [after] = await ctx.db
      .update(organizations)
      .set({
        ...fields,
        settings: { ...before!.settings, ...settings, ...tagline } as Organization['settings'],
        version: sql`${organizations.version} + 1`,
      })
      .where(and(eq(organizations.id, ctx.tenantId)))
      .returning()
    return changed(before!, after!, { audience: ['public'] })
  })
  forgetOrganizations(ctx.services)
  return row
}
