/** /statements and /payouts: what producers earned, and how they are paid. */
import { z } from 'zod'
import { endpoint, fileAnswer } from '../../platform/http/endpoint.ts'
import { invalid } from '../../platform/http/app-error.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { add } from '../../platform/values/decimal.ts'
import { Id, pageOf } from '../../platform/values/shapes.ts'
import {
  createPayout,
  CreatePayout,
  exportPayout,
  getPayout,
  listPayouts,
  ListPayouts,
  markPaid,
} from './payouts.ts'
import {
  PayoutDetailView,
  PayoutView,
  presentEntry,
  presentPayout,
  presentStatement,
  presentTransfer,
  StatementDetailView,
  StatementView,
} from './present.ts'
import { sepaXml } from './sepa.ts'
import {
  createStatements,
  CreateStatements,
  getStatement,
  listStatements,
  ListStatements,
} from './statements.ts'

const params = z.strictObject({ id: Id })
const tag = 'Payouts'

/** The bank's file of a payout. */
export async function payoutFile(ctx: Context, payoutId: string): Promise<string> {
  const { bank } = ctx.organization.settings
  if (!bank) throw invalid('The organisation has no bank account in its settings.', { code: 'bank_missing' })
  const { payout, transfers } = await getPayout(ctx, payoutId)
  return sepaXml({
    messageId: `STOA-${payout.number}`,
    createdAt: payout.createdAt,
    executeOn: payout.executeOn,
    debtor: { name: bank.holder, iban: bank.iban, ...(bank.bic ? { bic: bank.bic } : {}) },
    total: payout.total,
    // One transfer a producer: what one statement owes is taken off what another pays.
    transfers: [...Map.groupBy(transfers, ({ statement }) => statement.producerId).values()].map((rows) => ({
      endToEndId: rows.at(-1)!.statement.number,
      name: rows[0]!.name,
      iban: rows[0]!.iban,
      amount: rows.reduce((sum, { statement }) => add(sum, statement.total), '0.00'),
      remittance: `${ctx.organization.name} ${rows.map(({ statement }) => statement.number).join(' ')}`,
    })),
  })
}

export const payoutsApi = [
  endpoint({
    method: 'get',
    path: '/statements',
    tag,
    access: ['statements.read', 'payouts.manage'],
    summary: 'Statements: my producer’s, or all',
    query: ListStatements,
    answer: pageOf(StatementView),
    handle: async (ctx, { query }) => {
      const { data, ...rest } = await listStatements(ctx, query)
      return { data: data.map(presentStatement), ...rest }
    },
  }),
  endpoint({
    method: 'post',
    path: '/statements',
    tag,
    access: 'payouts.manage',
    summary: 'State what every producer earned in a period',
    body: CreateStatements,
    answer: z.object({ data: z.array(StatementView) }),
    status: 201,
    handle: async (ctx, { body }) => ({ data: (await createStatements(ctx, body)).map(presentStatement) }),
  }),
  endpoint({
    method: 'get',
    path: '/statements/{id}',
    tag,
    access: ['statements.read', 'payouts.manage'],
    summary: 'One statement with its entries',
    params,
    answer: StatementDetailView,
    handle: async (ctx, { params }) => {
      const { statement, entries } = await getStatement(ctx, params.id)
      return { ...presentStatement(statement), entries: entries.map(presentEntry) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/statements/{id}/csv',
    tag,
    access: ['statements.read', 'payouts.manage'],
    summary: 'One statement as CSV',
    params,
    produces: 'text/csv',
    handle: async (ctx, { params }) => {
      const { statement, entries } = await getStatement(ctx, params.id)
      const rows = entries.map((entry) =>
        [entry.earnedOn, entry.description, entry.kind, entry.amount, entry.currency].join(','),
      )
      return fileAnswer(
        ['date,order,kind,amount,currency', ...rows, ''].join('\r\n'),
        'text/csv; charset=utf-8',
        `${statement.number}.csv`,
      )
    },
  }),
  endpoint({
    method: 'get',
    path: '/payouts',
    tag,
    access: 'payouts.manage',
    summary: 'Payouts, newest first',
    query: ListPayouts,
    answer: pageOf(PayoutView),
    handle: async (ctx, { query }) => {
      const { data, ...rest } = await listPayouts(ctx, query)
      return { data: data.map(presentPayout), ...rest }
    },
  }),
  endpoint({
    method: 'post',
    path: '/payouts',
    tag,
    access: 'payouts.manage',
    summary: 'Pay statements together',
    body: CreatePayout,
    answer: PayoutView,
    status: 201,
    handle: async (ctx, { body }) => presentPayout(await createPayout(ctx, body)),
  }),
  endpoint({
    method: 'get',
    path: '/payouts/{id}',
    tag,
    access: 'payouts.manage',
    summary: 'One payout with its transfers',
    params,
    answer: PayoutDetailView,
    handle: async (ctx, { params }) => {
      const { payout, transfers } = await getPayout(ctx, params.id)
      return { ...presentPayout(payout), transfers: transfers.map(presentTransfer) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/payouts/{id}/sepa',
    tag,
    access: 'payouts.manage',
    summary: 'The SEPA credit-transfer file (pain.001.001.09)',
    params,
    produces: 'application/xml',
    handle: async (ctx, { params }) =>
      fileAnswer(
        await payoutFile(ctx, params.id),
        'application/xml; charset=utf-8',
        `payout-${params.id}.xml`,
      ),
  }),
  endpoint({
    method: 'post',
    path: '/payouts/{id}/export',
    tag,
    access: 'payouts.manage',
    summary: 'The file was taken to the bank',
    params,
    answer: PayoutView,
    status: 201,
    handle: async (ctx, { params }) => presentPayout(await exportPayout(ctx, params.id)),
  }),
  endpoint({
    method: 'post',
    path: '/payouts/{id}/payment',
    tag,
    access: 'payouts.manage',
    summary: 'The bank has paid',
    params,
    answer: PayoutView,
    status: 201,
    handle: async (ctx, { params }) => presentPayout(await markPaid(ctx, params.id)),
  }),
]
