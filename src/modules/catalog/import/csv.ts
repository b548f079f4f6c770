/** Opens a CSV file of any usual encoding and separator and streams its rows, within limits, numbered as a spreadsheet does. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import type { Locale } from '../../../platform/values/shapes.ts'
import { asUtf8, type Detected, detectEncoding, type Encoding } from './encoding.ts'
import { fileRefused } from './problems.ts'
import type { Source } from './source.ts'

export const csvLimits = { bytes: 50 * 1024 * 1024, rows: 100_000, columns: 200, cellCharacters: 100_000 }

export const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

/** `number` counts records from 1, the header included, so that it is the row a spreadsheet shows. */
export type Row = { number: number; cells: string[] }

export type CsvFile = {
  encoding: Encoding
  delimiter: Delimiter
  headerRow: number
  header: string[]
  /** Reads the rows below the header from the start, as often as it is called; blank rows are left out. */
  rows(): AsyncIterable<Row>
}

export type CsvOptions = { encoding?: Encoding; delimiter?: Delimiter; locale?: Locale }

/** @throws AppError too_large or invalid, with the row and column in its details. */
export async function openCsv(source: Source, options: CsvOptions = {}): Promise<CsvFile> {
  const locale = options.locale ?? 'en'
  if (source.size > csvLimits.bytes) throw fileTooLarge(source.size, locale)
  const detected = options.encoding ? await chosen(source, options.encoding) : await detectEncoding(source)
  const delimiter = options.delimiter ?? (await sniffDelimiter(source, detected))
  const input = { source, detected, delimiter, locale }

  for await (const row of records(input)) {
    if (isBlank(row) || isDirective(row)) continue
    const header = headerOf(row.cells, locale)
    return {
      encoding: detected.encoding,
      delimiter,
      headerRow: row.number,
      header,
      rows: () => below(row.number, header, input),
    }
  }
  throw fileRefused('invalid', 'empty_file', {}, locale)
}

const fileTooLarge = (size: number, locale: Locale) => {
  const megabytes = (size / 1024 / 1024).toFixed(1)
  return fileRefused(
    'too_large',
    'file_too_large',
    { megabytes, limit: csvLimits.bytes / 1024 / 1024 },
    locale,
  )
}

/** A chosen encoding is followed, but its byte order mark is still no part of the first header. */
async function chosen(source: Source, encoding: Encoding): Promise<Detected> {
  const detected = await detectEncoding(source)
  return { encoding, bomBytes: detected.encoding === encoding ? detected.bomBytes : 0 }
}

/** The separator that the header holds most of, outside quotation marks; Excel's `sep=;` line is believed. */
async function sniffDelimiter(source: Source, detected: Detected): Promise<Delimiter> {
  const head = await firstLines(source, detected)
  const directive = /^sep=(.)\r?\n/i.exec(head)?.[1]
  const stated = delimiters.find((delimiter) => delimiter === directive)
  if (stated) return stated

  const counts = new Map<string, number>()
  let isQuoted = false
  for (const character of head.trimStart()) {
    if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && (character === '\n' || character === '\r')) break
    else if (!isQuoted) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  const best = delimiters.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0]
  return best ?? ','
}

async function firstLines(source: Source, detected: Detected): Promise<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let head = ''
  for await (const bytes of asUtf8(source, detected)) {
    head += decoder.decode(bytes, { stream: true })
    if (head.length > csvLimits.columns * 200) break
  }
  return head
}

function headerOf(cells: string[], locale: Locale): string[] {
  const header = cells.map((cell) => cell.replace(/[\p{C}\p{Zs}\s]+/gu, ' ').trim())
  while (header.at(-1) === '') header.pop()
  if (header.length <= csvLimits.columns) return header
  throw fileRefused('invalid', 'too_many_columns', { count: header.length, limit: csvLimits.columns }, locale)
}

type Input = { source: Source; detected: Detected; delimiter: Delimiter; locale: Locale }

async function* below(headerRow: number, header: string[], input: Input): AsyncIterable<Row> {
  let rows = 0
  for await (const row of records(input)) {
    if (row.number <= headerRow || isBlank(row)) continue
    if (++rows > csvLimits.rows) {
      throw fileRefused('too_large', 'too_many_rows', { limit: csvLimits.rows }, input.locale)
    }
    const long = row.cells.findIndex((cell) => cell.length > csvLimits.cellCharacters)
    if (long >= 0) throw cellTooLong(row, header[long] || String(long + 1), input.locale)
    yield row
  }
}

const cellTooLong = (row: Row, column: string, locale: Locale) =>
  fileRefused(
    'too_large',
    'cell_too_long',
    { row: row.number, column, limit: csvLimits.cellCharacters },
    locale,
  )

async function* records({ source, detected, delimiter, locale }: Input): AsyncIterable<Row> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    // Ragged rows are refused one by one with their number, and 5" in an unquoted cell is text.
    relax_column_count: true,
    relax_quotes: true,
    // A quotation mark that is never closed stops here instead of swallowing the file.
    max_record_size: 40 * csvLimits.cellCharacters,
  })
  const fed = pipeline(Readable.from(asUtf8(source, detected)), parser)
  // The loop below sees the parser's error; this promise only must not stay unhandled.
  fed.catch(() => {})

  let number = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield { number: ++number, cells }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw notCsv(error, locale)
  } finally {
    parser.destroy()
  }
}

function notCsv(error: CsvError, locale: Locale) {
  // The parser fails ahead of the rows it has handed out, so it is asked how many it finished.
  const row = Number(error.records ?? 0) + 1
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') {
    return fileRefused('invalid', 'quote_not_closed', { row }, locale)
  }
  return fileRefused('invalid', 'unreadable_csv', { row, reason: error.message }, locale)
}

const isBlank = (row: Row) => row.cells.every((cell) => cell.trim() === '')
const isDirective = (row: Row) => row.number === 1 && /^sep=/i.test(row.cells[0] ?? '')
