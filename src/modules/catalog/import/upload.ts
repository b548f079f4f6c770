/** A product file as a form hands it in, the API's and the page's alike: one file, and what is said about it. */
import { invalidField, malformed, unsupported } from '../../../platform/http/app-error.ts'
import { readBytes } from '../../../platform/http/body.ts'
import { Id } from '../../../platform/values/shapes.ts'
import { csvLimits } from './csv.ts'
import { importFormats } from './draft.ts'

/** The file and what a multipart body wraps around it. */
export const mostUploadBytes = csvLimits.bytes + 100_000

export async function readUpload(request: Request) {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw unsupported('The body must be multipart/form-data.')
  const body = (await readBytes(request, mostUploadBytes)) as Uint8Array<ArrayBuffer>
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
