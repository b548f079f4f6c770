/** The shapes of the demo market's data: what a seeding verb finds in each file of this folder. */
import type { Locale } from '../../../platform/values/shapes.ts'

/** Greek and English, always both. */
export type Bilingual = Record<Locale, string>

/** Paragraphs with an empty line between them, as the texts here are kept. */
export const paragraphs = (...texts: string[]) => texts.join('\n\n')

/** The same text as the HTML that product descriptions are stored in. */
export const asHtml = (text: string) =>
  text
    .split('\n\n')
    .map((part) => `<p>${part.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('')
