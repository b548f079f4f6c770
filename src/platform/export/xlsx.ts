/**
 * Lists as spreadsheets (Office Open XML, ECMA-376), written while they are read: numbers are numbers, times are times
 * on the organisation's clock, and texts are never formulas. What is too long for one sheet goes on in the next.
 */
import { zip, type ZipEntry } from './zip.ts'

/** How a column's values, which come as texts, stand in a cell. A text that is no such value stays a text. */
export type CellKind = 'text' | 'number' | 'money' | 'instant' | 'day'

export type SheetColumn = { label: string; kind: CellKind }

type Sheet = {
  columns: readonly SheetColumn[]
  rows: AsyncIterable<readonly string[]>
  /** Whose clock shows the instants. */
  timeZone: string
  rowsPerSheet?: number
}

/** What a sheet of Excel holds, its head included. */
const mostRows = 1_048_576
/** And a cell. */
const mostCharacters = 32_767
const chunkSize = 65_536

// The cell styles in `styles`, by their place there.
const styleOf = { text: 0, head: 1, money: 2, instant: 3, day: 4, quoted: 5 } as const

export function xlsx(sheet: Sheet): AsyncGenerator<Uint8Array> {
  return zip(partsOf(sheet))
}

async function* partsOf({
  columns,
  rows,
  timeZone,
  rowsPerSheet = mostRows,
}: Sheet): AsyncGenerator<ZipEntry> {
  const iterator = rows[Symbol.asyncIterator]()
  const clock = clockOf(timeZone)
  let sheets = 0
  let isMore = true
  try {
    while (isMore) {
      sheets++
      const content = sheetXml(columns, iterator, clock, rowsPerSheet, (more) => (isMore = more))
      yield { name: `xl/worksheets/sheet${sheets}.xml`, content }
    }
  } finally {
    await iterator.return?.()
  }
  yield { name: 'xl/styles.xml', content: [styles] }
  yield { name: 'xl/workbook.xml', content: [workbook(sheets)] }
  yield { name: 'xl/_rels/workbook.xml.rels', content: [workbookRelations(sheets)] }
  yield { name: '_rels/.rels', content: [relations] }
  yield { name: '[Content_Types].xml', content: [contentTypes(sheets)] }
}

async function* sheetXml(
  columns: readonly SheetColumn[],
  rows: AsyncIterator<readonly string[]>,
  clock: Clock,
  most: number,
  tellMore: (more: boolean) => void,
): AsyncGenerator<string> {
  const letters = columns.map((_, index) => lettersOf(index))
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map(width).join('')}</cols><sheetData>`
  // Every row and cell says where it stands: the standard lets it out, some readers do not.
  let chunk = `<row r="1">${columns.map(({ label }, index) => textCell(`${letters[index]}1`, label, styleOf.head)).join('')}</row>`
  let count = 1
  let next = await rows.next()
  for (; !next.done; next = await rows.next()) {
    count++
    chunk += `<row r="${count}">${next.value.map((value, index) => cellXml(`${letters[index]}${count}`, columns[index]!.kind, value, clock)).join('')}</row>`
    if (count === most) break
    if (chunk.length < chunkSize) continue
    yield chunk
    chunk = ''
  }
  tellMore(!next.done)
  yield `${chunk}</sheetData><autoFilter ref="A1:${letters.at(-1)}${count}"/></worksheet>`
}

function cellXml(place: string, kind: CellKind, value: string, clock: Clock): string {
  if (value === '') return ''
  // A double holds 15 digits; what is longer is a name made of digits.
  if ((kind === 'number' || kind === 'money') && /^-?\d{1,15}(\.\d{1,6})?$/.test(value))
    return `<c r="${place}"${kind === 'money' ? ` s="${styleOf.money}"` : ''}><v>${Number(value)}</v></c>`
  if (kind === 'instant' && !Number.isNaN(Date.parse(value)))
    return `<c r="${place}" s="${styleOf.instant}"><v>${serial(clock(value))}</v></c>`
  if (kind === 'day' && /^\d{4}-\d\d-\d\d$/.test(value))
    return `<c r="${place}" s="${styleOf.day}"><v>${serial(Date.parse(value))}</v></c>`
  // A text cell is never worked out; the quotation prefix keeps it a text also when somebody edits it.
  return textCell(place, value, /^[=+\-@＝＋－＠]/.test(value) ? styleOf.quoted : styleOf.text)
}

const textCell = (place: string, text: string, style: number): string =>
  `<c r="${place}" t="inlineStr"${style ? ` s="${style}"` : ''}><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/** XML 1.0 knows of the control characters only tab and the line ends, and no half characters. */
const escaped = (text: string): string =>
  text
    .slice(0, mostCharacters)
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replaceAll(/[&<>\r]/g, (character) => entities[character]!)

type Clock = (instant: string) => number

/** The wall's time as if it were UTC, in milliseconds: a spreadsheet knows no time zones. */
function clockOf(timeZone: string): Clock {
  return (instant) => {
    const wall = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime()
    return wall.toZonedDateTime('UTC').epochMilliseconds
  }
}

/** Days since 30 December 1899, Excel's beginning, to the second. */
const serial = (ms: number): string => (Math.round(ms / 1000) / 86_400 + 25_569).toFixed(6)

/** A to Z, AA, AB … */
function lettersOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : lettersOf(Math.floor(index / 26) - 1) + letter
}

const widths: Record<CellKind, number> = { text: 24, number: 12, money: 12, instant: 18, day: 12 }
const width = ({ kind }: SheetColumn, index: number): string =>
  `<col min="${index + 1}" max="${index + 1}" width="${widths[kind]}" customWidth="1"/>`

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/><xf numFmtId="4" applyNumberFormat="1" xfId="0"/><xf numFmtId="164" applyNumberFormat="1" xfId="0"/><xf numFmtId="165" applyNumberFormat="1" xfId="0"/><xf quotePrefix="1" xfId="0"/></cellXfs></styleSheet>`

const relations = `${declaration}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationship}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const each = (count: number, write: (place: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index + 1)).join('')

const workbook = (sheets: number): string =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${relationship}"><sheets>${each(sheets, (place) => `<sheet name="${place}" sheetId="${place}" r:id="rId${place}"/>`)}</sheets></workbook>`

const workbookRelations = (sheets: number): string =>
  `${declaration}<Relationships xmlns="${packageRelationships}">${each(sheets, (place) => `<Relationship Id="rId${place}" Type="${relationship}/worksheet" Target="worksheets/sheet${place}.xml"/>`)}<Relationship Id="rId${sheets + 1}" Type="${relationship}/styles" Target="styles.xml"/></Relationships>`

const contentTypes = (sheets: number): string =>
  `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/>${each(sheets, (place) => `<Override PartName="/xl/worksheets/sheet${place}.xml" ContentType="${content}.worksheet+xml"/>`)}</Types>`
