/** What a list is told: its columns, filters, views and what can be done with its rows. */
import type { ReactNode } from 'react'
import type { Problem } from '../forms/problem.ts'
import type { PageCursors } from '../parts/pagination.tsx'

export type Column<Row> = {
  /** Its name in stored column choices and, when sortable, in the `sort` parameter. */
  key: string
  label: string
  render: (row: Row) => ReactNode
  align?: 'end'
  /** Sortable; a text is the name in `sort` when it differs from the key. */
  sort?: boolean | string
  /** May not be put away. The first column always stays. */
  always?: boolean
  /** Away until someone wants it. */
  hidden?: boolean
  /** Its place on a phone's card; the first column is the title and others are lines when not given. */
  card?: 'title' | 'aside' | 'line' | 'none'
}

export type Filter =
  | { kind: 'select'; name: string; label: string; options: readonly { value: string; label: string }[] }
  /** Two parameters, by default `from` and `to`, as days. */
  | { kind: 'dates'; label: string; names?: readonly [string, string] }
  | { kind: 'numbers'; label: string; names: readonly [string, string]; unit?: string }
  /** `true` or absent. */
  | { kind: 'flag'; name: string; label: string }

export type SavedView = {
  id: string
  name: string
  /** A query without `?` and cursor. */ query: string
  mayDelete?: boolean
}

export type BulkAction = {
  /** Sent as `intent`, beside every chosen row's `id`. */
  name: string
  label: string
  icon?: ReactNode
  tone?: 'quiet' | 'danger'
  /** Asked before it is sent. */
  confirm?: { title: string; text: (count: number) => string }
}

export type ListProps<Row> = {
  /** Names this list in the browser's memory (columns). */
  name: string
  /** What the rows are: "Orders". Read out as the table's name. */
  caption: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** What the row is called when it is chosen: "Order 1042". */
  rowLabel: (row: Row) => string
  rowHref?: (row: Row) => string
  columns: readonly Column<Row>[]
  page: PageCursors
  /** The number of all rows, when it was counted. */
  total?: number | null
  filters?: readonly Filter[]
  /** The search field's label, or false for lists without one. */
  search?: string | false
  bulk?: readonly BulkAction[]
  /** Bulk actions may be asked for everything that matches: `all=true` is then sent instead of ids. */
  bulkAll?: boolean
  /** Paths such as `/api/v1/orders.csv`; the list's own filters are added to them. */
  exports?: readonly { path: string; label: string }[]
  /** Saving posts `intent=save-view`, `name`, `query` to `action`; deleting `intent=delete-view`, `id`. */
  views?: { items: readonly SavedView[]; action: string }
  /** Buttons beside the title line: "New order". */
  actions?: ReactNode
  /** What the page is for and the next step, when there is nothing at all. */
  empty: ReactNode
  /** The rows are on their way. */
  loading: boolean
  /** Why they could not be read. */
  error: Problem | null
  /** Instead of the browser's memory: the columns shown and what to do when the choice changes. */
  columnChoice?: { shown: readonly string[] | null; onChange: (keys: readonly string[]) => void }
}
