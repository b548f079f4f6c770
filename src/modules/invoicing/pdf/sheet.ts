/** The paper: its measures, how text is set on it and tagged, and the foot of every page. */
import { formatDate, formatMoney } from '../../../platform/i18n/format.ts'
import type { Translate } from '../../../platform/i18n/translator.ts'
import type { Locale } from '../../../platform/values/shapes.ts'

export const margin = 48
export const width = 595.28 - 2 * margin
/** Below this nothing but the foot stands. */
export const bottom = 841.89 - margin - 24
export const ink = '#1f2933'
export const soft = '#5b6670'
export const hair = '#c9ced3'
export const accent = '#4f6228'

export type Sheet = {
  document: PDFKit.PDFDocument
  root: PDFKit.PDFStructureElement
  t: Translate
  locale: Locale
  title: string
  isDraft: boolean
}

type Set = {
  x?: number
  y?: number
  width?: number
  size?: number
  isBold?: boolean
  color?: string
  align?: 'left' | 'right'
  tag?: string
  parent?: PDFKit.PDFStructureElement
}

/** Sets text and answers where it ends. */
export function set(sheet: Sheet, text: string, given: Set = {}): number {
  const { document, root } = sheet
  const { x = margin, y = document.y, size = 9, isBold = false, color = ink, align = 'left' } = given
  const draw = () =>
    document
      .font(isBold ? 'bold' : 'text')
      .fontSize(size)
      .fillColor(color)
      .text(text, x, y, { width: given.width ?? width, align })
  ;(given.parent ?? root).add(document.struct(given.tag ?? 'P', {}, draw))
  return document.y
}

export function heightOf(
  { document }: Sheet,
  text: string,
  of: { width: number; size?: number; isBold?: boolean },
): number {
  return document
    .font(of.isBold ? 'bold' : 'text')
    .fontSize(of.size ?? 9)
    .heightOfString(text, { width: of.width })
}

/** What is seen and not read out. */
export function ornament({ document }: Sheet, draw: () => void): void {
  document.markContent('Artifact', { type: 'Layout' })
  draw()
  document.endMarkedContent()
}

export const rule = (sheet: Sheet, y: number, color = hair): void =>
  ornament(sheet, () => {
    sheet.document
      .moveTo(margin, y)
      .lineTo(margin + width, y)
      .lineWidth(0.6)
      .strokeColor(color)
      .stroke()
  })

export const money = ({ locale }: Sheet, amount: string, currency: string): string =>
  formatMoney(locale, { amount, currency })
export const day = ({ locale }: Sheet, on: string): string => formatDate(locale, on)

/** A new page when less than that is left of this one. */
export function ensure(sheet: Sheet, height: number): void {
  if (sheet.document.y + height > bottom) {
    sheet.document.addPage()
    sheet.document.y = margin
  }
}

export function footPages(sheet: Sheet): void {
  const { document, t, title } = sheet
  const { start, count } = document.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page)
    ornament(sheet, () => {
      document.font('text').fontSize(8).fillColor(soft)
      // Beneath the margin a text would open another page.
      const { margins } = document.page
      const kept = margins.bottom
      margins.bottom = 0
      const y = bottom + 12
      document.text(title, margin, y, { width: width / 2, lineBreak: false })
      document.text(t('invoicing.pdfPage', { page: page + 1, count }), margin + width / 2, y, {
        width: width / 2,
        align: 'right',
        lineBreak: false,
      })
      margins.bottom = kept
    })
  }
}
