/** Finds the PDF in a courier's answer, wherever this week's version of the service has put it. */
import { unavailable } from '../../../platform/http/app-error.ts'

/** Every base64 text that begins like a PDF, in the order in which they stand. */
export function findPdfs(value: unknown): Uint8Array[] {
  if (typeof value === 'string') {
    // "%PDF-" in base64.
    return value.trimStart().startsWith('JVBERi') ? [new Uint8Array(Buffer.from(value, 'base64'))] : []
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(findPdfs) : []
}

/** The first one. AppError `unavailable`. */
export function firstPdf(service: string, value: unknown): Uint8Array {
  const [pdf] = findPdfs(value)
  if (pdf) return pdf
  throw unavailable(`${service} gave no label. Please try again shortly.`, {
    code: 'provider_not_understood',
    details: { service },
  })
}
