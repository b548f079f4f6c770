/** Fetches the pictures that imports only brought an address of: again and later when one cannot be reached, in the end given up. */
import { and, asc, eq, isNotNull, lte, sql } from 'drizzle-orm'
import { type AppError, isAppError, unsupported } from '../../../platform/http/app-error.ts'
import { safeFetch, type SafeFetchOptions } from '../../../platform/http/safe-fetch.ts'
import { enqueue } from '../../../platform/jobs/queue.ts'
import { storeFile } from '../../../platform/files/upload.ts'
import { change, changed, read, unchanged, writing } from '../../../platform/tenancy/change.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import type { ProductImage } from '../find.ts'
import { refreshProducts } from '../refresh.ts'
import { productImages } from '../schema.ts'
import { linkVariantPictures } from './write-images.ts'

const atOnce = 4
const sliceMs = 120_000
/** Minutes until the next try; after the last one it is given up, and only a person has it tried again. */
const pauses = [1, 5, 30, 120, 720]

type Fetch = (url: string, options: SafeFetchOptions) => Promise<{ status: number; bytes: Buffer }>

/** Works off what waits; running it twice at once fetches some twice and stores them once. */
export async function fetchImages(
  ctx: Context,
  _input: object = {},
  fetchOne: Fetch = safeFetch,
): Promise<void> {
  const began = Date.now()
  for (;;) {
    const waiting = await read(ctx, (ctx) =>
      ctx.db
        .select()
        .from(productImages)
        .where(
          and(
            eq(productImages.tenantId, ctx.tenantId),
            isNotNull(productImages.retryAt),
            lte(productImages.retryAt, ctx.now),
          ),
        )
        .orderBy(asc(productImages.retryAt))
        .limit(atOnce),
    )
    if (waiting.length === 0) return
    await Promise.all(waiting.map((image) => fetchImage(ctx, image, fetchOne)))
    if (Date.now() - began > sliceMs)
      return writing(ctx, (ctx) =>
        enqueue(ctx, 'catalog.fetchImages', {}, { singletonKey: `${ctx.tenantId} images` }),
      )
  }
}

async function fetchImage(ctx: Context, image: ProductImage, fetchOne: Fetch): Promise<void> {
  try {
    const { status, bytes } = await fetchOne(image.sourceUrl!, { maxBytes: 20_000_000, timeoutMs: 20_000 })
    if (status !== 200) throw answered(status)
    const file = await storeFile(ctx, { name: nameOf(image.sourceUrl!), bytes, visibility: 'public' })
    if (file.width === null) throw unsupported('This is no picture.')
    await settle(ctx, image, { fileId: file.id, failure: null, retryAt: null })
  } catch (error) {
    if (!isAppError(error)) throw error
    const pause = mayPass(error) ? pauses[image.attempts] : undefined
    const retryAt = pause === undefined ? null : new Date(ctx.now.getTime() + pause * 60_000)
    await settle(ctx, image, { failure: error.message.slice(0, 300), retryAt })
  }
}

const answered = (status: number): AppError =>
  Object.assign(unsupported(`The other side answered ${status}.`), {
    mayPass: status === 429 || status >= 500,
  })

/** What a later try may mend: not a wrong address, nor a file that is no picture. */
const mayPass = (error: AppError): boolean =>
  error.code === 'unreachable' ||
  error.kind === 'unavailable' ||
  (error as { mayPass?: boolean }).mayPass === true

const nameOf = (url: string): string => decodeURI(new URL(url).pathname.split('/').at(-1) || 'picture')

/** The outcome of one try. The product's version stays: nobody has edited it. */
async function settle(
  ctx: Context,
  image: ProductImage,
  outcome: Partial<Pick<ProductImage, 'fileId' | 'failure' | 'retryAt'>>,
): Promise<void> {
  await change(ctx, outcome.fileId ? 'image.receive' : 'image.fail', async (ctx) => {
    const [after] = await ctx.db
      .update(productImages)
      .set({ ...outcome, attempts: sql`${productImages.attempts} + 1` })
      .where(
        and(
          eq(productImages.tenantId, ctx.tenantId),
          eq(productImages.id, image.id),
          isNotNull(productImages.retryAt),
        ),
      )
      .returning()
    // Another worker was faster, or the picture was taken off meanwhile.
    if (!after) return unchanged(null)
    if (outcome.fileId) {
      await linkVariantPictures(ctx, [image.productId])
      await refreshProducts(ctx, [image.productId])
    }
    return { ...changed(image, after), row: null }
  })
}
