/** The written forms of a document: the e-invoice in UBL, the PDF for people, and the PDF that carries the e-invoice inside. */
import { conflict } from '../../platform/http/app-error.ts'
import { read } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { getCustomer } from '../customers/customers.ts'
import { todayOf } from '../receivables/periods.ts'
import type { Facts } from './e-invoice/facts.ts'
import type { Breach } from './e-invoice/rules.ts'
import { findInvoice, getInvoice } from './find.ts'
import { buyerOf, sellerOf } from './parties.ts'

/** As it was issued; a draft as it would be today. */
export async function factsFor(ctx: Context, invoiceId: string): Promise<Facts> {
  const { factsOf } = await import('./e-invoice/facts.ts')
  return read(ctx, async (ctx) => {
    const { invoice, lines } = await getInvoice(ctx, invoiceId)
    const corrects = invoice.correctsId ? await findInvoice(ctx, invoice.correctsId) : null
    const seller = invoice.seller ?? sellerOf(ctx.organization)
    const buyer = invoice.buyer ?? buyerOf(await getCustomer(ctx, { customerId: invoice.customerId }))
    return factsOf({ invoice, lines, seller, buyer, corrects }, todayOf(ctx))
  })
}

/** What stands between this document and a valid e-invoice, each beside the field where it is amended; nothing when all is well. */
export async function checkInvoice(ctx: Context, invoiceId: string): Promise<Breach[]> {
  const { breachesOf } = await import('./e-invoice/rules.ts')
  return breachesOf(await factsFor(ctx, invoiceId))
}

async function validFacts(ctx: Context, invoiceId: string): Promise<Facts> {
  const facts = await factsFor(ctx, invoiceId)
  if (facts.number === 'DRAFT')
    throw conflict('A draft is no e-invoice yet: issue it first.', { code: 'not_issued' })
  const { breachesOf } = await import('./e-invoice/rules.ts')
  const breaches = breachesOf(facts)
  if (breaches.length > 0)
    throw conflict('This is no valid e-invoice.', {
      code: 'facts_missing',
      errors: breaches.map(({ pointer, message, rule }) => ({ pointer, message: `${message} (${rule})` })),
    })
  return facts
}

type Document = { name: string; bytes: Uint8Array | string }

export async function invoiceUbl(ctx: Context, invoiceId: string): Promise<Document> {
  const facts = await validFacts(ctx, invoiceId)
  const { ublXml } = await import('./e-invoice/ubl.ts')
  return { name: `${facts.number}.xml`, bytes: ublXml(facts) }
}

/** Also of a draft, which is marked as one. */
export async function invoicePdf(ctx: Context, invoiceId: string): Promise<Document> {
  const { invoice } = await getInvoice(ctx, invoiceId)
  const facts = await factsFor(ctx, invoiceId)
  const { drawInvoice } = await import('./pdf/draw.ts')
  return { name: `${facts.number}.pdf`, bytes: await drawInvoice(facts, invoice, null) }
}

export async function invoiceFacturX(ctx: Context, invoiceId: string): Promise<Document> {
  const facts = await validFacts(ctx, invoiceId)
  const { invoice } = await getInvoice(ctx, invoiceId)
  const [{ ciiXml }, { drawInvoice }] = await Promise.all([
    import('./e-invoice/cii.ts'),
    import('./pdf/draw.ts'),
  ])
  return { name: `${facts.number}.pdf`, bytes: await drawInvoice(facts, invoice, ciiXml(facts)) }
}
