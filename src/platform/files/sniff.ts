/** What a file is, by its bytes; its name and what the browser said count for nothing but the kind of text. */

export type Sniffed = {
  /** The type it is served as. */
  type: string
  kind: 'image' | 'svg' | 'document' | 'other'
}

const images = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/tiff',
  'image/apng',
]

/** Taken as they are, offered for saving and never shown by the browser. */
const documents = [
  'application/pdf',
  'application/zip',
  'application/x-cfb',
  'application/rtf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
]

export async function sniff(bytes: Uint8Array, name: string): Promise<Sniffed> {
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(bytes)
  if (found && images.includes(found.mime)) return { type: found.mime, kind: 'image' }
  if (found && documents.includes(found.mime)) return { type: found.mime, kind: 'document' }
  const text = !found || found.mime === 'application/xml' ? readText(bytes) : null
  if (text === null) return { type: 'application/octet-stream', kind: 'other' }
  if (
    /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(
      text.slice(0, 4_000),
    )
  )
    return { type: 'image/svg+xml', kind: 'svg' }
  return { type: /\.csv$/i.test(name) ? 'text/csv' : 'text/plain', kind: 'document' }
}

/** The file as text, or null when it has bytes that no text has. */
function readText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // oxlint-disable-next-line no-control-regex
    return /[\x00-\x08\x0e-\x1f]/.test(text) ? null : text
  } catch {
    return null
  }
}
