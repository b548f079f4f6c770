/** Entries by hand, and closing a period. */
import { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { newId } from '../../platform/database/columns.ts'
import { invalidField } from '../../platform/http/app-error.ts'
import { change, created } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { compare, subtract } from '../../platform/values/decimal.ts'
import { Day, text } from '../../platform/values/shapes.ts'
import { GivenAmount, readPositive } from '../receivables/amounts.ts'
import { type ClosedPeriod, closeThrough, requireOpenDay } from '../receivables/periods.ts'
import { accountByCode } from './accounts.ts'
import { type Entry, type Move, post } from './entries.ts'
import { postMissing } from './post.ts'

const Line = z
  .strictObject({
    account: z.string().max(20),
    debit: GivenAmount.optional(),
    credit: GivenAmount.optional(),
  })
  .refine(({ debit, credit }) => (debit === undefined) !== (credit === undefined), 'A debit or a credit.')

export const NewEntry = z
  .strictObject({ on: Day, description: text(200), lines: z.array(Line).min(2).max(200) })
  .meta({ id: 'NewJournalEntry' })

/** Throws `invalid` when debits and credits are not the same sum. */
export async function writeEntry(ctx: Context, input: z.input<typeof NewEntry>): Promise<Entry> {
  requirePermission(ctx, 'books.manage')
  const { on, description, lines } = NewEntry.parse(input)
  return change(ctx, 'journal-entry.create', async (ctx) => {
    await requireOpenDay(ctx, on, '/on')
    const moves = paired(await sidesOf(ctx, lines))
    const entry = await post(
      ctx,
      {
        bookedOn: on,
        description,
        source: 'manual',
        sourceId: null,
        effectKey: `manual ${newId()}`,
        createdBy: ctx.actor.userId,
      },
      moves,
    )
    return created(entry!, { audience: ['may:books.read'] })
  })
}

type Side = { accountId: string; left: string }

async function sidesOf(
  ctx: Inside,
  lines: z.output<typeof NewEntry>['lines'],
): Promise<{ debits: Side[]; credits: Side[] }> {
  const sides = { debits: [] as Side[], credits: [] as Side[] }
  for (const [at, { account, debit, credit }] of lines.entries()) {
    const found = await accountByCode(ctx, account)
    if (!found) throw invalidField(`/lines/${at}/account`, `There is no account ${account}.`)
    const { currency } = ctx.organization
    if (debit !== undefined)
      sides.debits.push({ accountId: found.id, left: readPositive(debit, currency, `/lines/${at}/debit`) })
    if (credit !== undefined)
      sides.credits.push({ accountId: found.id, left: readPositive(credit, currency, `/lines/${at}/credit`) })
  }
  return sides
}

/** Each debit against the credits in turn: the journal knows only amounts that go from one account to another. */
function paired({ debits, credits }: { debits: Side[]; credits: Side[] }): Move<string>[] {
  const moves: Move<string>[] = []
  let at = 0
  for (const debit of debits) {
    let left = debit.left
    while (compare(left, '0') > 0) {
      const credit = credits[at]
      if (!credit) throw invalidField('/lines', 'The debits are more than the credits.')
      const amount = compare(left, credit.left) < 0 ? left : credit.left
      if (debit.accountId !== credit.accountId)
        moves.push({ debit: debit.accountId, credit: credit.accountId, amount })
      left = subtract(left, amount)
      credit.left = subtract(credit.left, amount)
      if (compare(credit.left, '0') === 0) at++
    }
  }
  if (at < credits.length) throw invalidField('/lines', 'The credits are more than the debits.')
  if (moves.length === 0) throw invalidField('/lines', 'Nothing moves from one account to another.')
  return moves
}

export const ClosePeriod = z.strictObject({ through: Day }).meta({ id: 'ClosePeriod' })

/** Nothing is dated up to this day any more: not by hand, not by a payment, not by the journal itself. */
export async function closePeriod(ctx: Context, input: z.input<typeof ClosePeriod>): Promise<ClosedPeriod> {
  requirePermission(ctx, 'books.manage')
  const { through } = ClosePeriod.parse(input)
  return closeThrough(ctx, through, (ctx) => postMissing(ctx, through))
}
