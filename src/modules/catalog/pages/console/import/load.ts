/** What the screens of imports read: the history, one import, and the choices of the form. */
import { requirePermission } from '../../../../../platform/access/require.ts'
import { read } from '../../../../../platform/tenancy/change.ts'
import type { Context } from '../../../../../platform/tenancy/context.ts'
import { listQuery } from '../../../../../platform/pages/list-query.ts'
import { inLocale, type Translated } from '../../../../../platform/values/shapes.ts'
import { allProducerNames } from '../../../../producers/names.ts'
import { reportImages } from '../../../import/image-report.ts'
import { getImport, listImportItems, listImports } from '../../../import/imports.ts'
import { presentImport, presentItem } from '../../../import/present.ts'
import { ListImportItems, ListImports } from '../../../import/shapes.ts'
import { mayWriteAny } from '../../../policy.ts'
import { isDone } from './state.ts'

/** The history, newest first, and for administrators whose products a file may hold. */
export async function loadImports(ctx: Context, url: URL) {
  requirePermission(ctx, 'imports.run')
  const [{ data, page, total }, producers] = await Promise.all([
    listImports(ctx, listQuery(ListImports, url, { limit: 20, count: 'exact' })),
    read(ctx, allProducerNames),
  ])
  const text = (value: Translated) => inLocale(value, ctx.locale, ctx.organization.defaultLocale)
  const names = new Map(producers.map(({ id, name }) => [id, text(name)]))
  return {
    imports: data.map((row) => ({
      ...presentImport(ctx, row),
      producer: row.producerId === null ? null : (names.get(row.producerId) ?? null),
    })),
    page,
    total: total ?? null,
    /** Empty for a producer's own people: theirs are theirs. */
    producers: mayWriteAny(ctx.actor) ? [...names].map(([value, label]) => ({ value, label })) : [],
  }
}

/** One import with a page of its products, narrowed by what becomes of them. */
export async function loadImport(ctx: Context, importId: string, url: URL) {
  requirePermission(ctx, 'imports.run')
  const row = await getImport(ctx, importId)
  const query = listQuery(ListImportItems, url, { limit: 25 })
  const [images, items, producers] = await Promise.all([
    isDone(row.status) ? reportImages(ctx, row.id) : undefined,
    listImportItems(ctx, { ...query, importId }),
    row.producerId === null ? [] : read(ctx, allProducerNames),
  ])
  const producer = producers.find(({ id }) => id === row.producerId)
  return {
    shown: presentImport(ctx, row, images),
    producer: producer ? inLocale(producer.name, ctx.locale, ctx.organization.defaultLocale) : null,
    effect: query.effect ?? null,
    items: items.data.map((item) => presentItem(ctx, item)),
    page: items.page,
  }
}
