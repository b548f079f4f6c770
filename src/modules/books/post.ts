/** Brings into the journal what was issued, paid, settled and given back; each once, however often it is tried. */
import { sql } from 'drizzle-orm'
import type { EventInput } from '../../platform/events/relay.ts'
import { writing } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { add } from '../../platform/values/decimal.ts'
import { getInvoice } from '../invoicing/find.ts'
import { getCustomerPayment } from '../receivables/find-payments.ts'
import { type Allocation, allocationsOf, inBooks, itemsOf } from '../receivables/open-items.ts'
import { postByRole } from './entries.ts'
import { issuedMoves, paidMoves, refundedMoves, settledMoves } from './rules.ts'

export async function postInvoice(ctx: Inside, invoiceId: string): Promise<void> {
  const { invoice } = await getInvoice(ctx, invoiceId)
  const item = (await itemsOf(ctx, [invoiceId])).get(invoiceId)
  if (!item) return
  const rate = invoice.exchangeRate!
  const booked = (amount: string) => inBooks(ctx, amount, rate)
  const isNote = invoice.kind === 'credit-note'
  await postByRole(
    ctx,
    {
      bookedOn: invoice.issuedOn!,
      description: `${invoice.number} ${invoice.buyer!.name}`,
      source: invoice.kind,
      sourceId: invoiceId,
      customerId: invoice.customerId,
      effectKey: `invoice ${invoiceId}`,
    },
    issuedMoves({
      net: booked(invoice.net),
      vat: invoice.vat.map(({ amount }) => booked(amount)).reduce(add, '0'),
      prepaid: booked(invoice.prepaid),
      payable: booked(invoice.payable),
      isNote,
      isCredit: item.side === 'credit',
    }),
  )
  if (!isNote) return
  for (const one of await allocationsOf(ctx, invoice.correctsId!))
    if (one.creditNoteId === invoiceId) await postAllocation(ctx, one, rate, invoice.customerId)
}

export async function postPayment(ctx: Inside, paymentId: string): Promise<void> {
  const { payment, allocations, refunds } = await getCustomerPayment(ctx, paymentId)
  const { exchangeRate, customerId, number, method } = payment
  const common = { sourceId: paymentId, customerId }
  await postByRole(
    ctx,
    {
      ...common,
      bookedOn: payment.paidOn,
      description: number,
      source: 'payment',
      effectKey: `payment ${paymentId}`,
    },
    paidMoves(method, inBooks(ctx, payment.amount, exchangeRate)),
  )
  for (const one of allocations) await postAllocation(ctx, one, exchangeRate, customerId)
  for (const one of refunds)
    await postByRole(
      ctx,
      {
        ...common,
        bookedOn: one.refundedOn,
        description: number,
        source: 'refund',
        effectKey: `refund ${one.id}`,
      },
      refundedMoves(one.method, inBooks(ctx, one.amount, exchangeRate)),
    )
}

async function postAllocation(
  ctx: Inside,
  one: Allocation,
  exchangeRate: string,
  customerId: string,
): Promise<void> {
  const item = (await itemsOf(ctx, [one.invoiceId])).get(one.invoiceId)!
  await postByRole(
    ctx,
    {
      bookedOn: one.allocatedOn,
      description: '',
      source: 'allocation',
      sourceId: one.invoiceId,
      customerId,
      effectKey: `allocation ${one.id}`,
    },
    settledMoves(inBooks(ctx, one.amount, exchangeRate), inBooks(ctx, one.amount, item.exchangeRate)),
  )
}

type Told = { name: string; entityId: string; data: Record<string, unknown> }

export const postedEvents = [
  'invoice.issued',
  'customer-payment.recorded',
  'customer-payment.changed',
  'customer-payment.refunded',
] as const

export async function postEvent(ctx: Context, { event }: { event: Told }): Promise<void> {
  await writing(ctx, async (ctx) => {
    if (event.name === 'invoice.issued') return postInvoice(ctx, event.entityId)
    const paymentId = event.data['paymentId']
    return postPayment(ctx, typeof paymentId === 'string' ? paymentId : event.entityId)
  })
}

/** What the last minutes brought and the relay may not have carried up yet, so that a report misses nothing. */
export async function catchUp(ctx: Context): Promise<void> {
  if (ctx.actor.isReadOnly) return
  await writing(ctx, async (ctx) => {
    const { rows } = await ctx.db.execute<Told>(sql`
      select e.name, e.entity_id as "entityId", e.data from events e
      where e.tenant_id = ${ctx.tenantId} and e.id > ${recent()}::uuid
        and e.name = any(${sql.param([...postedEvents])}::text[])
      order by e.xid, e.ordinal limit 1000`)
    for (const event of rows) await postEvent(ctx, { event })
  })
}

/** The least UUIDv7 of five minutes ago. Ids are made by the server's own clock, whatever a request takes for now. */
function recent(): string {
  const at = (Date.now() - 5 * 60_000).toString(16).padStart(12, '0')
  return `${at.slice(0, 8)}-${at.slice(8)}-7000-8000-000000000000`
}

/** Everything up to a day that has no entry yet; before a period is closed. */
export async function postMissing(ctx: Inside, through: string): Promise<void> {
  const { rows } = await ctx.db.execute<{ invoiceId: string | null; paymentId: string | null }>(sql`
    select i.id as "invoiceId", null::uuid as "paymentId" from invoices i
      where i.tenant_id = ${ctx.tenantId} and i.issued_on <= ${through} and not exists (select from journal_entries j
        where j.tenant_id = i.tenant_id and j.effect_key = 'invoice ' || i.id)
    union all
    select null, p.id from customer_payments p
      where p.tenant_id = ${ctx.tenantId} and p.paid_on <= ${through} and (
        not exists (select from journal_entries j where j.tenant_id = p.tenant_id and j.effect_key = 'payment ' || p.id)
        or exists (select from allocations a where a.tenant_id = p.tenant_id and a.payment_id = p.id and not exists (
          select from journal_entries j where j.tenant_id = a.tenant_id and j.effect_key = 'allocation ' || a.id)))`)
  for (const { invoiceId, paymentId } of rows) {
    if (invoiceId) await postInvoice(ctx, invoiceId)
    if (paymentId) await postPayment(ctx, paymentId)
  }
}

export const postJob = {
  name: 'books.post',
  handle: (ctx: Context, input: EventInput) => postEvent(ctx, input),
}
