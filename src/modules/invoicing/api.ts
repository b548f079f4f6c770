/** /invoices: drafts, issuing, payments, credit notes; and the reports out of what was issued. */
import { z } from 'zod'
import { allPages, csvAnswer } from '../../platform/export/csv.ts'
import { endpoint, type Endpoint } from '../../platform/http/endpoint.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { Day, Id, Money, pageOf, text } from '../../platform/values/shapes.ts'
import { openOf } from '../receivables/open-items.ts'
import { todayOf } from '../receivables/periods.ts'
import { PayInvoice } from '../receivables/payments.ts'
import { CustomerPaymentView, presentCustomerPayment } from '../receivables/present.ts'
import { createCreditNote } from './credit-notes.ts'
import { createInvoice, deleteInvoice, updateInvoice } from './drafts.ts'
import { getInvoiceWhole } from './find.ts'
import { issueInvoice } from './issue.ts'
import { type ListedInvoice, listInvoices } from './list.ts'
import { payInvoice } from './pay.ts'
import { InvoiceView, ListedInvoiceView, presentInvoice, presentListed } from './present.ts'
import { reissueInvoice } from './reissue.ts'
import { PeriodQuery, RevenueQuery, revenueReport, vatReport } from './reports.ts'
import { IssueInvoice, ListInvoices, NewCreditNote, NewInvoice, UpdateInvoice } from './shapes.ts'
import { statusOf } from './status.ts'

const params = z.strictObject({ id: Id })
const tag = 'Invoices'

const whole = async (ctx: Context, invoiceId: string) =>
  presentInvoice(await getInvoiceWhole(ctx, invoiceId), ctx.organization, todayOf(ctx))

const header = [
  'number',
  'kind',
  'status',
  'issuedOn',
  'dueOn',
  'customer',
  'currency',
  'net',
  'vat',
  'gross',
  'open',
]

async function* rowsOf(rows: AsyncIterable<ListedInvoice>, today: string): AsyncGenerator<string[]> {
  for await (const row of rows) {
    const { status, balance } = presentListed(row, today)
    const { number, kind, issuedOn, dueOn, customerName, currency, net, vatTotal, gross } = row
    yield [
      number ?? '',
      kind,
      status,
      issuedOn ?? '',
      dueOn ?? '',
      customerName,
      currency,
      net,
      vatTotal,
      gross,
      balance?.amount ?? '',
    ]
  }
}

