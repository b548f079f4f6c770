/** Collects the problems of one product's rows; a refused cell is noted and reading goes on, so that all show at once. */
import type { Locale } from '../../../platform/values/shapes.ts'
import type { Row } from './csv.ts'
import type { ProblemCode } from './problem-texts.ts'
import { type Params, type Problem, problemOf } from './problems.ts'

export type Report = {
  problems: Problem[]
  note(row: Row, at: number | null, code: ProblemCode, params?: Params): void
  hasErrors(): boolean
}

/** `at` of a note is the column's place; null speaks of the whole row. */
export function newReport(header: readonly string[], locale: Locale): Report {
  const problems: Problem[] = []
  return {
    problems,
    note(row, at, code, params = {}) {
      const column = at === null ? '' : (header[at] ?? '')
      const value = at === null ? '' : (row.cells[at] ?? '')
      problems.push(problemOf({ row: row.number, column, value }, code, params, locale))
    },
    hasErrors: () => problems.some((problem) => problem.severity === 'error'),
  }
}
