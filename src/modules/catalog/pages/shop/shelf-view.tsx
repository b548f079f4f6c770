/** A shelf with its filters, its order and its way on: what category, search and producer pages have in common. */
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { Link, useFetcher, useLocation, useNavigation, useSearchParams } from 'react-router'
import { useT } from '../../../../ui/i18n.tsx'
import { EmptyState } from '../../../../ui/layouts/empty-state.tsx'
import { LinkButton } from '../../../../ui/parts/button.tsx'
import { CardGrid } from './card-grid.tsx'
import { Filters, filtersId, useAttributeName, useValueText } from './filters.tsx'
import type { Shelf } from './shelf.ts'
import { offeredSorts } from './sorts.ts'

type ShelfViewProps = {
  shelf: Shelf
  isCategory?: boolean
  isProducer?: boolean
  /** When nothing is here, and not because of a filter. */
  empty: ReactNode
}

export function ShelfView({ shelf, isCategory, isProducer, empty }: ShelfViewProps) {
  const t = useT()
  const { search } = useLocation()
  const navigation = useNavigation()
  const isFiltered = Object.keys(shelf.chosen).some((name) => !own(name, { isCategory, isProducer }))
  if (shelf.total === 0 && !isFiltered) return empty
  return (
    <div className="shelf" aria-busy={navigation.state === 'loading' || undefined}>
      <details className="shelf-side">
        <summary className="btn btn-quiet">
          <SlidersHorizontal aria-hidden />
          {t('ui.filters')}
        </summary>
        <Filters
          choices={shelf.choices}
          chosen={shelf.chosen}
          isCategory={isCategory}
          isProducer={isProducer}
        />
      </details>
      <div className="shelf-main">
        <div className="shelf-bar">
          <output>{t('catalog.found', { count: shelf.total })}</output>
          <Sort chosen={shelf.chosen['sort']} isSearch={'q' in shelf.chosen} />
        </div>
        <Chosen shelf={shelf} isCategory={isCategory} isProducer={isProducer} />
        {shelf.total === 0 ? (
          <EmptyState title={t('ui.nothingFound')} text={t('ui.nothingFoundText')} actions={<ClearAll />} />
        ) : (
          <Pages key={search} shelf={shelf} />
        )}
      </div>
    </div>
  )
}

/** What the page fixes, or what is no filter. */
const own = (name: string, page: Pick<ShelfViewProps, 'isCategory' | 'isProducer'>): boolean =>
  ['q', 'sort', 'cursor'].includes(name) ||
  (name === 'category' && page.isCategory === true) ||
  (name === 'producer' && page.isProducer === true)

function Sort({ chosen, isSearch }: { chosen?: string; isSearch: boolean }) {
  const t = useT()
  return (
    <label className="shelf-sort">
      <span>{t('catalog.sort')}</span>
      <select
        name="sort"
        form={filtersId}
        key={chosen}
        defaultValue={chosen ?? offeredSorts[0]}
        className="input select"
        // It stands outside of the form that it belongs to, whose handler therefore does not hear it.
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      >
        {offeredSorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(sort === 'relevance' && !isSearch ? 'catalog.sort_popular' : `catalog.sort_${sort}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What is chosen, each with a way to take it away. */
function Chosen({ shelf, ...page }: { shelf: Shelf } & Pick<ShelfViewProps, 'isCategory' | 'isProducer'>) {
  const t = useT()
  const [query] = useSearchParams()
  const { pathname } = useLocation()
  const attributeName = useAttributeName()
  const valueText = useValueText()
  const labels = new Map(
    [...shelf.choices.categories, ...shelf.choices.producers].map(({ value, label }) => [value, label]),
  )
  const without = (name: string, value: string) => {
    const left = new URLSearchParams(query)
    const values = left.getAll(name).flatMap((one) => one.split(','))
    left.delete(name)
    left.delete('cursor')
    for (const one of values) if (one !== value) left.append(name, one)
    return `${pathname}?${left}`
  }
  const labelOf = (name: string, value: string): string => {
    if (name === 'inStock') return t('catalog.inStockOnly')
    if (name === 'priceMin' || name === 'priceMax') return `${t(`catalog.${name}`)} ${value}`
    if (name.startsWith('attr.') && value === 'true') return attributeName(name.slice(5))
    return labels.get(value) ?? valueText(value)
  }
  const chips = Object.entries(shelf.chosen)
    .filter(([name]) => !own(name, page))
    .flatMap(([name, values]) =>
      values.split(',').map((value) => ({ name, value, label: labelOf(name, value) })),
    )
  if (chips.length === 0) return null
  return (
    <ul className="chips" aria-label={t('ui.activeFilters')}>
      {chips.map(({ name, value, label }) => (
        <li key={name + value}>
          <Link
            to={without(name, value)}
            className="chip"
            aria-label={`${t('ui.removeFilter')}: ${label}`}
            preventScrollReset
          >
            {label}
            <X aria-hidden />
          </Link>
        </li>
      ))}
      <li>
        <ClearAll />
      </li>
    </ul>
  )
}

function ClearAll() {
  const t = useT()
  const [query] = useSearchParams()
  const { pathname } = useLocation()
  const q = query.get('q')
  return (
    <Link
      to={q ? `${pathname}?${new URLSearchParams({ q })}` : pathname}
      className="link chip-clear"
      preventScrollReset
    >
      {t('ui.clearFilters')}
    </Link>
  )
}

/** What comes next is added below; before the page is awake it is a page of its own. */
function Pages({ shelf }: { shelf: Shelf }) {
  const t = useT()
  const addressOf = useAddressOf()
  return (
    <>
      <CardGrid cards={shelf.cards} priority />
      {!shelf.isFirst && (
        <div className="shelf-more">
          <LinkButton to={addressOf(null)}>{t('ui.firstPage')}</LinkButton>
        </div>
      )}
      {shelf.next && <More address={addressOf(shelf.next)} />}
    </>
  )
}

function useAddressOf() {
  const [query] = useSearchParams()
  const { pathname } = useLocation()
  return (cursor: string | null) => {
    const changed = new URLSearchParams(query)
    changed.delete('cursor')
    if (cursor) changed.set('cursor', cursor)
    return `${pathname}?${changed}`
  }
}

function More({ address }: { address: string }) {
  const t = useT()
  const addressOf = useAddressOf()
  const fetcher = useFetcher<{ shelf: Shelf }>()
  const shelf = fetcher.data?.shelf
  if (shelf) {
    return (
      <>
        <div className="shelf-next" ref={focusFirst}>
          <CardGrid cards={shelf.cards} />
        </div>
        {shelf.next && <More address={addressOf(shelf.next)} />}
      </>
    )
  }
  const isLoading = fetcher.state !== 'idle'
  return (
    <div className="shelf-more">
      <LinkButton
        to={address}
        rel="next"
        aria-busy={isLoading || undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          if (!isLoading) void fetcher.load(address)
        }}
      >
        {t(isLoading ? 'ui.loading' : 'catalog.showMore')}
      </LinkButton>
    </div>
  )
}

/** The button that was pressed is gone: the keyboard goes on with the first of what has come. */
const focusFirst = (list: HTMLElement | null) => list?.querySelector('a')?.focus({ preventScroll: true })