export const invoicesApi: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/invoices',
    tag,
    access: 'invoices.read',
    summary: 'Invoices and credit notes, newest first',
    query: ListInvoices,
    answer: pageOf(ListedInvoiceView),
    handle: async (ctx, { query }) => {
      const page = await listInvoices(ctx, query)
      return { ...page, data: page.data.map((row) => presentListed(row, todayOf(ctx))) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/invoices.csv',
    tag,
    access: 'invoices.read',
    summary: 'The same list as a file',
    query: ListInvoices,
    produces: 'text/csv',
    handle: async (ctx, { query }) => {
      const rows = allPages((cursor) =>
        listInvoices(ctx, { ...query, limit: 500, cursor, skip: undefined, count: undefined }),
      )
      return csvAnswer('invoices.csv', header, rowsOf(rows, todayOf(ctx)))
    },
  }),
  endpoint({
    method: 'post',
    path: '/invoices',
    tag,
    access: 'invoices.manage',
    summary: 'Write a draft; its totals are reckoned',
    body: NewInvoice,
    answer: InvoiceView,
    status: 201,
    handle: async (ctx, { body }) => whole(ctx, (await createInvoice(ctx, body)).id),
  }),
  endpoint({
    method: 'get',
    path: '/invoices/{id}',
    tag,
    access: 'invoices.read',
    summary: 'One invoice or credit note, with what settled it',
    params,
    answer: InvoiceView,
    handle: (ctx, { params }) => whole(ctx, params.id),
  }),
  endpoint({
    method: 'patch',
    path: '/invoices/{id}',
    tag,
    access: 'invoices.manage',
    summary: 'Change a draft; an issued invoice never changes',
    params,
    body: UpdateInvoice,
    answer: InvoiceView,
    handle: async (ctx, { params, body, ifMatch }) => {
      await updateInvoice(ctx, { ...body, invoiceId: params.id }, ifMatch)
      return whole(ctx, params.id)
    },
  }),
  endpoint({
    method: 'delete',
    path: '/invoices/{id}',
    tag,
    access: 'invoices.manage',
    summary: 'Throw a draft away',
    params,
    status: 204,
    handle: (ctx, { params }) => deleteInvoice(ctx, params.id),
  }),
  endpoint({
    method: 'post',
    path: '/invoices/{id}/issue',
    tag,
    access: 'invoices.manage',
    summary: 'Issue a draft: it gets its number and never changes again',
    params,
    body: IssueInvoice,
    answer: InvoiceView,
    status: 201,
    handle: async (ctx, { params, body, ifMatch }) => {
      await issueInvoice(ctx, { ...body, invoiceId: params.id }, ifMatch)
      return whole(ctx, params.id)
    },
  }),
  endpoint({
    method: 'post',
    path: '/invoices/{id}/payments',
    tag,
    access: 'invoices.manage',
    summary: 'Record a payment of an invoice; what is too much becomes credit',
    params,
    body: PayInvoice,
    answer: CustomerPaymentView.extend({ invoice: z.object({ id: Id, status: z.string(), balance: Money }) }),
    status: 201,
    handle: async (ctx, { params, body }) => {
      const { payment, item } = await payInvoice(ctx, { ...body, invoiceId: params.id })
      const balance = { amount: openOf(item), currency: item.currency }
      return {
        ...presentCustomerPayment(payment),
        invoice: { id: params.id, status: statusOf(item, balance.amount, todayOf(ctx)), balance },
      }
    },
  }),
  endpoint({
    method: 'post',
    path: '/invoices/{id}/credit-notes',
    tag,
    access: 'invoices.manage',
    summary: 'Draft a credit note: of some lines, or of all that is left',
    params,
    body: NewCreditNote,
    answer: InvoiceView,
    status: 201,
    handle: async (ctx, { params, body }) =>
      whole(ctx, (await createCreditNote(ctx, { ...body, invoiceId: params.id })).id),
  }),
  endpoint({
    method: 'post',
    path: '/invoices/{id}/reissue',
    tag,
    access: 'invoices.manage',
    summary: 'Credit the whole invoice and draft it anew',
    params,
    body: z.strictObject({ reason: text(400).optional() }),
    answer: z.object({ creditNote: InvoiceView, invoice: InvoiceView }),
    status: 201,
    handle: async (ctx, { params, body }) => {
      const { creditNote, invoice } = await reissueInvoice(ctx, { ...body, invoiceId: params.id })
      return { creditNote: await whole(ctx, creditNote.id), invoice: await whole(ctx, invoice.id) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/reports/vat',
    tag: 'Reports',
    access: ['invoices.read', 'books.read'],
    summary: 'VAT on what was issued in a period',
    query: PeriodQuery,
    answer: z.object({
      from: Day,
      to: Day,
      rows: z.array(z.object({ category: z.string(), rate: z.string(), base: Money, amount: Money })),
      total: Money,
      base: Money,
    }),
    handle: (ctx, { query }) => vatReport(ctx, query),
  }),
  endpoint({
    method: 'get',
    path: '/reports/revenue',
    tag: 'Reports',
    access: ['invoices.read', 'books.read'],
    summary: 'What was earned in a period, by month, day or customer',
    query: RevenueQuery,
    answer: z.object({
      from: Day,
      to: Day,
      rows: z.array(
        z.object({
          key: z.string(),
          label: z.string(),
          count: z.int(),
          net: Money,
          vat: Money,
          gross: Money,
        }),
      ),
      total: Money,
    }),
    handle: (ctx, { query }) => revenueReport(ctx, query),
  }),
]
