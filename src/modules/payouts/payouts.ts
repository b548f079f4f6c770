/** Payouts: statements paid together by one SEPA credit-transfer file, exported, and marked as paid. */
import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { newId } from '../../platform/database/columns.ts'
import { conflict, invalid, notFound } from '../../platform/http/app-error.ts'
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts'
import { change, changed, created, read, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { add, compare } from '../../platform/values/decimal.ts'
import { Day, Id, inLocale, type Page, Paging } from '../../platform/values/shapes.ts'
import { nextNumber } from '../../platform/tenancy/numbers.ts'
import { producers } from '../producers/schema.ts'
import { payouts, statements } from './schema.ts'
import type { Statement } from './statements.ts'

export type Payout = typeof payouts.$inferSelect

export const CreatePayout = z
  .strictObject({ statementIds: z.array(Id).min(1).max(1000), executeOn: Day })
  .meta({ id: 'CreatePayout' })
export const ListPayouts = Paging.extend({})

/**
 * Gathers statements that are not paid; each can be in one payout only. What a producer owes on one (more came back
 * than was sold) is taken off the others, so that one transfer settles them all.
 */
export async function createPayout(ctx: Context, input: z.input<typeof CreatePayout>): Promise<Payout> {
  requirePermission(ctx, 'payouts.manage')
  const { statementIds, executeOn } = CreatePayout.parse(input)
  return change(ctx, 'payout.create', async (ctx) => {
    const open = await ctx.db
      .select()
      .from(statements)
      .where(
        and(
          eq(statements.tenantId, ctx.tenantId),
          inArray(statements.id, statementIds),
          isNull(statements.payoutId),
        ),
      )
      .for('update')
    const missing = statementIds.filter((id) => !open.some((row) => row.id === id))
    if (missing.length > 0)
      throw conflict('Some of these statements are not there or already in a payout.', {
        code: 'not_open',
        details: { statementIds: missing },
      })
    const owing = [...Map.groupBy(open, (row) => row.producerId).values()].filter(
      (rows) => compare(totalOf(rows), '0') <= 0,
    )
    if (owing.length > 0)
      throw conflict('A producer who owes as much as is owed waits for the next payout.', {
        code: 'nothing_to_pay',
        details: { statementIds: owing.flat().map((row) => row.id) },
      })
    await requireIbans(ctx, open)
    const [payout] = await ctx.db
      .insert(payouts)
      .values({
        tenantId: ctx.tenantId,
        id: newId(),
        number: await nextNumber(ctx, 'payout', 'P'),
        total: totalOf(open),
        currency: ctx.organization.currency,
        count: open.length,
        executeOn,
        createdBy: ctx.actor.userId,
        createdAt: ctx.now,
      })
      .returning()
    await ctx.db
      .update(statements)
      .set({ payoutId: payout!.id })
      .where(and(eq(statements.tenantId, ctx.tenantId), inArray(statements.id, statementIds)))
    return created(payout!, { audience: ['may:payouts.manage'] })
  })
}

const totalOf = (rows: readonly Statement[]): string => rows.reduce((sum, row) => add(sum, row.total), '0.00')

async function requireIbans(ctx: Inside, rows: Statement[]): Promise<void> {
  const without = await ctx.db
    .select({ id: producers.id, name: producers.name })
    .from(producers)
    .where(
      and(
        eq(producers.tenantId, ctx.tenantId),
        inArray(
          producers.id,
          rows.map((row) => row.producerId),
        ),
        isNull(producers.iban),
      ),
    )
  if (without.length > 0) {
    throw invalid(
      `No IBAN is known for ${without.map((row) => inLocale(row.name, ctx.locale)).join(', ')}.`,
      { code: 'iban_missing' },
    )
  }
}

export type Transfer = { statement: Statement; name: string; iban: string }

export async function getPayout(
  ctx: Context,
  payoutId: string,
): Promise<{ payout: Payout; transfers: Transfer[] }> {
  requirePermission(ctx, 'payouts.manage')
  return read(ctx, async (ctx) => {
    const [payout] = await ctx.db.select().from(payouts).where(mine(ctx, payoutId))
    if (!payout) throw notFound('payout')
    const rows = await ctx.db
      .select({ statement: statements, name: producers.name, iban: producers.iban })
      .from(statements)
      .innerJoin(
        producers,
        and(eq(producers.tenantId, statements.tenantId), eq(producers.id, statements.producerId)),
      )
      .where(and(eq(statements.tenantId, ctx.tenantId), eq(statements.payoutId, payoutId)))
      .orderBy(statements.number)
    return {
      payout,
      transfers: rows.map(({ statement, name, iban }) => ({
        statement,
        name: inLocale(name, 'en'),
        iban: iban ?? '',
      })),
    }
  })
}

export async function listPayouts(ctx: Context, query: z.output<typeof ListPayouts>): Promise<Page<Payout>> {
  requirePermission(ctx, 'payouts.manage')
  return read(ctx, async (ctx) => {
    const cursor = decodeCursor(query.cursor, 1)
    const rows = await ctx.db
      .select()
      .from(payouts)
      .where(and(eq(payouts.tenantId, ctx.tenantId), cursor ? lt(payouts.id, cursor[0]!) : undefined))
      .orderBy(desc(payouts.id))
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    return { data, page: { next: rows.length > query.limit ? encodeCursor([data.at(-1)!.id]) : null } }
  })
}

/** The file was taken to the bank. Taking it again is allowed; the bank knows it by its number. */
export async function exportPayout(ctx: Context, payoutId: string): Promise<Payout> {
  requirePermission(ctx, 'payouts.manage')
  return step(ctx, 'payout.send', payoutId, 'exported')
}

export async function markPaid(ctx: Context, payoutId: string): Promise<Payout> {
  requirePermission(ctx, 'payouts.manage')
  return step(ctx, 'payout.pay', payoutId, 'paid')
}

async function step(
  ctx: Context,
  action: 'payout.send' | 'payout.pay',
  payoutId: string,
  status: 'exported' | 'paid',
): Promise<Payout> {
  return change(ctx, action, async (ctx) => {
    const [before] = await ctx.db.select().from(payouts).where(mine(ctx, payoutId)).for('update')
    if (!before) throw notFound('payout')
    if (before.status === 'cancelled') throw conflict('This payout was cancelled.', { code: 'wrong_state' })
    if (before.status === status || before.status === 'paid') return unchanged(before)
    const [after] = await ctx.db
      .update(payouts)
      .set({
        status,
        ...(status === 'paid' ? { paidAt: ctx.now } : { exportedAt: ctx.now }),
        version: sql`${payouts.version} + 1`,
      })
      .where(mine(ctx, payoutId))
      .returning()
    return changed(before, after!, { audience: ['may:payouts.manage'] })
  })
}

const mine = (ctx: Inside, id: string) => and(eq(payouts.tenantId, ctx.tenantId), eq(payouts.id, id))
