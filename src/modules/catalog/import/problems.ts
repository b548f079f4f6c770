/** Problems of an import, each tied to a row and a cell and said in the reader's language. */
import { AppError, type ErrorKind } from '../../../platform/http/app-error.ts'
import type { Locale } from '../../../platform/values/shapes.ts'
import { type ProblemCode, problemTexts, type Severity } from './problem-texts.ts'

export type Params = Record<string, string | number>

/** `row` counts as a spreadsheet does: the header is usually row 1. `column` is the header's text, '' for a whole row. */
export type Problem = {
  row: number
  column: string
  value: string
  code: ProblemCode
  params: Params
  message: string
  severity: Severity
}

const longestValue = 200

export function problemOf(
  at: { row: number; column: string; value: string },
  code: ProblemCode,
  params: Params,
  locale: Locale,
): Problem {
  const short = at.value.length > longestValue ? `${at.value.slice(0, longestValue)}…` : at.value
  const safe = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, storable(value)]))
  return {
    row: at.row,
    column: at.column,
    value: storable(short),
    code,
    params: safe,
    message: problemMessage(code, safe, locale),
    severity: problemTexts[code].severity,
  }
}

// Problems are kept in the database, which takes neither zero bytes nor half a surrogate pair, and quote what is broken.
const storable = <T extends string | number>(value: T): T | string =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value

/** The sentence again, for a screen in another language than the import ran in. */
export function problemMessage(code: ProblemCode, params: Params, locale: Locale): string {
  return problemTexts[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
}

/** Refuses the whole file: nothing in it can be trusted or held. */
export function fileRefused(kind: ErrorKind, code: ProblemCode, params: Params, locale: Locale): AppError {
  return new AppError(kind, problemMessage(code, params, locale), { code, details: params })
}
