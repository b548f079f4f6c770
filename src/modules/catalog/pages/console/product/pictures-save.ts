/** What is done with a product's pictures, each at once and by itself: taken in, described, put in order, taken off, put back. */
import { invalidField, malformed, unsupported } from '../../../../../platform/http/app-error.ts'
import { readBytes } from '../../../../../platform/http/body.ts'
import { storeFile } from '../../../../../platform/files/upload.ts'
import type { MessageKey } from '../../../../../platform/i18n/keys.ts'
import { fieldsOf, type FormFields } from '../../../../../platform/pages/form-fields.ts'
import type { Context } from '../../../../../platform/tenancy/context.ts'
import { attachImage, describeImage, detachImage, orderImages } from '../../../images.ts'
import type { ProductPage } from '../../../get-product.ts'
import { ownProduct } from './load.ts'

/** Some pictures of a phone at once. */
const mostBytes = 100_000_000

export type PictureOutcome = {
  message: MessageKey
  /** The product's version before and after, so that an open form knows its own changes from those of others. */
  from: number
  to: number
  /** What brings back a picture that was taken off. */
  undo?: Record<string, string>
}

export async function readPictures(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(type))
    throw unsupported('The body must be a form.')
  const body = (await readBytes(request, mostBytes)) as Uint8Array<ArrayBuffer>
  return new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw malformed('The body is not a form.')
  })
}

export async function actOnPictures(
  ctx: Context,
  productId: string,
  form: FormData,
): Promise<PictureOutcome> {
  const product = await ownProduct(ctx, productId)
  const files = form.getAll('file').filter((one): one is File => one instanceof File && one.size > 0)
  const fields = fieldsOf(form, ctx.locale)
  const act = files.length > 0 ? add(ctx, productId, files) : workOf(ctx, product, fields)
  const { version, ...told } = await act
  return { ...told, from: product.version, to: version }
}

type Done = { version: number; message: MessageKey; undo?: Record<string, string> }

async function add(ctx: Context, productId: string, files: File[]): Promise<Done> {
  let version = 0
  for (const file of files) {
    const stored = await storeFile(ctx, { name: file.name, bytes: await file.bytes(), visibility: 'public' })
    version = (await attachImage(ctx, { productId, fileId: stored.id })).version
  }
  return { version, message: 'catalog.pictureAdded' }
}

async function workOf(ctx: Context, product: ProductPage, fields: FormFields): Promise<Done> {
  const productId = product.id
  const imageId = fields.text('imageId')
  const known = product.images.map(({ id }) => id)
  switch (fields.text('intent')) {
    case 'describe': {
      const after = await describeImage(ctx, { productId, imageId, alt: fields.translated('alt') ?? '' })
      return { version: after.version, message: 'catalog.pictureDescribed' }
    }
    case 'order': {
      const after = await orderImages(ctx, { productId, imageIds: fields.all('order') })
      return { version: after.version, message: 'catalog.pictureOrdered' }
    }
    case 'cover': {
      const imageIds = [imageId, ...known.filter((id) => id !== imageId)]
      const after = await orderImages(ctx, { productId, imageIds })
      return { version: after.version, message: 'catalog.pictureCover' }
    }
    case 'remove':
      return remove(ctx, product, imageId)
    case 'restore':
      return restore(ctx, productId, fields)
    default:
      throw invalidField('/file', 'Choose a picture first.')
  }
}

async function remove(ctx: Context, product: ProductPage, imageId: string): Promise<Done> {
  const at = product.images.findIndex(({ id }) => id === imageId)
  const gone = product.images[at]
  const after = await detachImage(ctx, { productId: product.id, imageId })
  if (!gone?.fileId) return { version: after.version, message: 'catalog.pictureRemoved' }
  const texts = Object.entries(gone.alt).map(([locale, text]) => [`alt.${locale}`, text])
  return {
    version: after.version,
    message: 'catalog.pictureRemoved',
    undo: { intent: 'restore', fileId: gone.fileId, at: String(at), ...Object.fromEntries(texts) },
  }
}

/** Back to the place where it was, as far as the others still stand there. */
async function restore(ctx: Context, productId: string, fields: FormFields): Promise<Done> {
  const fileId = fields.text('fileId')
  const attached = await attachImage(ctx, { productId, fileId, alt: fields.translated('alt') ?? '' })
  const ids = attached.images.map(({ id }) => id)
  const own = attached.images.find((image) => image.fileId === fileId)!.id
  const others = ids.filter((id) => id !== own)
  const at = Math.min(others.length, Math.max(0, Math.trunc(fields.whole('at')) || 0))
  const after = await orderImages(ctx, { productId, imageIds: others.toSpliced(at, 0, own) })
  return { version: after.version, message: 'catalog.pictureRestored' }
}
