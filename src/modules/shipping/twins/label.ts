/** A label as couriers print them: names, addresses, the amount to collect, and a Code 39 barcode that scans. */
import { fileURLToPath } from 'node:url'
import type { TwinParcel } from './parcel-world.ts'

export type LabelOptions = {
  courier: string
  /** Three to a sheet of A4, or one on A6. */ paper: 'A4' | 'A6'
}

const millimetre = 72 / 25.4

/** A PDF with one label for each piece. */
export async function drawLabel(parcel: TwinParcel, { courier, paper }: LabelOptions): Promise<Uint8Array> {
  // Loaded when the first label is drawn: a twin must be cheap to start.
  const { default: PDFDocument } = await import('pdfkit')
  const numbers = [parcel.number, ...parcel.pieces]
  const document = new PDFDocument({
    size: paper,
    margin: 0,
    autoFirstPage: false,
    info: { Title: `${courier} ${parcel.number}` },
  })
  const chunks: Buffer[] = []
  const whole = new Promise<Uint8Array>((resolve) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
  })
  document.registerFont('text', font('400Regular/NotoSans_400Regular.ttf'))
  document.registerFont('bold', font('700Bold/NotoSans_700Bold.ttf'))

  for (const [index, number] of numbers.entries()) {
    const slot = paper === 'A4' ? index % 3 : 0
    if (slot === 0) document.addPage()
    drawOne(document, parcel, courier, number, `${index + 1}/${numbers.length}`, slot * 99 * millimetre)
  }
  document.end()
  return whole
}

function drawOne(
  document: PDFKit.PDFDocument,
  parcel: TwinParcel,
  courier: string,
  number: string,
  piece: string,
  top: number,
): void {
  const left = 6 * millimetre
  const width = 93 * millimetre
  let y = top + 6 * millimetre
  const line = (text: string, size: number, name: 'text' | 'bold' = 'text') => {
    document.font(name).fontSize(size).text(text, left, y, { width })
    y = document.y + 2
  }
  line(`${courier}   ${piece}`, 14, 'bold')
  y = drawBarcode(document, number, left, y + 2, width, 14 * millimetre)
  line(number, 12, 'bold')
  line(`Αποστολέας: ${parcel.senderName}`, 8)
  line(`Παραλήπτης: ${parcel.recipient.name}`, 11, 'bold')
  line(`${parcel.recipient.address}\n${parcel.recipient.postalCode} ${parcel.recipient.city}`, 10)
  line(`Τηλ. ${parcel.recipient.phone || '—'}   Βάρος ${parcel.weight} kg`, 8)
  if (parcel.cashOnDelivery) line(`ΑΝΤΙΚΑΤΑΒΟΛΗ ${parcel.cashOnDelivery} €`, 12, 'bold')
  if (parcel.notes) line(parcel.notes, 8)
  line(`Αναφορά: ${parcel.reference}`, 8)
}

/** Returns the height below the bars. */
function drawBarcode(
  document: PDFKit.PDFDocument,
  text: string,
  left: number,
  top: number,
  width: number,
  height: number,
): number {
  const pattern = code39(text)
  const units = [...pattern].reduce((sum, element) => sum + (element === 'w' ? 3 : 1), 0)
  let x = left
  for (const [index, element] of [...pattern].entries()) {
    const bar = ((element === 'w' ? 3 : 1) * width) / units
    if (index % 2 === 0) document.rect(x, top, bar, height)
    x += bar
  }
  document.fill('black')
  return top + height + 4
}

/** Bars and spaces in turn, narrow or wide, with start, stop and gaps. Source: ISO/IEC 16388. */
export function code39(text: string): string {
  return [...`*${text}*`].map((character) => patterns[character] ?? patterns['-']).join('n')
}

const patterns: Record<string, string> = {
  '0': 'nnnwwnwnn',
  '1': 'wnnwnnnnw',
  '2': 'nnwwnnnnw',
  '3': 'wnwwnnnnn',
  '4': 'nnnwwnnnw',
  '5': 'wnnwwnnnn',
  '6': 'nnwwwnnnn',
  '7': 'nnnwnnwnw',
  '8': 'wnnwnnwnn',
  '9': 'nnwwnnwnn',
  A: 'wnnnnwnnw',
  B: 'nnwnnwnnw',
  C: 'wnwnnwnnn',
  D: 'nnnnwwnnw',
  E: 'wnnnwwnnn',
  F: 'nnwnwwnnn',
  G: 'nnnnnwwnw',
  H: 'wnnnnwwnn',
  I: 'nnwnnwwnn',
  J: 'nnnnwwwnn',
  K: 'wnnnnnnww',
  L: 'nnwnnnnww',
  M: 'wnwnnnnwn',
  N: 'nnnnwnnww',
  O: 'wnnnwnnwn',
  P: 'nnwnwnnwn',
  Q: 'nnnnnnwww',
  R: 'wnnnnnwwn',
  S: 'nnwnnnwwn',
  T: 'nnnnwnwwn',
  U: 'wwnnnnnnw',
  V: 'nwwnnnnnw',
  W: 'wwwnnnnnn',
  X: 'nwnnwnnnw',
  Y: 'wwnnwnnnn',
  Z: 'nwwnwnnnn',
  '-': 'nwnnnnwnw',
  '*': 'nwnnwnwnn',
}

const font = (file: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${file}`))
