/** The books: accounts, journal, trial balance, and closing a period. */
import { z } from 'zod'
import { allPages, csvAnswer } from '../../platform/export/csv.ts'
import { endpoint, type Endpoint } from '../../platform/http/endpoint.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { Day, Id, inLocale, Instant, Money, pageOf } from '../../platform/values/shapes.ts'
import { type Account, createAccount, listAccounts, NewAccount } from './accounts.ts'
import { closePeriod, ClosePeriod, NewEntry, writeEntry } from './manual.ts'
import { listEntries, ListEntries, type ListedEntry, trialBalance, TrialBalanceQuery } from './reports.ts'
import { accountKinds, entrySources } from './values.ts'

const tag = 'Books'

const AccountView = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    kind: z.enum(accountKinds),
    role: z.string().nullable(),
  })
  .meta({ id: 'Account' })

const presentAccount = (ctx: Context, { id, code, name, kind, role }: Account) => ({
  id,
  code,
  name: inLocale(name, ctx.locale, ctx.organization.defaultLocale),
  kind,
  role,
})

const EntryView = z
  .object({
    id: Id,
    number: z.string(),
    on: Day,
    description: z.string(),
    source: z.enum(entrySources),
    sourceId: Id.nullable(),
    /** Each moves an amount from the credited account to the debited one. */
    postings: z.array(z.object({ debit: z.string(), credit: z.string(), amount: Money })),
  })
  .meta({ id: 'JournalEntry' })

const presentEntry = (ctx: Context, { bookedOn, ...entry }: ListedEntry) => ({
  ...entry,
  on: bookedOn,
  postings: entry.postings.map((one) => ({
    ...one,
    amount: { amount: one.amount, currency: ctx.organization.currency },
  })),
})

const header = ['number', 'on', 'description', 'source', 'account', 'debit', 'credit']
async function* rowsOf(entries: AsyncIterable<ListedEntry>): AsyncGenerator<string[]> {
  for await (const { number, bookedOn, description, source, postings } of entries)
    for (const { debit, credit, amount } of postings) {
      yield [number, bookedOn, description, source, debit, amount, '']
      yield [number, bookedOn, description, source, credit, '', amount]
    }
}

export const booksApi: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/accounts',
    tag,
    access: 'books.read',
    summary: 'The chart of accounts',
    answer: z.object({ data: z.array(AccountView) }),
    handle: async (ctx) => ({ data: (await listAccounts(ctx)).map((row) => presentAccount(ctx, row)) }),
  }),
  endpoint({
    method: 'post',
    path: '/accounts',
    tag,
    access: 'books.manage',
    summary: 'Add an account',
    body: NewAccount,
    answer: AccountView,
    status: 201,
    handle: async (ctx, { body }) => presentAccount(ctx, await createAccount(ctx, body)),
  }),
  endpoint({
    method: 'get',
    path: '/journal',
    tag,
    access: 'books.read',
    summary: 'The journal, newest first',
    query: ListEntries,
    answer: pageOf(EntryView),
    handle: async (ctx, { query }) => {
      const page = await listEntries(ctx, query)
      return { ...page, data: page.data.map((row) => presentEntry(ctx, row)) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/journal.csv',
    tag,
    access: 'books.read',
    summary: 'The journal as a file, a row for each side',
    query: ListEntries,
    produces: 'text/csv',
    handle: async (ctx, { query }) =>
      csvAnswer(
        'journal.csv',
        header,
        rowsOf(
          allPages((cursor) =>
            listEntries(ctx, { ...query, limit: 500, cursor, skip: undefined, count: undefined }),
          ),
        ),
      ),
  }),
  endpoint({
    method: 'post',
    path: '/journal',
    tag,
    access: 'books.manage',
    summary: 'An entry by hand; it must balance',
    body: NewEntry,
    answer: z.object({ id: Id, number: z.string(), on: Day }),
    status: 201,
    handle: async (ctx, { body }) => {
      const { id, number, bookedOn } = await writeEntry(ctx, body)
      return { id, number, on: bookedOn }
    },
  }),
  endpoint({
    method: 'get',
    path: '/reports/trial-balance',
    tag: 'Reports',
    access: 'books.read',
    summary: 'The sums of every account as of a day',
    query: TrialBalanceQuery,
    answer: z.object({
      asOf: Day,
      rows: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          kind: z.enum(accountKinds),
          debit: Money,
          credit: Money,
          balance: Money,
        }),
      ),
      totals: z.object({ debit: Money, credit: Money }),
    }),
    handle: (ctx, { query }) => trialBalance(ctx, query),
  }),
  endpoint({
    method: 'post',
    path: '/closed-periods',
    tag,
    access: 'books.manage',
    summary: 'Close the books through a day; nothing is dated before it any more',
    body: ClosePeriod,
    answer: z.object({ id: Id, through: Day, createdAt: Instant }),
    status: 201,
    handle: async (ctx, { body }) => {
      const { id, through, createdAt } = await closePeriod(ctx, body)
      return { id, through, createdAt: createdAt.toISOString() }
    },
  }),
]
