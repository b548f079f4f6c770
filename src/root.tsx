/** The document that every page is set in: language, theme, texts, and what to show when something failed. */
import { useEffect } from 'react'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from 'react-router'
import type { Route } from './+types/root.ts'
import type { Area, Locale } from './platform/i18n/locales.ts'
import { themeOf } from './frames/theme.ts'
import { pageContext } from './platform/pages/context.ts'
import { takeFlash } from './platform/pages/flash.ts'
import { textIn, useAreaMessages } from './ui/area-messages.ts'
import { I18nProvider } from './ui/i18n.tsx'
import { ErrorPage } from './ui/layouts/error-page.tsx'
import { ToastProvider } from './ui/parts/toasts.tsx'
import './ui/tokens/app.css'
import icon from './ui/tokens/icon.svg?no-inline'

export function loader({ context, request }: Route.LoaderArgs) {
  const { organization, locale, requestId } = context.get(pageContext).ctx
  const left = takeFlash(context, request)
  return {
    locale,
    requestId,
    theme: themeOf(request),
    timeZone: organization.timeZone,
    // Put into words here: the page that shows it may not have loaded the texts of the room that left it.
    flash: left && {
      id: left.id,
      text: textIn(locale, left.key, left.values),
      tone: left.tone,
      undo: left.undo,
    },
  }
}

/** The route's own area: console pages say so in their handle. */
function useArea(): Area {
  return useMatches().some((match) => (match.handle as { area?: Area } | undefined)?.area === 'console')
    ? 'console'
    : 'shop'
}

export function Layout({ children }: { children: React.ReactNode }) {
  const loaded = useRouteLoaderData<typeof loader>('root')
  const locale: Locale = loaded?.locale ?? 'el'
  const area = useArea()
  const messages = useAreaMessages(locale, area)
  return (
    <html lang={locale} data-area={area} data-theme={loaded?.theme === 'system' ? undefined : loaded?.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" type="image/svg+xml" href={icon} />
        <Meta />
        <Links />
      </head>
      <body>
        <I18nProvider locale={locale} messages={messages} timeZone={loaded?.timeZone}>
          {children}
        </I18nProvider>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

export default function Root({ loaderData: { flash } }: Route.ComponentProps) {
  useEffect(() => {
    // A click before this is lost; the browser tests wait for it.
    document.documentElement.dataset['hydrated'] = 'true'
  }, [])
  return (
    <ToastProvider flash={flash}>
      <Outlet />
    </ToastProvider>
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const loaded = useRouteLoaderData<typeof loader>('root')
  const status = isRouteErrorResponse(error) ? error.status : 500
  const message = isRouteErrorResponse(error)
    ? ((error.data as { message?: string } | null)?.message ?? null)
    : null
  return <ErrorPage status={status} message={message} requestId={loaded?.requestId ?? null} />
}
