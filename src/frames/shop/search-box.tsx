/**
 * The search field: a plain form that suggests while one types (WAI-ARIA combobox with a list). The suggestions are
 * places to go to: categories, producers, products, and last all results.
 */
// A datalist can neither show a picture nor lead anywhere; the keys are the field's, which names the option that is meant.
/* eslint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events */
import Search from 'lucide-react/icons/search'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Form, useLocation, useNavigate, useSearchParams } from 'react-router'
import type { MoneyValue } from '../../platform/i18n/format.ts'
import { useFormat, useT } from '../../ui/i18n.tsx'
import { Photo } from './photo.tsx'

type Named = { slug: string; name: string }
type Product = Named & { coverFileId: string | null; priceFrom: MoneyValue | null; producer: Named }
type Answer = { products: Product[]; categories: Named[]; producers: Named[] }
type Option = { to: string; name: string; detail?: string; photo?: string | null; price?: MoneyValue | null }

const waitMs = 140
const fewest = 2

/** Wherever one has gone, the question is answered: each page begins with a field of its own. */
export const SearchBox = () => <SearchField key={useLocation().key} />

function SearchField() {
  const t = useT()
  const { money } = useFormat()
  const navigate = useNavigate()
  const listId = useId()
  const [query] = useSearchParams()
  const { pathname } = useLocation()
  const shown = pathname === '/search' ? (query.get('q') ?? '') : ''
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const answer = useSuggestions(typed)
  const options = optionsOf(answer, typed, t('catalog.suggestAll', { q: typed }))
  const isShown = isOpen && options.length > 0
  const box = useRef<HTMLInputElement>(null)

  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const go = (to: string) => {
    close()
    box.current?.blur()
    void navigate(to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isShown) {
      event.preventDefault()
      return close()
    }
    if (event.key === 'Enter' && isShown && options[active]) {
      event.preventDefault()
      return go(options[active].to)
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || options.length === 0) return
    event.preventDefault()
    setOpen(true)
    // Past either end one is in the field again.
    setActive((at) => ((at + step + 1 + options.length + 1) % (options.length + 1)) - 1)
  }
  return (
    <search className="shop-search">
      <Form action="/search" onSubmit={close}>
        <input
          ref={box}
          type="search"
          name="q"
          className="input"
          role="combobox"
          aria-label={t('ui.search')}
          aria-expanded={isShown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isShown && active >= 0 ? `${listId}-${active}` : undefined}
          autoComplete="off"
          placeholder={t('ui.searchShop')}
          defaultValue={shown}
          enterKeyHint="search"
          maxLength={100}
          onChange={(event) => {
            setTyped(event.target.value.trim())
            setActive(-1)
            setOpen(true)
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        <button type="submit" className="shop-search-go" aria-label={t('ui.search')}>
          <Search aria-hidden />
        </button>
      </Form>
      <div
        id={listId}
        role="listbox"
        aria-label={t('catalog.suggestions')}
        className="suggest"
        hidden={!isShown}
      >
        {isShown &&
          options.map((option, index) => (
            <div
              key={option.to}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              // Before the field loses the focus and the list closes.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => go(option.to)}
            >
              {option.photo !== undefined && <Photo file={option.photo} alt="" sizes="3rem" />}
              <span>
                {option.name}
                {option.detail && <small>{option.detail}</small>}
              </span>
              {option.price && <span className="money">{money(option.price)}</span>}
            </div>
          ))}
      </div>
      <output className="sr-only">
        {isShown ? t('catalog.suggestionCount', { count: options.length }) : ''}
      </output>
    </search>
  )
}

/** Asks a moment after the last letter; an answer that comes too late is not shown. */
function useSuggestions(typed: string): Answer | null {
  const [found, setFound] = useState<Answer | null>(null)
  const isAsking = typed.length >= fewest
  useEffect(() => {
    if (!isAsking) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const url = `/api/v1/products/suggestions?limit=6&q=${encodeURIComponent(typed)}`
      const answer = await fetch(url, { signal: stop.signal }).catch(() => null)
      if (answer?.ok) setFound((await answer.json()) as Answer)
    }, waitMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [typed, isAsking])
  return isAsking ? found : null
}

function optionsOf(answer: Answer | null, typed: string, all: string): Option[] {
  if (!answer) return []
  const { products, categories, producers } = answer
  const places = [
    ...categories.map(({ slug, name }) => ({ to: `/categories/${slug}`, name })),
    ...producers.map(({ slug, name }) => ({ to: `/producers/${slug}`, name })),
  ]
  const goods = products.map(({ slug, name, producer, coverFileId, priceFrom }) => ({
    to: `/products/${slug}`,
    name,
    detail: producer.name,
    photo: coverFileId,
    price: priceFrom,
  }))
  const some = [...places, ...goods]
  return some.length > 0 ? [...some, { to: `/search?q=${encodeURIComponent(typed)}`, name: all }] : []
}
