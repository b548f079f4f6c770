/** Every part in all its states, for those who build pages. Mounted at /gallery in development only; `?view=` chooses. */
import ChartLine from 'lucide-react/icons/chart-line'
import LayoutGrid from 'lucide-react/icons/layout-grid'
import ListIcon from 'lucide-react/icons/list'
import SquarePen from 'lucide-react/icons/square-pen'
import Store from 'lucide-react/icons/store'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { Form } from './forms/form.tsx'
import { SubmitButton } from './forms/submit-button.tsx'
import { TextField } from './forms/text-field.tsx'
import { ChartsView } from './gallery/charts-view.tsx'
import { FormsView } from './gallery/forms-view.tsx'
import { ListView } from './gallery/list-view.tsx'
import { PartsView } from './gallery/parts-view.tsx'
import { samples } from './gallery/samples.ts'
import { ShopView } from './gallery/shop-view.tsx'
import { useI18n } from './i18n.tsx'
import { AuthLayout } from './layouts/auth-layout.tsx'
import { ConsoleLayout } from './layouts/console-layout.tsx'
import { ErrorPage } from './layouts/error-page.tsx'
import { ShopLayout } from './layouts/shop-layout.tsx'
import { LiveDot } from './live/live-dot.tsx'

/** The console's texts are the whole set. */
export const handle = { area: 'console' }

const views = { parts: PartsView, forms: FormsView, list: ListView, charts: ChartsView } as const

const isConsoleView = (name: string): name is keyof typeof views => name in views

export default function Gallery() {
  const [query] = useSearchParams()
  const view = query.get('view') ?? 'parts'
  if (view === 'auth') return <Porch />
  if (isConsoleView(view)) {
    const View = views[view]
    return (
      <Counter>
        <View />
      </Counter>
    )
  }
  return (
    <Shop>{view === 'error' ? <ErrorPage status={404} requestId="0197-5b2e-71ac" /> : <ShopView />}</Shop>
  )
}

function Shop({ children }: { children: ReactNode }) {
  const { locale } = useI18n()
  const { shop, categories, words, people } = samples[locale]
  const links = categories.map((label, index) => ({ to: `/gallery/${index}?view=shop`, label }))
  return (
    <ShopLayout
      brand={{ name: shop }}
      categories={links}
      account={{ name: people[0]! }}
      accountLinks={[{ to: '?view=parts', label: words.orders }]}
      cartCount={3}
      theme="system"
      footer={[
        { title: words.total, links: links.slice(0, 3) },
        { title: words.help, links: links.slice(3, 6) },
      ]}
      imprint={`${people[1]} · 800123456`}
    >
      {children}
    </ShopLayout>
  )
}

function Counter({ children }: { children: ReactNode }) {
  const { locale } = useI18n()
  const { shop, words, people, title } = samples[locale]
  return (
    <ConsoleLayout
      brand={{ name: shop }}
      home="?view=parts"
      groups={[
        {
          label: words.today,
          items: [
            { to: '/gallery/parts', label: words.today, icon: LayoutGrid, main: true },
            { to: '/gallery/list', label: words.orders, icon: ListIcon, count: 4, main: true },
            { to: '/gallery', end: true, label: words.description, icon: SquarePen, main: true },
          ],
        },
        {
          label: title,
          items: [
            { to: '/gallery/charts', label: words.sales, icon: ChartLine, main: true },
            { to: '/gallery/shop', label: words.stock, icon: Store },
          ],
        },
      ]}
      account={{ name: people[2]!, email: 'owner@demo.test', role: words.customer }}
      accountLinks={[{ to: '?view=forms', label: words.name }]}
      signOutAction="/sign-out"
      theme="system"
      palette={{ recordsUrl: '/gallery', actions: [{ id: 'add', label: words.add, to: '?view=forms' }] }}
      tools={<LiveDot />}
    >
      {children}
    </ConsoleLayout>
  )
}

function Porch() {
  const { locale, t } = useI18n()
  const { shop, words, text } = samples[locale]
  return (
    <AuthLayout brand={{ name: shop }} title={t('ui.signIn')} text={text} footer={words.help}>
      <Form problem={null}>
        <TextField name="email" type="email" label={words.email} autoComplete="username" />
        <SubmitButton wide>{t('ui.signIn')}</SubmitButton>
      </Form>
    </AuthLayout>
  )
}
