/** The file of an import as it was handed in: kept in the file store, read as often as needed. */
import { notFound } from '../../../platform/http/app-error.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import type { ImportFormat } from './draft.ts'
import { type ProductFile, readProducts } from './read-products.ts'
import { bytesSource } from './source.ts'

export const storageKeyOf = (ctx: Context, importId: string): string =>
  `${ctx.tenantId}/imports/${importId}.csv`

export function openStored(ctx: Context, bytes: Uint8Array, format?: ImportFormat): Promise<ProductFile> {
  return readProducts(bytesSource(bytes), {
    format,
    currency: ctx.organization.currency,
    today: dayOf(ctx.now, ctx.timeZone),
    locale: ctx.locale,
  })
}

export async function openImport(ctx: Context, row: { id: string; format: string }): Promise<ProductFile> {
  const bytes = await ctx.services.files.get(storageKeyOf(ctx, row.id))
  if (!bytes) throw notFound('file of this import')
  return openStored(ctx, bytes, row.format as ImportFormat)
}

/** YYYY-MM-DD there. */
const dayOf = (now: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
