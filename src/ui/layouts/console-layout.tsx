/** The room behind the counter: places on the side, the palette above; on a phone a bar at the thumb. */
import MenuIcon from 'lucide-react/icons/menu'
import Search from 'lucide-react/icons/search'
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { Form, NavLink } from 'react-router'
import { useT } from '../i18n.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { type Brand, BrandLink } from './brand.tsx'
import { LanguageSwitch, type Theme, ThemeSwitch } from './display-switches.tsx'
import { Menu } from './menu.tsx'
import type { NavLinkItem } from './shop-layout.tsx'

export type ConsoleNavItem = NavLinkItem & {
  icon: ComponentType<{ 'aria-hidden'?: boolean }>
  /** What waits there. */
  count?: number
  /** One of up to four on a phone's bar. */
  main?: boolean
  /** Active on this very path only. */
  end?: boolean
}

export type PaletteAction = { id: string; label: string; to: string }

export type ConsoleLayoutProps = {
  brand: Brand
  home: string
  groups: readonly { label: string; items: readonly ConsoleNavItem[] }[]
  account: { name: string; email: string | null; role: string }
  accountLinks: readonly NavLinkItem[]
  /** Posted to sign out. */
  signOutAction: string
  theme: Theme
  /** The address that answers `?q=` with `{ data: PaletteRecord[] }`; pages and `actions` are always there. */
  palette: { recordsUrl: string; actions: readonly PaletteAction[] }
  /** In the top bar: a `LiveDot`, a switch of organisation. */
  tools?: ReactNode
  children: ReactNode
}

const CommandPalette = lazy(() => import('../console/command-palette.tsx'))

export function ConsoleLayout(props: ConsoleLayoutProps) {
  const { brand, home, groups, account, accountLinks, theme, palette, tools, children } = props
  const t = useT()
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      setPaletteOpen((isOpen) => !isOpen)
    }
    document.addEventListener('keydown', open)
    return () => document.removeEventListener('keydown', open)
  }, [])

  const items = groups.flatMap((group) => group.items)
  const thumb = items.filter((item) => item.main).slice(0, 4)
  const nav = groups.map((group) => (
    <div key={group.label} className="side-group">
      <p className="side-title">{group.label}</p>
      <ul>
        {group.items.map((item) => (
          <li key={item.to}>
            <SideLink item={item} />
          </li>
        ))}
      </ul>
    </div>
  ))
  return (
    <div className="console">
      <a href="#main" className="skip">
        {t('ui.skip')}
      </a>
      <aside className="side wide-only">
        <BrandLink brand={brand} to={home} />
        <nav aria-label={t('ui.mainNav')}>{nav}</nav>
      </aside>
      <header className="console-bar">
        <span className="narrow-only">
          <BrandLink brand={brand} to={home} />
        </span>
        <button type="button" className="palette-button needs-js" onClick={() => setPaletteOpen(true)}>
          <Search aria-hidden />
          <span className="palette-words">{t('ui.paletteOpen')}</span>
          <kbd className="wide-only">Ctrl K</kbd>
        </button>
        <div className="console-tools">
          {tools}
          <Menu
            buttonClass="account-button"
            label={t('ui.accountOf', { name: account.name })}
            button={<Avatar name={account.name} size="small" />}
          >
            <div className="menu-panel account-panel">
              <p className="account-name">{account.name}</p>
              <p className="account-detail">{account.email}</p>
              <p className="account-detail">{account.role}</p>
              <hr />
              {accountLinks.map((link) => (
                <NavLink key={link.to} to={link.to} className="menu-item">
                  {link.label}
                </NavLink>
              ))}
              <LanguageSwitch />
              <ThemeSwitch theme={theme} />
              <hr />
              <Form method="post" action={props.signOutAction}>
                <button type="submit" className="menu-item">
                  {t('ui.signOut')}
                </button>
              </Form>
            </div>
          </Menu>
        </div>
      </header>
      <main id="main" className="console-main" tabIndex={-1}>
        {children}
      </main>
      <nav className="thumb narrow-only" aria-label={t('ui.quickNav')}>
        {thumb.map((item) => (
          <SideLink key={item.to} item={item} />
        ))}
        <Menu className="drawer" buttonClass="side-link" button={<ThumbMore label={t('ui.menu')} />}>
          <div className="drawer-panel drawer-end">{nav}</div>
        </Menu>
      </nav>
      {isPaletteOpen && (
        <Suspense>
          <CommandPalette pages={items} {...palette} onClose={() => setPaletteOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}

function SideLink({ item: { to, label, icon: Icon, count, end } }: { item: ConsoleNavItem }) {
  return (
    <NavLink to={to} end={end} className="side-link" prefetch="intent">
      <Icon aria-hidden />
      <span className="side-label">{label}</span>
      {count !== undefined && count > 0 && <span className="side-count">{count}</span>}
    </NavLink>
  )
}

const ThumbMore = ({ label }: { label: string }) => (
  <>
    <MenuIcon aria-hidden />
    <span className="side-label">{label}</span>
  </>
)
