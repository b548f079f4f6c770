/** Reads a JSON body safely: bounded in bytes and depth, well-formed text only, no prototype keys. */
import { invalid, malformed, tooLarge, unsupported } from './app-error.ts'

const maximumDepth = 32
export const defaultMaximumBytes = 1_000_000

/** The parsed body; undefined when there is none. */
export async function readJson(request: Request, maximum = defaultMaximumBytes): Promise<unknown> {
  const bytes = await readBytes(request, maximum)
  if (bytes.byteLength === 0) return undefined
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type !== 'application/json' && !type.endsWith('+json'))
    throw unsupported('The body must be application/json.')
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw malformed('The body is not valid JSON in UTF-8.')
  }
  refuseOddities(value, 0)
  return value
}

/** The body's bytes, refused as soon as there are more than `maximum`. */
export async function readBytes(request: Request, maximum: number): Promise<Uint8Array> {
  const refusal = () => tooLarge(`The body may have at most ${maximum} bytes.`)
  if (Number(request.headers.get('content-length') ?? 0) > maximum) throw refusal()
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size > maximum) throw refusal()
    chunks.push(chunk)
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}

function refuseOddities(value: unknown, depth: number): void {
  if (typeof value === 'string') return refuseBadText(value)
  if (typeof value !== 'object' || value === null) return
  if (depth >= maximumDepth) throw invalid(`The body is nested deeper than ${maximumDepth} levels.`)
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__') throw invalid('The body has a field that may not be named so.')
    refuseBadText(key)
    refuseOddities(inner, depth + 1)
  }
}

// PostgreSQL stores neither, so they are told apart here, with a clear answer.
export function refuseBadText(value: string): void {
  if (value.includes('\0') || !value.isWellFormed())
    throw invalid('The request has characters that are not text (NUL or a lone surrogate).')
}
