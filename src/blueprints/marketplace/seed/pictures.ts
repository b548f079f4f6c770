/** Draws the demo market's pictures and hangs them up: product by product, in the background, going on where it was cut. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import sharp from 'sharp'
import { attachImage } from '../../../modules/catalog/images.ts'
import { products as productRows } from '../../../modules/catalog/schema.ts'
import { producers as producerRows } from '../../../modules/producers/schema.ts'
import { updateProducer } from '../../../modules/producers/producers.ts'
import { storeFile } from '../../../platform/files/upload.ts'
import { read, writing } from '../../../platform/tenancy/change.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { landscape } from '../demo/pictures/landscapes.ts'
import { stillLife } from '../demo/pictures/still-life.ts'
import { producers } from '../demo/producers.ts'
import { products } from '../demo/products.ts'

const size = 1000

export async function seedPictures(ctx: Context): Promise<void> {
  const bare = await read(ctx, (ctx) =>
    ctx.db
      .select({ id: productRows.id, slug: productRows.slug })
      .from(productRows)
      .where(and(eq(productRows.tenantId, ctx.tenantId), isNull(productRows.coverFileId))),
  )
  for (const { id, slug } of bare) {
    const product = products.find((one) => one.slug === slug)
    if (!product) continue
    const { brand } = producers.find((one) => one.slug === product.producer)!
    const file = await store(ctx, `${slug}.webp`, stillLife(slug, brand, product.picture), size)
    await attachImage(ctx, { productId: id, fileId: file.id, alt: product.name })
  }
  await seedTiles(ctx)
  await seedBanners(ctx)
}

/** A shelf shows what stands on it: the picture of one of its products. */
async function seedTiles(ctx: Context): Promise<void> {
  await writing(ctx, (ctx) =>
    ctx.db.execute(sql`
      update categories c set image_file_id = (
        select p.cover_file_id from products p
        where p.tenant_id = c.tenant_id and c.id = any(p.category_path) and p.cover_file_id is not null order by p.slug limit 1
      ) where c.tenant_id = ${ctx.tenantId} and c.image_file_id is null`),
  )
}

async function seedBanners(ctx: Context): Promise<void> {
  const bare = await read(ctx, (ctx) =>
    ctx.db
      .select({ id: producerRows.id, slug: producerRows.slug })
      .from(producerRows)
      .where(and(eq(producerRows.tenantId, ctx.tenantId), isNull(producerRows.bannerFileId))),
  )
  for (const { id, slug } of bare) {
    const producer = producers.find((one) => one.slug === slug)
    if (!producer) continue
    const file = await store(ctx, `${slug}.webp`, landscape(slug, producer.brand.landscape), 1280)
    await updateProducer(ctx, { producerId: id, bannerFileId: file.id })
  }
}

async function store(ctx: Context, name: string, svg: string, width: number) {
  const bytes = await sharp(Buffer.from(svg)).resize({ width }).webp({ quality: 82 }).toBuffer()
  return storeFile(ctx, { name, bytes, visibility: 'public' })
}
