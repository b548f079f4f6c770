/** Renders a part as the server does, for tests: in the router and with the design system's texts. */
import * as path from 'node:path'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createRoutesStub } from 'react-router'
import { readRoom } from '../platform/i18n/catalogue.ts'
import type { Locale } from '../platform/i18n/locales.ts'
import { compileMessage } from '../platform/i18n/parse.ts'
import { I18nProvider } from './i18n.tsx'

const room = { name: 'ui', folder: path.join(import.meta.dirname, 'messages') }

const textsOf = (locale: Locale) =>
  Object.fromEntries(
    Object.values(readRoom(room, locale)).flatMap((texts) =>
      Object.entries(texts).map(([key, text]) => [`ui.${key}`, compileMessage(text)]),
    ),
  )

export function rendered(part: ReactNode, { locale = 'en' as Locale, at = '/' } = {}): string {
  const messages = textsOf(locale)
  const Page = () => (
    <I18nProvider locale={locale} messages={messages}>
      {part}
    </I18nProvider>
  )
  const Stub = createRoutesStub([{ path: '*', Component: Page }])
  return renderToStaticMarkup(<Stub initialEntries={[at]} />)
}
