/** Around every page of the back office: what failed there is told in its place, and the way to elsewhere stays. */
import { isRouteErrorResponse, Outlet, useRouteLoaderData } from 'react-router'
import type { Route } from './+types/console-page.ts'
import type { loader as rootLoader } from '../root.tsx'
import { ErrorPage } from '../ui/layouts/error-page.tsx'

export default function ConsolePage() {
  return <Outlet />
}

/** For these the error page has words of its own, in the reader's language. */
const worded = [401, 403, 404, 429, 503]

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const root = useRouteLoaderData<typeof rootLoader>('root')
  const isRefusal = isRouteErrorResponse(error)
  const status = isRefusal ? error.status : 500
  const said = isRefusal ? ((error.data as { message?: string } | null)?.message ?? null) : null
  return (
    <ErrorPage
      status={status}
      message={worded.includes(status) ? null : said}
      requestId={root?.requestId ?? null}
      home="/console"
    />
  )
}
