/** Around every page of the shop: what failed there is told in its place, with the search and the shelves still at hand. */
import { isRouteErrorResponse, Outlet, useRouteLoaderData } from 'react-router'
import type { Route } from './+types/shop-page.ts'
import type { loader as rootLoader } from '../root.tsx'
import { useT } from '../ui/i18n.tsx'
import { ErrorPage } from '../ui/layouts/error-page.tsx'
import { LinkButton } from '../ui/parts/button.tsx'

export default function ShopPage() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const t = useT()
  const root = useRouteLoaderData<typeof rootLoader>('root')
  const status = isRouteErrorResponse(error) ? error.status : 500
  return (
    <div className="wrap">
      <title>{t('ui.errorTitle', { kind: String(status) })}</title>
      <meta name="robots" content="noindex" />
      <ErrorPage
        status={status}
        requestId={root?.requestId ?? null}
        actions={
          status === 404 ? (
            <LinkButton to="/search" tone="primary">
              {t('catalog.allProducts')}
            </LinkButton>
          ) : null
        }
      />
    </div>
  )
}
