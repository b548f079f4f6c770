/**
 * The one list: search, filters, order and page live in the address; views, columns, bulk actions, keyboard and
 * files around it. Without JavaScript it is a table with a GET form and a POST form.
 */
import { type RefObject, useId, useRef } from 'react'
import { useLocation, useNavigation, useSearchParams } from 'react-router'
import { useT } from '../i18n.tsx'
import { EmptyState } from '../layouts/empty-state.tsx'
import { TableSkeleton } from '../layouts/skeleton.tsx'
import { LinkButton } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { Pagination } from '../parts/pagination.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { FilterChips, narrowing } from './filter-chips.tsx'
import { ListFilters } from './list-filters.tsx'
import { ListTable } from './list-table.tsx'
import { ColumnMenu, ExportMenu, KeysMenu } from './list-tools.tsx'
import type { ListProps } from './list-types.ts'
import { ListViews } from './list-views.tsx'
import { changedQuery } from './query.ts'
import { useColumns } from './use-columns.ts'
import { useSelection } from './use-selection.ts'

export function List<Row>(props: ListProps<Row>) {
  const { filters = [], search = false, views, rows, total } = props
  const t = useT()
  const frame = useRef<HTMLDivElement>(null)
  const [query] = useSearchParams()
  const { shown, choose } = useColumns(props.name, props.columns, props.columnChoice)

  const isNarrowed = narrowing(filters).some((name) => query.get(name))
  const isEmpty = rows.length === 0 && !props.loading && !props.error
  // Nothing at all: tools for nothing would only stand in the way of the next step.
  const isBare = isEmpty && !isNarrowed && !query.has('cursor')
  if (isBare && !views) return props.empty

  return (
    <div ref={frame} className="list">
      {views && <ListViews views={views} caption={props.caption} />}
      <div className="list-bar">
        <ListFilters filters={filters} search={search} />
        <div className="list-tools">
          <ColumnMenu columns={props.columns} shown={shown} choose={choose} />
          {props.exports && <ExportMenu exports={props.exports} />}
          <KeysMenu />
          {props.actions}
        </div>
      </div>
      <FilterChips filters={filters} />
      {props.error ? (
        <ListError error={props.error} />
      ) : props.loading ? (
        <TableSkeleton columns={shown.length} />
      ) : isBare ? (
        props.empty
      ) : isEmpty ? (
        <FilteredEmpty names={narrowing(filters)} />
      ) : (
        <Rows {...props} columns={shown} frame={frame} />
      )}
      {total !== undefined && total !== null && total > 0 && (
        <p className="list-total">{t('ui.total', { count: total })}</p>
      )}
      <Pagination {...props.page} />
    </div>
  )
}

function Rows<Row>({ frame, ...props }: ListProps<Row> & { frame: RefObject<HTMLElement | null> }) {
  const bulkFormId = useId()
  const { pathname } = useLocation()
  const navigation = useNavigation()
  const chosen = useSelection(props.rows.map(props.rowKey))
  const selection = props.bulk?.length ? chosen : null
  const isBusy = navigation.state === 'loading' && navigation.location.pathname === pathname
  const hasMore = Boolean(props.page.next || props.page.previous)
  return (
    <>
      <ListTable {...props} list={frame} {...{ selection, bulkFormId, isBusy }} />
      {selection && (
        <BulkBar
          id={bulkFormId}
          actions={props.bulk!}
          selection={selection}
          all={{ may: Boolean(props.bulkAll) && hasMore, total: props.total }}
        />
      )}
    </>
  )
}

function FilteredEmpty({ names }: { names: readonly string[] }) {
  const t = useT()
  const [query] = useSearchParams()
  const cleared = changedQuery(query, Object.fromEntries(names.map((name) => [name, null])))
  return (
    <EmptyState
      title={t('ui.nothingFound')}
      text={t('ui.nothingFoundText')}
      actions={<LinkButton to={`?${cleared}`}>{t('ui.clearFilters')}</LinkButton>}
    />
  )
}

function ListError({ error }: { error: NonNullable<ListProps<never>['error']> }) {
  const t = useT()
  const { pathname, search } = useLocation()
  return (
    <Notice
      tone="bad"
      title={error.title}
      announce
      actions={
        <LinkButton to={pathname + search} size="small" reloadDocument>
          {t('ui.tryAgain')}
        </LinkButton>
      }
    >
      {error.detail}
      {error.requestId && <p className="error-request">{t('ui.requestId', { id: error.requestId })}</p>}
    </Notice>
  )
}
