/** The written forms of an invoice, and what is missing for them. */
import { z } from 'zod'
import { endpoint, type Endpoint, fileAnswer } from '../../platform/http/endpoint.ts'
import { Id } from '../../platform/values/shapes.ts'
import { checkInvoice, invoiceFacturX, invoicePdf, invoiceUbl } from './documents.ts'

const params = z.strictObject({ id: Id })
const tag = 'Invoices'

export const invoiceFilesApi: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/invoices/{id}/check',
    tag,
    access: 'invoices.read',
    summary: 'What is missing for a valid e-invoice, each beside its field; also of a draft',
    params,
    answer: z.object({
      data: z.array(z.object({ rule: z.string(), pointer: z.string(), message: z.string() })),
    }),
    handle: async (ctx, { params }) => ({ data: await checkInvoice(ctx, params.id) }),
  }),
  endpoint({
    method: 'get',
    path: '/invoices/{id}/pdf',
    tag,
    access: 'invoices.read',
    summary: 'For people: A4, in the document’s language; a draft is marked as one',
    params,
    produces: 'application/pdf',
    handle: async (ctx, { params }) => {
      const { bytes, name } = await invoicePdf(ctx, params.id)
      return fileAnswer(bytes, 'application/pdf', name)
    },
  }),
  endpoint({
    method: 'get',
    path: '/invoices/{id}/ubl',
    tag,
    access: 'invoices.read',
    summary: 'The e-invoice: UBL 2.1 by Peppol BIS Billing 3.0',
    description: '409 with what is missing when the facts make no valid e-invoice.',
    params,
    produces: 'application/xml',
    handle: async (ctx, { params }) => {
      const { bytes, name } = await invoiceUbl(ctx, params.id)
      return fileAnswer(bytes, 'application/xml; charset=utf-8', name)
    },
  }),
  endpoint({
    method: 'get',
    path: '/invoices/{id}/facturx',
    tag,
    access: 'invoices.read',
    summary: 'Both at once: the PDF/A-3 with the e-invoice (CII) inside',
    params,
    produces: 'application/pdf',
    handle: async (ctx, { params }) => {
      const { bytes, name } = await invoiceFacturX(ctx, params.id)
      return fileAnswer(bytes, 'application/pdf', name)
    },
  }),
]
