/** The images of one product as they are found: real web addresses, each once, in order of position. */
import type { Row } from './csv.ts'
import type { DraftText, ImageDraft } from './draft.ts'
import type { ProblemCode } from './problem-texts.ts'

type Note = (row: Row, code: ProblemCode) => void
type Found = ImageDraft & { position: number }

/** The address in its canonical spelling, or null when it is none that a server may fetch. */
export function imageUrlOf(text: string): string | null {
  const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null
  return url === null || url.username !== '' || url.password !== '' || url.href.length > 2000
    ? null
    : url.href
}

export function newGallery() {
  const found = new Map<string, Found>()
  return {
    /** `position` orders; without one an image goes behind those that have it. */
    add(row: Row, text: string, alt: DraftText, note: Note, position = Number.MAX_SAFE_INTEGER): void {
      const url = imageUrlOf(text)
      if (url === null) return note(row, 'bad_image_url')
      if (found.has(url)) return note(row, 'duplicate_image')
      found.set(url, { url, alt, position })
    },
    /** A variant's picture, which the product may already show. */
    share(row: Row, text: string, note: Note): string | null {
      const url = imageUrlOf(text)
      if (url === null) note(row, 'bad_image_url')
      else if (!found.has(url)) found.set(url, { url, alt: '', position: Number.MAX_SAFE_INTEGER })
      return url
    },
    images: (): ImageDraft[] =>
      [...found.values()].toSorted((a, b) => a.position - b.position).map(({ url, alt }) => ({ url, alt })),
  }
}
