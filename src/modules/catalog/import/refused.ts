/** The file of refused rows: as they were, with a Problem column, to be mended and imported again. */
import type { Locale } from '../../../platform/values/shapes.ts'
import type { Delimiter, Row } from './csv.ts'
import { csvLine, csvStart } from './csv-write.ts'
import { guardCell } from './formulas.ts'
import { type Problem, problemMessage } from './problems.ts'

const problemHeader = 'Problem'

type Refusal = { rows: Row[]; problems: Problem[] }
type Original = { header: readonly string[]; delimiter: Delimiter }

/** Every row of a refused product is there, the faultless ones with the number of the row that brought them down. */
export async function* writeRefused(
  refusals: AsyncIterable<Refusal> | Iterable<Refusal>,
  { header, delimiter }: Original,
  locale: Locale,
): AsyncIterable<string> {
  // A file that was mended once and failed again has the column already.
  const old = header.findIndex((name) => name.toLowerCase() === problemHeader.toLowerCase())
  const without = (cells: readonly string[]) => (old < 0 ? cells : cells.toSpliced(old, 1))
  yield csvStart + csvLine([...without(header), problemHeader], delimiter)
  for await (const refusal of refusals) {
    const lines = refusal.rows.map((row) => {
      // A ragged row keeps its cells; the problem still stands under its own header when it can.
      const cells = Array.from(
        { length: Math.max(header.length, row.cells.length) },
        (_, at) => row.cells[at] ?? '',
      )
      const text = problemText(row, refusal.problems, locale)
      return csvLine(
        [...without(cells.slice(0, header.length)), text, ...cells.slice(header.length)].map(guardCell),
        delimiter,
      )
    })
    yield lines.join('')
  }
}

function problemText(row: Row, problems: Problem[], locale: Locale): string {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const own = errors.filter((problem) => problem.row === row.number)
  if (own.length > 0) {
    return own.map(({ column, code, params }) => said(column, problemMessage(code, params, locale))).join(' ')
  }
  return problemMessage('refused_with', { row: errors[0]?.row ?? row.number }, locale)
}

const said = (column: string, message: string): string => (column === '' ? message : `${column}: ${message}`)
