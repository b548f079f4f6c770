/** Entries of the journal: written once for each cause, and never changed. What is wrong is corrected by another entry. */
import { sql } from 'drizzle-orm'
import { newId } from '../../platform/database/columns.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { nextNumber } from '../../platform/tenancy/numbers.ts'
import { compare, negate } from '../../platform/values/decimal.ts'
import { accountsByRole } from './accounts.ts'
import { journalEntries, postings } from './schema.ts'
import type { AccountRole, EntrySource } from './values.ts'

export type Entry = typeof journalEntries.$inferSelect
/** An amount from one account to another; below zero it goes the other way, and zero is none. */
export type Move<Of = AccountRole> = { debit: Of; credit: Of; amount: string }

export type NewEntry = {
  bookedOn: string
  description: string
  source: EntrySource
  sourceId: string | null
  customerId?: string | null
  effectKey: string
  createdBy?: string | null
}

/** Null when this effect has its entry already, or when nothing moves. */
export async function postByRole(
  ctx: Inside,
  entry: NewEntry,
  moves: readonly Move[],
): Promise<Entry | null> {
  const ids = await accountsByRole(ctx)
  return post(
    ctx,
    entry,
    moves.map(({ debit, credit, amount }) => ({ debit: ids.get(debit)!, credit: ids.get(credit)!, amount })),
  )
}

/** Between accounts by their ids. */
export async function post(
  ctx: Inside,
  entry: NewEntry,
  moves: readonly Move<string>[],
): Promise<Entry | null> {
  const rows = moves.map(upright).filter(({ amount }) => compare(amount, '0') > 0)
  if (rows.length === 0 || (await isPosted(ctx, entry.effectKey))) return null
  const [made] = await ctx.db
    .insert(journalEntries)
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      number: await nextNumber(ctx, 'journal', 'J'),
      customerId: null,
      createdBy: null,
      ...entry,
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning()
  // Somebody else posted it between our look and our insert.
  if (!made) return null
  await ctx.db.insert(postings).values(
    rows.map(({ debit, credit, amount }, position) => ({
      tenantId: ctx.tenantId,
      id: newId(),
      entryId: made.id,
      position,
      debitAccountId: debit,
      creditAccountId: credit,
      amount,
      bookedOn: entry.bookedOn,
    })),
  )
  return made
}

const upright = <Of>(move: Move<Of>): Move<Of> =>
  compare(move.amount, '0') < 0
    ? { debit: move.credit, credit: move.debit, amount: negate(move.amount) }
    : move

async function isPosted(ctx: Inside, effectKey: string): Promise<boolean> {
  const { rows } = await ctx.db.execute<{ there: boolean }>(
    sql`select exists (select from journal_entries where tenant_id = ${ctx.tenantId} and effect_key = ${effectKey}) as there`,
  )
  return rows[0]!.there
}
