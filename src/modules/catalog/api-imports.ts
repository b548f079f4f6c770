/** /imports and /products.csv: product files in, looked at, done, undone; and out again. */
import { z } from 'zod'
import { csvFile } from '../../platform/export/csv.ts'
import { endpoint, type Endpoint } from '../../platform/http/endpoint.ts'
import { Id, pageOf } from '../../platform/values/shapes.ts'
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
import { templateLines } from './import/template.ts'
import { mostUploadBytes, readUpload } from './import/upload.ts'
import { ListProducts } from './search/shapes.ts'

const tag = 'Imports'
const byId = z.strictObject({ id: Id })
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
    maxBytes: mostUploadBytes,
    isOutside: true,
    limit: { max: 60, windowSeconds: 3_600, by: 'actor' },
    answer: ImportView,
    status: 201,
    handle: async (ctx, { request }) =>
      presentImport(ctx, await createImport(ctx, await readUpload(request))),
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
      return { ...page, data: page.data.map((row) => presentImport(ctx, row)) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/imports/template.csv',
    tag,
    access: 'imports.run',
    summary: 'An example of our own format, to be filled in',
    produces: 'text/csv',
    handle: async (ctx) => csvFile('products-template.csv', templateLines(ctx)),
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
      return presentImport(ctx, row, await reportImages(ctx, row.id))
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
      return { ...page, data: page.data.map((item) => presentItem(ctx, item)) }
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
    handle: async (ctx, { params }) => presentImport(ctx, await startImport(ctx, params.id)),
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
    handle: async (ctx, { params }) => presentImport(ctx, await undoImport(ctx, params.id)),
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
      return presentImport(ctx, row, await reportImages(ctx, row.id))
    },
  }),
]
