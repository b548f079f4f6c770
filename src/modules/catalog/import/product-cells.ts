/** Cells that belong to the product while the file repeats, or leaves blank, them on every row of it. */
import type { Row } from './csv.ts'
import type { Fields } from './fields.ts'

export type WholeCell = { row: Row; text: string }

/** Undefined when there is no such column; the first row and '' when no row has a value. */
export type WholeCells<F extends string> = (field: F, limit?: number) => WholeCell | undefined

/**
 * The first value counts. A later row that says otherwise is noted; about the name it is refused, because then two
 * products may have been given one key.
 */
export function wholeCells<F extends string>(
  rows: Row[],
  fields: Fields<F>,
  names: readonly F[],
): WholeCells<F> {
  return (field, limit = Number.MAX_SAFE_INTEGER) => {
    const first = rows[0]
    if (!fields.has(field) || !first) return undefined
    let kept: WholeCell | undefined
    for (const row of rows) {
      const text = fields.text(row, field, limit) ?? ''
      if (text === '') continue
      kept ??= { row, text }
      if (text === kept.text) continue
      const earlier = kept.text.slice(0, 60)
      if (names.includes(field))
        fields.note(row, field, 'conflicting_name', { row: kept.row.number, name: earlier })
      else fields.note(row, field, 'conflicting_value', { row: kept.row.number, value: earlier })
    }
    return kept ?? { row: first, text: '' }
  }
}
