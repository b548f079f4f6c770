/** /imports and /products.csv: product files in, looked at, done, undone; and out again. */
import { z } from 'zod'
import { invalidField, malformed, unsupported } from '../../platform/http/app-error.ts'
import { readBytes } from '../../platform/http/body.ts'
import { csvFile } from '../../platform/export/csv.ts'
import { endpoint, type Endpoint } from '../../platform/http/endpoint.ts'
import { Id, pageOf } from '../../platform/values/shapes.ts'
import { csvLimits } from './import/csv.ts'
import { importFormats } from './import/draft.ts'
import { exportProducts } from './import/export.ts'
import { reportImages, retryImages } from './import/image-report.ts'
import {
  createImport,
  getImport,
  listImportItems,
  listImports,
  startImport,
  undoImport,
} from './import/imports.ts'
import { ImportItemView, ImportView, presentImport, presentItem } from './import/present.ts'
import { refusedFile } from './import/refused-file.ts'
import { ListImportItems, ListImports } from './import/shapes.ts'
import { ListProducts } from './search/shapes.ts'

const tag = 'Imports'
const byId = z.strictObject({ id: Id })
const envelopeBytes = 100_000

async function readForm(request: Request) {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw unsupported('The body must be multipart/form-data.')
  const body = (await readBytes(request, csvLimits.bytes + envelopeBytes)) as Uint8Array<ArrayBuffer>
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw malformed('The body is not a multipart form.')
  })
  const unknown = [...form.keys()].find((name) => !['file', 'format', 'producerId'].includes(name))
  if (unknown) throw invalidField(`/${unknown}`, `There is no field "${unknown.slice(0, 80)}".`)
  const file = form.get('file')
  if (!(file instanceof Blob) || form.getAll('file').length > 1) throw invalidField('/file', 'Send one file.')
  const format = form.get('format') || undefined
  const known = importFormats.find((one) => one === format)
  if (format !== undefined && known === undefined)
    throw invalidField('/format', `Must be one of: ${importFormats.join(', ')}.`)
  const producerId = form.get('producerId') || undefined
  if (producerId !== undefined && !Id.safeParse(producerId).success)
    throw invalidField('/producerId', 'There is no such producer.')
  return {
    fileName:
      file.name
        .toWellFormed()
        .replaceAll(/\p{Cc}/gu, '')
        .slice(-200)
        .trim() || 'products.csv',
    bytes: await file.bytes(),
    format: known,
    producerId: producerId as string | undefined,
  }
}

export const importsApi: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/products.csv',
    tag,
    access: 'products.write',
    summary: 'The products one manages, as a file that can be imported again',
    query: ListProducts,
    produces: 'text/csv',
    handle: async (ctx, { query }) => csvFile('products.csv', await exportProducts(ctx, query)),
  }),
  endpoint({
    method: 'post',
    path: '/imports',
    tag,
    access: 'imports.run',
    summary: 'Hand in a product file; answers what it would do',
    description:
      'A multipart form with `file` (CSV of Shopify, WooCommerce or our own, at most 50 MB and 100,000 rows), and when wanted `format` and, from administrators, `producerId`. A large file is `previewing` at first.',
    accepts: 'multipart/form-data',
    maxBytes: csvLimits.bytes + envelopeBytes,
    isOutside: true,
    limit: { max: 60, windowSeconds: 3_600, by: 'actor' },
    answer: ImportView,
    status: 201,
    handle: async (ctx, { request }) => presentImport(await createImport(ctx, await readForm(request))),
  }),
  endpoint({
    method: 'get',
    path: '/imports',
    tag,
    access: 'imports.run',
    summary: 'Imports, newest first',
    query: ListImports,
    answer: pageOf(ImportView),
    handle: async (ctx, { query }) => {
      const page = await listImports(ctx, query)
      return { ...page, data: page.data.map((row) => presentImport(row)) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/imports/{id}',
    tag,
    access: 'imports.run',
    summary: 'One import: how far it is, and how its pictures fare',
    params: byId,
    answer: ImportView,
    handle: async (ctx, { params }) => {
      const row = await getImport(ctx, params.id)
      return presentImport(row, await reportImages(ctx, row.id))
    },
  }),
  endpoint({
    method: 'get',
    path: '/imports/{id}/items',
    tag,
    access: 'imports.run',
    summary: 'Product by product: created, changed cell by cell, the same, or refused and why',
    params: byId,
    query: ListImportItems,
    answer: pageOf(ImportItemView),
    handle: async (ctx, { params, query }) => {
      const page = await listImportItems(ctx, { ...query, importId: params.id })
      return { ...page, data: page.data.map(presentItem) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/imports/{id}/refused.csv',
    tag,
    access: 'imports.run',
    summary: 'The refused rows as they were, with what is wrong',
    params: byId,
    produces: 'text/csv',
    handle: async (ctx, { params }) => {
      const { name, lines } = await refusedFile(ctx, params.id)
      return csvFile(name, lines)
    },
  }),
  endpoint({
    method: 'post',
    path: '/imports/{id}/application',
    tag,
    access: 'imports.run',
    summary: 'Do what the preview says',
    params: byId,
    answer: ImportView,
    status: 202,
    handle: async (ctx, { params }) => presentImport(await startImport(ctx, params.id)),
  }),
  endpoint({
    method: 'post',
    path: '/imports/{id}/undo',
    tag,
    access: 'imports.run',
    summary: 'Take it back, except what somebody has changed since',
    params: byId,
    answer: ImportView,
    status: 202,
    handle: async (ctx, { params }) => presentImport(await undoImport(ctx, params.id)),
  }),
  endpoint({
    method: 'post',
    path: '/imports/{id}/images/retry',
    tag,
    access: 'imports.run',
    summary: 'Try the pictures that could not be had once more',
    params: byId,
    answer: ImportView,
    status: 202,
    handle: async (ctx, { params }) => {
      await retryImages(ctx, params.id)
      const row = await getImport(ctx, params.id)
      return presentImport(row, await reportImages(ctx, row.id))
    },
  }),
]
