/** Tables and files as pieces of an archive, each with the sum that proves it whole. */
import { createHash, type Hash } from 'node:crypto'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { z } from 'zod'
import type { FileStore } from '../../platform/files/store.ts'
import type { Piece } from './archive.ts'

const pieceSize = 4 * 1024 * 1024

/** Rows and SHA-256 of a table's text; files by their storage key, null where the bytes were missing already. */
export const Totals = z.object({
  tables: z.record(z.string(), z.object({ rows: z.int(), sha256: z.string() })),
  files: z.record(z.string(), z.string().nullable()),
})
export type Totals = z.infer<typeof Totals>

export const noTotals = (): Totals => ({ tables: {}, files: {} })

/** `copy`: PostgreSQL's own text form. `ndjson`: one JSON object a line, for other programs too. */
export type Form = 'copy' | 'ndjson'

// CSV with a quote and a delimiter that JSON never contains leaves the lines as they are.
const ndjson = String.raw`(format csv, quote e'\x01', delimiter e'\x02')`

export function copyStatement(select: string, form: Form): string {
  return form === 'copy'
    ? `copy (${select}) to stdout`
    : `copy (select row_to_json(r) from (${select}) r) to stdout ${ndjson}`
}

/** A table's rows in pieces of whole lines; its rows and sum are noted when it is through. */
export async function* tablePieces(
  client: pg.Client,
  table: string,
  select: string,
  form: Form,
  totals: Totals,
): AsyncGenerator<Piece> {
  const sum = createHash('sha256')
  let [rows, number] = [0, 0]
  const piece = (lines: Buffer): Piece => {
    sum.update(lines)
    return { name: `tables/${table}/${String(++number).padStart(6, '0')}.${form}`, bytes: lines }
  }
  for await (const lines of wholeLines(client, copyStatement(select, form))) {
    rows += countLines(lines)
    yield piece(lines)
  }
  totals.tables[table] = { rows, sha256: sum.digest('hex') }
}

async function* wholeLines(client: pg.Client, statement: string): AsyncGenerator<Buffer> {
  let kept: Buffer[] = []
  let size = 0
  for await (const chunk of client.query(copyTo(statement)) as AsyncIterable<Buffer>) {
    kept.push(chunk)
    size += chunk.length
    if (size < pieceSize) continue
    const all = Buffer.concat(kept)
    const end = all.lastIndexOf(10) + 1
    if (end > 0) yield all.subarray(0, end)
    kept = [all.subarray(end)]
    size = all.length - end
  }
  if (size > 0) yield Buffer.concat(kept)
}

function countLines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++
  return count
}

/** What a table would weigh now: to compare with what was noted. */
export async function weighTable(
  client: pg.Client,
  table: string,
  select: string,
  form: Form,
): Promise<Totals['tables'][string]> {
  const totals = noTotals()
  for await (const piece of tablePieces(client, table, select, form, totals)) void piece
  return totals.tables[table]!
}

/** The bytes of the files; a file that is gone already is noted as such, and never stops a backup. */
export async function* filePieces(
  store: FileStore,
  keys: readonly string[],
  totals: Totals,
): AsyncGenerator<Piece> {
  for (const key of keys) {
    const bytes = await store.get(key)
    totals.files[key] = bytes ? sha256(bytes) : null
    if (bytes) yield { name: `files/${key}`, bytes: Buffer.from(bytes) }
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const jsonPiece = (name: string, value: unknown): Piece => ({
  name,
  bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
})

/** Adds up the pieces of an archive as they pass, for comparing with its totals. */
export class Weight {
  readonly totals = noTotals()
  readonly #sums = new Map<string, Hash>()

  add(piece: Piece): void {
    const [kind, table] = piece.name.split('/', 2) as [string, string]
    if (kind === 'files') this.totals.files[piece.name.slice('files/'.length)] = sha256(piece.bytes)
    if (kind !== 'tables') return
    let sum = this.#sums.get(table)
    if (!sum) this.#sums.set(table, (sum = createHash('sha256')))
    sum.update(piece.bytes)
    const known = this.totals.tables[table] ?? { rows: 0, sha256: '' }
    this.totals.tables[table] = {
      rows: known.rows + countLines(piece.bytes),
      sha256: sum.copy().digest('hex'),
    }
  }

  /** What differs from the totals, in words; none when all is there. */
  differences(wanted: Totals): string[] {
    const empty = sha256(Buffer.alloc(0))
    return [
      ...Object.entries(wanted.tables)
        .filter(([name, { sha256: sum }]) => (this.totals.tables[name]?.sha256 ?? empty) !== sum)
        .map(([name]) => `the table ${name}`),
      ...Object.entries(wanted.files)
        .filter(([key, sum]) => (this.totals.files[key] ?? null) !== sum)
        .map(([key]) => `the file ${key}`),
    ]
  }
}
