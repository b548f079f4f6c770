/**
 * A document as people read it: A4, in its own language, tagged for those who listen, its table head on every page. With an
 * e-invoice given, the PDF/A-3 that Factur-X is: the same figures for people and for programs.
 */
import { fileURLToPath } from 'node:url'
import { createTranslator } from '../../../platform/i18n/translator.ts'
import type { Locale } from '../../../platform/values/shapes.ts'
import type { InvoiceRow } from '../compose.ts'
import type { Facts } from '../e-invoice/facts.ts'
import { facturXMetadata } from './factur-x.ts'
import { drawHead, drawPayment, drawTotals } from './blocks.ts'
import { footPages, margin, type Sheet } from './sheet.ts'
import { drawLines } from './table.ts'

export async function drawInvoice(
  facts: Facts,
  invoice: InvoiceRow,
  xml: string | null,
): Promise<Uint8Array> {
  // Loaded when the first document is drawn: the library and its fonts are large.
  const { default: PDFDocument } = await import('pdfkit')
  const locale = invoice.locale as Locale
  const t = createTranslator(locale)
  const issuedAt = invoice.issuedAt ?? invoice.updatedAt
  const title = `${t(facts.kind === 'invoice' ? 'invoicing.pdfInvoice' : 'invoicing.pdfCreditNote')} ${facts.number}`
  const document = new PDFDocument({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    tagged: true,
    lang: locale,
    displayTitle: true,
    bufferPages: true,
    // The same document is the same file, whenever it is drawn.
    info: { Title: title, CreationDate: issuedAt, ModDate: issuedAt },
    font: font('400Regular/NotoSans_400Regular.ttf'),
  } as PDFKit.PDFDocumentOptions)
  const chunks: Buffer[] = []
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.on('error', reject)
  })
  document.registerFont('text', font('400Regular/NotoSans_400Regular.ttf'))
  document.registerFont('bold', font('600SemiBold/NotoSans_600SemiBold.ttf'))
  document.font('text')
  if (xml !== null) {
    document.file(Buffer.from(xml), {
      name: 'factur-x.xml',
      type: 'text/xml',
      description: 'Factur-X',
      relationship: 'Alternative',
      creationDate: issuedAt,
      modifiedDate: issuedAt,
    } as PDFKit.Mixins.PDFAttachmentOptions)
    ;(document as unknown as { appendXML: (xml: string) => void }).appendXML(facturXMetadata)
  }

  const root = document.struct('Document')
  document.addStructure(root)
  const sheet: Sheet = { document, root, t, locale, title, isDraft: invoice.issuedAt === null }
  drawHead(sheet, facts)
  drawLines(sheet, facts, invoice)
  drawTotals(sheet, facts)
  drawPayment(sheet, facts, invoice.id)
  root.end()
  footPages(sheet)
  document.end()
  return whole
}

const font = (file: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${file}`))
