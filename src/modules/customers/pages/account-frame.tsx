/** The frame of one's own pages: where one can go from here. Whoever is not signed in is led to the door first. */
import { Outlet } from 'react-router'
import { stoa } from '../../../platform/pages/context.ts'
import { useT } from '../../../ui/i18n.tsx'
import { Tabs } from '../../../ui/parts/tabs.tsx'
import { requireSignedIn } from '../../organization/pages/signed-in.ts'
import type { Route } from './+types/account-frame.ts'
import './account.css'

export const middleware: Route.MiddlewareFunction[] = [
  ({ context, request }) => requireSignedIn(context, request),
]

/** Without a loader the guard above would not be asked when one comes here from another page. */
export const loader = ({ context }: Route.LoaderArgs) => ({
  isSeller: stoa(context).actor.roles.includes('seller'),
})

export default function AccountFrame({ loaderData: { isSeller } }: Route.ComponentProps) {
  const t = useT()
  return (
    <>
      <div className="wrap account-tabs">
        <Tabs
          label={t('ui.account')}
          items={[
            { to: '/account', label: t('customers.overview') },
            { to: '/account/orders', label: t('customers.orders') },
            { to: '/account/addresses', label: t('customers.addresses') },
            ...(isSeller ? [{ to: '/account/selling', label: t('customers.selling') }] : []),
            { to: '/account/profile', label: t('customers.profile') },
            { to: '/account/security', label: t('customers.security') },
          ]}
        />
      </div>
      <Outlet />
    </>
  )
}
