/** The chart of accounts: there from the first entry on, added to by the accountant. */
import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { newId } from '../../platform/database/columns.ts'
import { violates } from '../../platform/database/faults.ts'
import { conflict } from '../../platform/http/app-error.ts'
import { change, created, read } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { toTranslated, translated } from '../../platform/values/shapes.ts'
import { chartFor } from './chart.ts'
import { accounts } from './schema.ts'
import { accountKinds, type AccountRole } from './values.ts'

export type Account = typeof accounts.$inferSelect

export const NewAccount = z
  .strictObject({
    code: z
      .string()
      .regex(/^[0-9A-Z][0-9A-Z.-]{0,19}$/, 'Up to 20 digits, capital letters, points and hyphens.'),
    name: translated(120),
    kind: z.enum(accountKinds),
  })
  .meta({ id: 'NewAccount' })

/** By role, making the chart when the organisation has none yet. */
export async function accountsByRole(ctx: Inside): Promise<Map<AccountRole, string>> {
  const rows = await allAccounts(ctx)
  const known = rows.length > 0 ? rows : await seedChart(ctx)
  return new Map(known.flatMap(({ role, id }) => (role ? [[role, id] as const] : [])))
}

const allAccounts = (ctx: Inside): Promise<Account[]> =>
  ctx.db.select().from(accounts).where(eq(accounts.tenantId, ctx.tenantId)).orderBy(asc(accounts.code))

async function seedChart(ctx: Inside): Promise<Account[]> {
  await ctx.db
    .insert(accounts)
    .values(
      chartFor(ctx.organization.country).map((one) => ({
        tenantId: ctx.tenantId,
        id: newId(),
        ...one,
        createdAt: ctx.now,
      })),
    )
    .onConflictDoNothing()
  return allAccounts(ctx)
}

export async function listAccounts(ctx: Context): Promise<Account[]> {
  requirePermission(ctx, 'books.read')
  const rows = await read(ctx, allAccounts)
  if (rows.length > 0) return rows
  // Before the first entry: what it will be.
  return chartFor(ctx.organization.country).map((one) => ({
    ...one,
    tenantId: ctx.tenantId,
    id: newId(),
    isActive: true,
    version: 1,
    createdAt: ctx.now,
  }))
}

export async function createAccount(ctx: Context, input: z.input<typeof NewAccount>): Promise<Account> {
  requirePermission(ctx, 'books.manage')
  const { code, name, kind } = NewAccount.parse(input)
  return change(ctx, 'account.create', async (ctx) => {
    await accountsByRole(ctx)
    const [row] = await ctx.db
      .insert(accounts)
      .values({
        tenantId: ctx.tenantId,
        id: newId(),
        code,
        kind,
        name: toTranslated(name, ctx.organization.defaultLocale),
        createdAt: ctx.now,
      })
      .returning()
      .catch((error: unknown) => {
        if (violates(error, 'accounts_code'))
          throw conflict(`There is already an account ${code}.`, { code: 'duplicate' })
        throw error
      })
    return created(row!, { audience: ['may:books.read'] })
  })
}

export async function accountByCode(ctx: Inside, code: string): Promise<Account | null> {
  await accountsByRole(ctx)
  const [row] = await ctx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.tenantId, ctx.tenantId), eq(accounts.code, code)))
  return row ?? null
}
