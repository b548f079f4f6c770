/** /files: uploading one, and what is known of it. The bytes are served outside the API (serve.ts). */
import { z } from 'zod'
import { requirePermission } from '../access/require.ts'
import { invalidField, malformed, unsupported } from '../http/app-error.ts'
import { readBytes } from '../http/body.ts'
import { endpoint, type Endpoint } from '../http/endpoint.ts'
import type { Context } from '../tenancy/context.ts'
import { Id, Instant } from '../values/shapes.ts'
import { getFile } from './find.ts'
import { fileUrl, imageUrl } from './links.ts'
import { pictureWidths } from './picture.ts'
import { visibilities, type Visibility } from './schema.ts'
import { mostBytes, storeFile, type StoredFile } from './upload.ts'

export const FileView = z
  .object({
    id: Id,
    name: z.string(),
    type: z.string(),
    size: z.int().meta({ description: 'Bytes.' }),
    visibility: z.enum(visibilities),
    url: z
      .string()
      .meta({ description: 'Where its bytes are; that of a private file works for some minutes.' }),
    width: z.int().nullable(),
    height: z.int().nullable(),
    color: z.string().nullable().meta({ description: 'The colour most of a picture has, #rrggbb.' }),
    sizes: z.array(z.object({ width: z.int(), url: z.string() })),
    createdAt: Instant,
  })
  .meta({ id: 'File' })

export const presentFile = (ctx: Context, file: StoredFile): z.output<typeof FileView> => ({
  id: file.id,
  name: file.name,
  type: file.type,
  size: file.size,
  visibility: file.visibility,
  url: fileUrl(ctx.services, file, ctx.now),
  width: file.width,
  height: file.height,
  color: file.color,
  sizes: pictureWidths
    .filter((width) => file.sizes[width])
    .map((width) => ({ width, url: imageUrl(file.id, width) })),
  createdAt: file.createdAt.toISOString(),
})

/** What goes around a file in a multipart body. */
const envelopeBytes = 100_000

export const filesApi: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/files',
    tag: 'Files',
    access: 'signedIn',
    summary: 'Upload a file',
    description:
      'A multipart form with `file` and, when it is to be public, `visibility=public` (for those who write products or manage the organisation). Pictures are made anew as WebP. At most 20 MB.',
    accepts: 'multipart/form-data',
    maxBytes: mostBytes + envelopeBytes,
    // Bytes are stored outside the database, so this cannot run within the transaction of an Idempotency-Key.
    isOutside: true,
    limit: { max: 300, windowSeconds: 3_600, by: 'actor' },
    answer: FileView,
    status: 201,
    handle: async (ctx, { request }) => {
      const { file, visibility } = await readForm(request)
      if (visibility === 'public')
        requirePermission(ctx, 'products.write', 'producers.profile', 'organization.manage')
      return presentFile(ctx, await storeFile(ctx, { ...file, visibility }))
    },
  }),
  endpoint({
    method: 'get',
    path: '/files/{id}',
    tag: 'Files',
    access: 'public',
    summary: 'What is known of a file',
    params: z.strictObject({ id: Id }),
    answer: FileView,
    handle: async (ctx, { params }) => presentFile(ctx, await getFile(ctx, params.id)),
  }),
]

async function readForm(
  request: Request,
): Promise<{ file: { name: string; bytes: Uint8Array }; visibility: Visibility }> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw unsupported('The body must be multipart/form-data.')
  const body = (await readBytes(request, mostBytes + envelopeBytes)) as Uint8Array<ArrayBuffer>
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw malformed('The body is not a multipart form.')
  })
  const fields = [...form.keys()]
  const unknown = fields.find((name) => name !== 'file' && name !== 'visibility')
  if (unknown) throw invalidField(`/${unknown}`, `There is no field "${unknown.slice(0, 80)}".`)
  const file = form.get('file')
  if (!(file instanceof Blob)) throw invalidField('/file', 'There is no file.')
  if (form.getAll('file').length > 1) throw invalidField('/file', 'One file at a time.')
  const visibility = visibilities.find((known) => known === (form.get('visibility') ?? 'private'))
  if (!visibility) throw invalidField('/visibility', 'Must be public or private.')
  return { file: { name: file.name, bytes: await file.bytes() }, visibility }
}
