/** Statements: everything a producer earned in a period and that no earlier statement holds, summed once and never changed. */
import { and, desc, eq, inArray, isNull, lt, lte, sql } from 'drizzle-orm'
import { z } from 'zod'
import { may } from '../../platform/access/actor.ts'
import { requirePermission } from '../../platform/access/require.ts'
import { newId } from '../../platform/database/columns.ts'
import { invalidField, notFound } from '../../platform/http/app-error.ts'
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts'
import { change, changedMany, read } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { add } from '../../platform/values/decimal.ts'
import { Day, Id, type Page, Paging } from '../../platform/values/shapes.ts'
import { nextNumber } from '../../platform/tenancy/numbers.ts'
import { dayOf, type Earning } from './earnings.ts'
import { earnings, statements } from './schema.ts'

export type Statement = typeof statements.$inferSelect

export const CreateStatements = z
  .strictObject({ from: Day, to: Day, producerIds: z.array(Id).max(500).optional() })
  .meta({ id: 'CreateStatements' })
export const ListStatements = Paging.extend({
  producerId: Id.optional(),
  unpaid: z.enum(['true']).optional(),
})

/** One statement for each producer with something open up to the last day; made again, there is nothing left to state. */
export async function createStatements(
  ctx: Context,
  input: z.input<typeof CreateStatements>,
): Promise<Statement[]> {
  requirePermission(ctx, 'payouts.manage')
  const { from, to, producerIds } = CreateStatements.parse(input)
  if (from > to) throw invalidField('/to', 'The period ends before it begins.')
  if (to > dayOf(ctx)) throw invalidField('/to', 'The period is not over yet.')

  return change(ctx, 'statement.issue', async (ctx) => {
    const open = await ctx.db
      .select()
      .from(earnings)
      .where(
        and(
          eq(earnings.tenantId, ctx.tenantId),
          isNull(earnings.statementId),
          lte(earnings.earnedOn, to),
          producerIds ? inArray(earnings.producerId, producerIds) : undefined,
        ),
      )
      .orderBy(earnings.producerId, earnings.id)
      .for('update')
    const made: Statement[] = []
    for (const [producerId, rows] of Map.groupBy(open, (row) => row.producerId))
      made.push(await issue(ctx, { producerId, from, to, rows }))
    return changedMany(
      made,
      made.map((after) => ({
        before: null,
        after,
        options: {
          audience: [`producer:${after.producerId}`, 'may:payouts.manage'],
          data: { number: after.number },
        },
      })),
    )
  })
}

async function issue(
  ctx: Inside,
  { producerId, from, to, rows }: { producerId: string; from: string; to: string; rows: Earning[] },
): Promise<Statement> {
  const sums: Record<string, string> = {}
  for (const { kind, amount } of rows) sums[kind] = add(sums[kind] ?? '0.00', amount)
  const [statement] = await ctx.db
    .insert(statements)
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      producerId,
      number: await nextNumber(ctx, 'statement', 'S'),
      from,
      to,
      currency: rows[0]!.currency,
      sums,
      total: rows.reduce((sum, { amount }) => add(sum, amount), '0.00'),
      createdAt: ctx.now,
    })
    .returning()
  await ctx.db
    .update(earnings)
    .set({ statementId: statement!.id })
    .where(
      and(
        eq(earnings.tenantId, ctx.tenantId),
        inArray(
          earnings.id,
          rows.map((row) => row.id),
        ),
      ),
    )
  return statement!
}

/** A producer's own; all of them for those who pay. */
export async function listStatements(
  ctx: Context,
  query: z.output<typeof ListStatements>,
): Promise<Page<Statement>> {
  return read(ctx, async (ctx) => {
    const cursor = decodeCursor(query.cursor, 1)
    const rows = await ctx.db
      .select()
      .from(statements)
      .where(
        and(
          eq(statements.tenantId, ctx.tenantId),
          scopeOf(ctx),
          query.producerId ? eq(statements.producerId, query.producerId) : undefined,
          query.unpaid ? isNull(statements.payoutId) : undefined,
          cursor ? lt(statements.id, cursor[0]!) : undefined,
        ),
      )
      .orderBy(desc(statements.id))
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    return { data, page: { next: rows.length > query.limit ? encodeCursor([data.at(-1)!.id]) : null } }
  })
}

export async function getStatement(
  ctx: Context,
  statementId: string,
): Promise<{ statement: Statement; entries: Earning[] }> {
  return read(ctx, async (ctx) => {
    const [statement] = await ctx.db
      .select()
      .from(statements)
      .where(and(eq(statements.tenantId, ctx.tenantId), eq(statements.id, statementId), scopeOf(ctx)))
    if (!statement) throw notFound('statement')
    const entries = await ctx.db
      .select()
      .from(earnings)
      .where(and(eq(earnings.tenantId, ctx.tenantId), eq(earnings.statementId, statementId)))
      .orderBy(earnings.earnedOn, earnings.id)
    return { statement, entries }
  })
}

function scopeOf(ctx: Inside) {
  if (may(ctx.actor, 'payouts.manage')) return undefined
  return ctx.actor.producerIds.length > 0
    ? inArray(statements.producerId, [...ctx.actor.producerIds])
    : sql`false`
}
