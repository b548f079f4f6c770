/** The rows themselves: a table on the desk, cards on the phone, the same elements in both. */
// The roles are said again because some browsers take them from a table that is laid out as cards.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/control-has-associated-label */
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import type { RefObject } from 'react'
import { Link, useSearchParams } from 'react-router'
import { cx } from '../cx.ts'
import { useT } from '../i18n.tsx'
import type { Column, ListProps } from './list-types.ts'
import { changedQuery, nextSort } from './query.ts'
import { useListKeys } from './use-list-keys.ts'
import type { Selection } from './use-selection.ts'

type ListTableProps<Row> = Pick<ListProps<Row>, 'caption' | 'rows' | 'rowKey' | 'rowLabel' | 'rowHref'> & {
  list: RefObject<HTMLElement | null>
  columns: readonly Column<Row>[]
  /** Null when nothing can be done with several rows. */
  selection: Selection | null
  bulkFormId: string
  isBusy: boolean
}

export function ListTable<Row>(props: ListTableProps<Row>) {
  const { list, caption, rows, rowKey, rowLabel, rowHref, columns, selection, bulkFormId, isBusy } = props
  const t = useT()
  const keys = rows.map(rowKey)
  const { active, setActive, onRowKey } = useListKeys({ list, keys, selection })
  return (
    <div className="list-scroll" data-busy={isBusy || undefined}>
      <table className="list-table" role="table" aria-busy={isBusy || undefined}>
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {selection && (
              <th role="columnheader" scope="col" className="list-tick">
                <label className="tick-target needs-js">
                  <span className="sr-only">{t('ui.chooseAllRows')}</span>
                  <input
                    type="checkbox"
                    checked={selection.isAll}
                    ref={(box) => {
                      if (box) box.indeterminate = selection.count > 0 && !selection.isAll
                    }}
                    onChange={selection.toggleAll}
                  />
                </label>
              </th>
            )}
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => {
            const key = keys[index]!
            const isChosen = selection?.has(key) ?? false
            return (
              <tr
                key={key}
                role="row"
                data-row
                data-chosen={isChosen || undefined}
                tabIndex={index === active ? 0 : -1}
                onFocus={() => setActive(index)}
                onKeyDown={(event) => onRowKey(event, index)}
              >
                {selection && (
                  <td role="cell" className="list-tick">
                    <label className="tick-target">
                      <span className="sr-only">{t('ui.chooseRow', { row: rowLabel(row) })}</span>
                      <input
                        type="checkbox"
                        name="id"
                        value={key}
                        form={bulkFormId}
                        checked={isChosen}
                        onChange={(event) =>
                          selection.toggle(key, (event.nativeEvent as MouseEvent).shiftKey)
                        }
                      />
                    </label>
                  </td>
                )}
                {columns.map((column, place) => (
                  <td
                    key={column.key}
                    role="cell"
                    className={cellClass(column, place)}
                    data-label={column.label}
                  >
                    {place === 0 && rowHref ? (
                      <Link to={rowHref(row)} className="row-link" data-row-link>
                        {column.render(row)}
                      </Link>
                    ) : (
                      column.render(row)
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const cellClass = <Row,>(column: Column<Row>, place: number): string =>
  cx(column.align === 'end' && 'cell-end', `cell-${column.card ?? (place === 0 ? 'title' : 'line')}`)

function Head<Row>({ column }: { column: Column<Row> }) {
  const [query] = useSearchParams()
  const current = query.get('sort')
  const name = typeof column.sort === 'string' ? column.sort : column.key
  const direction = current === name ? 'ascending' : current === `-${name}` ? 'descending' : undefined
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp
  return (
    <th
      role="columnheader"
      scope="col"
      className={cx(column.align === 'end' && 'cell-end')}
      aria-sort={direction ?? (column.sort ? 'none' : undefined)}
    >
      {column.sort ? (
        <Link
          to={`?${changedQuery(query, { sort: nextSort(current, name) })}`}
          className="sort"
          replace
          preventScrollReset
        >
          {column.label}
          <Arrow aria-hidden data-on={direction !== undefined} />
        </Link>
      ) : (
        column.label
      )}
    </th>
  )
}
