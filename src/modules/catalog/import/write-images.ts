/** A batch's pictures: those of our own are attached at once, the others are fetched later by a job. */
import { sql } from 'drizzle-orm'
import { newId } from '../../../platform/database/columns.ts'
import { findFiles } from '../../../platform/files/find.ts'
import type { Inside } from '../../../platform/tenancy/context.ts'
import { productImages } from '../schema.ts'
import { ownFileId } from './own-files.ts'
import type { Work } from './plan.ts'
import type { Effect } from './write.ts'

export async function writeImages(
  ctx: Inside,
  importId: string,
  prepared: readonly { work: Work; productId: string }[],
  effects: Effect[],
): Promise<void> {
  const wanted = prepared.flatMap(({ work, productId }) => {
    const behind = Math.max(-1, ...(work.known?.images ?? []).map((image) => image.position)) + 1
    return work.images
      .filter((image) => image.before === null)
      .map(({ url, alt }, at) => ({
        productId,
        url,
        alt,
        position: behind + at,
        fileId: ownFileId(ctx, url),
      }))
  })
  const own = await findFiles(
    ctx,
    wanted.flatMap(({ fileId }) => fileId ?? []),
  )
  const there = new Set(own.filter((file) => file.visibility === 'public').map((file) => file.id))
  const rows = wanted.map(({ productId, url, alt, position, fileId }) => {
    const isThere = fileId !== null && there.has(fileId)
    return {
      tenantId: ctx.tenantId,
      id: newId(),
      productId,
      fileId: isThere ? fileId : null,
      sourceUrl: isThere ? null : url,
      retryAt: isThere ? null : ctx.now,
      alt,
      position,
      createdAt: ctx.now,
    }
  })
  if (rows.length > 0) await ctx.db.insert(productImages).values(rows)
  effects.push(
    ...rows.map((row) => ({
      tenantId: ctx.tenantId,
      importId,
      entity: 'image',
      entityId: row.id,
      effect: 'created' as const,
      version: 0,
    })),
  )
  await describe(ctx, prepared)
  await pictureVariants(ctx, prepared)
}

async function describe(ctx: Inside, prepared: readonly { work: Work }[]): Promise<void> {
  const renamed = prepared.flatMap(({ work }) =>
    work.images.flatMap(({ before, alt }) =>
      before && JSON.stringify(before.alt) !== JSON.stringify(alt) ? [{ id: before.id, alt }] : [],
    ),
  )
  if (renamed.length === 0) return
  await ctx.db.execute(sql`
    update product_images i set alt = r.alt from jsonb_to_recordset(${JSON.stringify(renamed)}::jsonb) as r (id uuid, alt jsonb)
    where i.tenant_id = ${ctx.tenantId} and i.id = r.id`)
}

/** A variant whose picture is there already has it at once; the others when it has been fetched. */
async function pictureVariants(
  ctx: Inside,
  prepared: readonly { work: Work; productId: string }[],
): Promise<void> {
  const ids = prepared
    .filter(({ work }) => work.variants.some((plan) => plan.imageUrl))
    .map((one) => one.productId)
  if (ids.length > 0) await linkVariantPictures(ctx, ids)
}

export const linkVariantPictures = (ctx: Inside, productIds: readonly string[]) =>
  ctx.db.execute(sql`
    update variants v set image_file_id = i.file_id from product_images i
    where v.tenant_id = ${ctx.tenantId} and v.product_id = any(${sql.param([...productIds])}::uuid[])
      and i.tenant_id = v.tenant_id and i.product_id = v.product_id and i.file_id is not null
      and (i.source_url = v.external_ids ->> 'image' or v.external_ids ->> 'image' like '%/files/' || i.file_id || '/%')
      and v.image_file_id is distinct from i.file_id`)
