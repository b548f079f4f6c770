/** The trial balance of any day, and the journal. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { encodeCursor } from '../../platform/http/cursor.ts'
import { decodeKey } from '../../platform/http/keyset.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { add } from '../../platform/values/decimal.ts'
import { money, type Money } from '../../platform/values/money.ts'
import { Day, inLocale, type Page, Paging, type Translated } from '../../platform/values/shapes.ts'
import { todayOf } from '../receivables/periods.ts'
import { catchUp } from './post.ts'
import type { AccountKind, EntrySource } from './values.ts'

export const TrialBalanceQuery = z.strictObject({
  asOf: Day.optional(),
  from: Day.optional(),
  to: Day.optional(),
})

export type TrialBalance = {
  asOf: string
  rows: { code: string; name: string; kind: AccountKind; debit: Money; credit: Money; balance: Money }[]
  totals: { debit: Money; credit: Money }
}

/** `balance` is debit − credit. With `from`, only what moved since. */
export async function trialBalance(
  ctx: Context,
  input: z.input<typeof TrialBalanceQuery>,
): Promise<TrialBalance> {
  requirePermission(ctx, 'books.read')
  const query = TrialBalanceQuery.parse(input)
  const asOf = query.asOf ?? query.to ?? todayOf(ctx)
  await catchUp(ctx)
  const { currency } = ctx.organization
  const since = query.from ? sql`and p.booked_on >= ${query.from}` : sql``
  const rows = await read(ctx, async (ctx) => {
    const { rows } = await ctx.db.execute<{
      code: string
      name: Translated
      kind: AccountKind
      debit: string
      credit: string
    }>(sql`
      with sides as (
        select debit_account_id as id, sum(amount) as debit, 0 as credit from postings p
          where p.tenant_id = ${ctx.tenantId} and p.booked_on <= ${asOf} ${since} group by 1
        union all
        select credit_account_id, 0, sum(amount) from postings p
          where p.tenant_id = ${ctx.tenantId} and p.booked_on <= ${asOf} ${since} group by 1
      )
      select a.code, a.name, a.kind, sum(s.debit)::text as debit, sum(s.credit)::text as credit
      from sides s join accounts a on a.tenant_id = ${ctx.tenantId} and a.id = s.id
      group by a.code, a.name, a.kind order by a.code collate "C"`)
    return rows
  })
  const sumOf = (amounts: readonly string[]) => money(amounts.reduce(add, '0'), currency)
  return {
    asOf,
    rows: rows.map(({ code, name, kind, debit, credit }) => ({
      code,
      name: inLocale(name, ctx.locale, ctx.organization.defaultLocale),
      kind,
      debit: money(debit, currency),
      credit: money(credit, currency),
      balance: sumOf([debit, `-${credit}`.replace('--', '')]),
    })),
    totals: { debit: sumOf(rows.map(({ debit }) => debit)), credit: sumOf(rows.map(({ credit }) => credit)) },
  }
}

export const ListEntries = Paging.extend({
  from: Day.optional(),
  to: Day.optional(),
  account: z.string().max(20).optional(),
})
export type ListEntries = z.output<typeof ListEntries>

export type ListedEntry = {
  id: string
  number: string
  bookedOn: string
  description: string
  source: EntrySource
  sourceId: string | null
  postings: { debit: string; credit: string; amount: string }[]
}

/** Newest first. */
export async function listEntries(ctx: Context, query: ListEntries): Promise<Page<ListedEntry>> {
  requirePermission(ctx, 'books.read')
  return read(ctx, async (ctx) => {
    const after = decodeKey(query.cursor, ['id'])
    const conditions = [
      sql`j.tenant_id = ${ctx.tenantId}`,
      ...(query.from ? [sql`j.booked_on >= ${query.from}`] : []),
      ...(query.to ? [sql`j.booked_on <= ${query.to}`] : []),
      ...(after ? [sql`j.id < ${after[0]!}::uuid`] : []),
      ...(query.account
        ? [
            sql`exists (select from postings p join accounts a on a.tenant_id = p.tenant_id and a.id in (p.debit_account_id, p.credit_account_id)
              where p.tenant_id = j.tenant_id and p.entry_id = j.id and a.code = ${query.account})`,
          ]
        : []),
    ]
    const { rows } = await ctx.db.execute<ListedEntry>(sql`
      select j.id, j.number, j.booked_on::text as "bookedOn", j.description, j.source, j.source_id as "sourceId", (
        select jsonb_agg(jsonb_build_object('debit', d.code, 'credit', c.code, 'amount', p.amount::text) order by p.position)
        from postings p join accounts d on d.tenant_id = p.tenant_id and d.id = p.debit_account_id
          join accounts c on c.tenant_id = p.tenant_id and c.id = p.credit_account_id
        where p.tenant_id = j.tenant_id and p.entry_id = j.id) as postings
      from journal_entries j where ${sql.join(conditions, sql` and `)}
      order by j.id desc limit ${query.limit + 1} offset ${query.skip ?? 0}`)
    const data = rows.slice(0, query.limit)
    return { data, page: { next: rows.length > query.limit ? encodeCursor([data.at(-1)!.id]) : null } }
  })
}
