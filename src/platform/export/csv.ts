/** Lists as CSV files, written while they are read: memory stays flat however long the list is. */
import { fileAnswer, type Answer } from '../http/endpoint.ts'
import { streamOf } from './stream.ts'

/** Opens in every spreadsheet: byte order mark, CRLF, quotation marks where needed, and nothing that runs as a formula. */
export function csvAnswer(
  name: string,
  header: readonly string[],
  rows: AsyncIterable<readonly string[]>,
): Answer {
  return csvFile(name, csvLines(header, rows))
}

/** Lines that are CSV already, as a file. */
export const csvFile = (name: string, lines: AsyncIterable<string>): Answer =>
  fileAnswer(streamOf(encoded(lines)), 'text/csv; charset=utf-8', name)

async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const line of lines) yield encoder.encode(line)
}

const chunkSize = 16_384

async function* csvLines(
  header: readonly string[],
  rows: AsyncIterable<readonly string[]>,
): AsyncGenerator<string> {
  let chunk = `\ufeff${csvLine(header)}`
  for await (const row of rows) {
    chunk += csvLine(row)
    if (chunk.length < chunkSize) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(text: string): string {
  // OWASP's list of what a spreadsheet takes for the beginning of a formula.
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /["\r\n,;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** All pages of a list, one after the other, each in a reading of its own. */
export async function* allPages<T>(
  list: (cursor: string | undefined) => Promise<{ data: T[]; page: { next: string | null } }>,
): AsyncGenerator<T> {
  let cursor: string | undefined
  do {
    const { data, page } = await list(cursor)
    yield* data
    cursor = page.next ?? undefined
  } while (cursor)
}
