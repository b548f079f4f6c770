/** The walk through the shop: who sells, search, categories, account and basket above; the small print below. */
import MenuIcon from 'lucide-react/icons/menu'
import Search from 'lucide-react/icons/search'
import ShoppingBasket from 'lucide-react/icons/shopping-basket'
import User from 'lucide-react/icons/user'
import type { ReactNode } from 'react'
import { Form, Link, NavLink, useSearchParams } from 'react-router'
import { useT } from '../i18n.tsx'
import { type Brand, BrandLink } from './brand.tsx'
import { LanguageSwitch, type Theme, ThemeSwitch } from './display-switches.tsx'
import { Menu } from './menu.tsx'

export type NavLinkItem = { to: string; label: string }

export type ShopLayoutProps = {
  brand: Brand
  /** The main categories, in order; a phone shows them in the drawer. */
  categories: readonly NavLinkItem[]
  /** Who is signed in, or null. */
  account: { name: string } | null
  /** Further places for this person: "Orders", "Back office". */
  accountLinks?: readonly NavLinkItem[]
  cartCount: number
  theme: Theme
  /** Groups of links below: about, terms, help. */
  footer: readonly { title: string; links: readonly NavLinkItem[] }[]
  /** Below everything: company, VAT number, address. */
  imprint?: ReactNode
  links?: Partial<typeof shopLinks>
  /** A search field of the page's own, with suggestions for instance. */
  search?: ReactNode
  children: ReactNode
}

/** Where the layout's own links lead. */
export const shopLinks = {
  home: '/',
  search: '/search',
  cart: '/cart',
  account: '/account',
  signIn: '/sign-in',
}

export function ShopLayout(props: ShopLayoutProps) {
  const { brand, categories, account, cartCount, theme, footer, imprint, children } = props
  const t = useT()
  const links = { ...shopLinks, ...props.links }
  const accountLink = account ? links.account : links.signIn
  const accountLabel = account ? t('ui.account') : t('ui.signIn')
  return (
    <div className="shop">
      <a href="#main" className="skip">
        {t('ui.skip')}
      </a>
      <header className="shop-head">
        <div className="shop-bar wrap">
          <Menu
            className="drawer narrow-only"
            buttonClass="btn btn-ghost btn-icon"
            label={t('ui.menu')}
            button={<MenuIcon aria-hidden />}
          >
            <div className="drawer-panel">
              <nav aria-label={t('ui.categories')}>
                <NavList items={categories} />
              </nav>
              <nav aria-label={t('ui.account')}>
                <NavList
                  items={[
                    { to: accountLink, label: account?.name ?? accountLabel },
                    ...(props.accountLinks ?? []),
                  ]}
                />
              </nav>
              <LanguageSwitch />
              <ThemeSwitch theme={theme} />
            </div>
          </Menu>
          <BrandLink brand={brand} to={links.home} />
          {props.search ?? <SearchBox action={links.search} />}
          <div className="shop-tools">
            <div className="wide-only">
              <LanguageSwitch />
            </div>
            <Link to={accountLink} className="btn btn-ghost shop-tool wide-only">
              <User aria-hidden />
              {accountLabel}
            </Link>
            <Link to={links.cart} className="btn btn-ghost shop-tool">
              <ShoppingBasket aria-hidden />
              <span className="cart-word">{t('ui.cart')}</span>
              {cartCount > 0 && (
                <>
                  <span className="cart-count">{cartCount}</span>
                  <span className="sr-only">{t('ui.cartItems', { count: cartCount })}</span>
                </>
              )}
            </Link>
          </div>
        </div>
        <nav className="shop-nav wrap wide-only" aria-label={t('ui.categories')}>
          <NavList items={categories} />
        </nav>
      </header>
      <main id="main" className="shop-main" tabIndex={-1}>
        {children}
      </main>
      <footer className="shop-foot">
        <div className="wrap shop-foot-grid">
          <div className="shop-foot-brand">
            <BrandLink brand={brand} to={links.home} />
            {imprint && <div className="shop-imprint">{imprint}</div>}
          </div>
          {footer.map((group) => (
            <nav key={group.title} aria-label={group.title}>
              <p className="shop-foot-title">{group.title}</p>
              <NavList items={group.links} />
            </nav>
          ))}
          <div className="shop-foot-switches">
            <LanguageSwitch />
            <ThemeSwitch theme={theme} />
          </div>
        </div>
      </footer>
    </div>
  )
}

const NavList = ({ items }: { items: readonly NavLinkItem[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item.to}>
        <NavLink to={item.to} prefetch="intent">
          {item.label}
        </NavLink>
      </li>
    ))}
  </ul>
)

function SearchBox({ action }: { action: string }) {
  const t = useT()
  const [query] = useSearchParams()
  return (
    <search className="shop-search">
      <Form action={action}>
        <input
          type="search"
          name="q"
          className="input"
          aria-label={t('ui.search')}
          placeholder={t('ui.searchShop')}
          defaultValue={query.get('q') ?? ''}
          key={query.get('q')}
          enterKeyHint="search"
        />
        <button type="submit" className="shop-search-go" aria-label={t('ui.search')}>
          <Search aria-hidden />
        </button>
      </Form>
    </search>
  )
}
