/** A list as files, `/things.csv` and `/things.xlsx`: the list's own filters and rights, and the same rows in both. */
import type { z } from 'zod'
import { type Access, endpoint, type Endpoint, fileAnswer } from '../http/endpoint.ts'
import type { MessageKey } from '../i18n/keys.ts'
import { createTranslator } from '../i18n/translator.ts'
import type { Context } from '../tenancy/context.ts'
import type { Page } from '../values/shapes.ts'
import { allPages, csvAnswer } from './csv.ts'
import { streamOf } from './stream.ts'
import { type CellKind, xlsx } from './xlsx.ts'

type ExportKey = MessageKey extends infer Key ? (Key extends `export.${infer Name}` ? Name : never) : never

export type FileColumn<Row> = {
  /** The name in CSV, which programs read; people read its text in a spreadsheet's head. */
  key: ExportKey
  kind?: CellKind
  value: (row: Row, ctx: Context) => string | null
}

type ListFiles<Q extends z.ZodType, Row> = {
  /** The list's own path: `/orders`. */
  path: string
  tag: string
  access: Access
  /** What the rows are, after "The list of": `orders`. */
  what: string
  query: Q
  columns: readonly FileColumn<Row>[]
  /** The list's verb: a page of it. */
  list: (ctx: Context, query: z.output<Q>) => Promise<Page<Row>>
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function listFiles<Q extends z.ZodType, Row>(list: ListFiles<Q, Row>): Endpoint[] {
  const { path, tag, access, what, query, columns } = list
  const name = path.slice(path.lastIndexOf('/') + 1)
  const common = { method: 'get', tag, access, query } as const
  async function* cells(ctx: Context, query: z.output<Q>): AsyncGenerator<string[]> {
    const rows = allPages((cursor) =>
      // A page of a file is as long as a page may be.
      list.list(ctx, {
        ...(query as object),
        limit: 500,
        cursor,
        skip: undefined,
        count: undefined,
      } as z.output<Q>),
    )
    for await (const row of rows) yield columns.map(({ value }) => value(row, ctx) ?? '')
  }
  return [
    endpoint({
      ...common,
      path: `${path}.csv`,
      summary: `The list of ${what} as CSV`,
      produces: 'text/csv',
      handle: async (ctx, { query }) =>
        csvAnswer(
          `${name}.csv`,
          columns.map(({ key }) => key),
          cells(ctx, query as z.output<Q>),
        ),
    }),
    endpoint({
      ...common,
      path: `${path}.xlsx`,
      summary: `The list of ${what} as a spreadsheet`,
      produces: spreadsheet,
      handle: async (ctx, { query }) => {
        const t = createTranslator(ctx.locale)
        const sheet = xlsx({
          columns: columns.map(({ key, kind = 'text' }) => ({ label: t(`export.${key}`), kind })),
          rows: cells(ctx, query as z.output<Q>),
          timeZone: ctx.timeZone,
        })
        return fileAnswer(streamOf(sheet), spreadsheet, `${name}.xlsx`)
      },
    }),
  ]
}
