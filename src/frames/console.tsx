/** The frame of the back office: who is here, where they may go, and what waits there. */
import { Outlet, redirect } from 'react-router'
import type { Route } from './+types/console.ts'
import type { Permission } from '../platform/access/roles.ts'
import { getTodo } from '../modules/insights/todo.ts'
import { forbidden } from '../platform/http/app-error.ts'
import { stoa } from '../platform/pages/context.ts'
import { orErrorPage } from '../platform/pages/outcome.ts'
import { useT } from '../ui/i18n.tsx'
import { ConsoleLayout } from '../ui/layouts/console-layout.tsx'
import { LiveDot } from '../ui/live/live-dot.tsx'
import { useLive } from '../ui/live/use-live.ts'
import { actionsFor, groupsFor } from './console-nav.ts'
import { themeOf } from './theme.ts'

export const handle = { area: 'console' }

// Before any loader of the page: whoever may not be here is not told what is.
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context, url }, next) => {
    const { actor } = stoa(context)
    if (actor.kind === 'guest')
      throw redirect(`/sign-in?back=${encodeURIComponent(url.pathname + url.search)}`)
    if (actor.permissions.size === 0)
      await orErrorPage(() => Promise.reject(forbidden('The back office is for the people who work here.')))
    return next()
  },
]

export async function loader({ context, request }: Route.LoaderArgs) {
  const ctx = stoa(context)
  const { actor, organization } = ctx
  return {
    brand: { name: organization.name },
    account: { name: actor.name, email: actor.email, roles: [...actor.roles] },
    permissions: [...actor.permissions],
    isProducer: actor.producerIds.length > 0,
    todo: await getTodo(ctx),
    theme: themeOf(request),
  }
}

/** What the counts beside the places follow from; the pages within are read anew with them. */
const topics = [
  'orders',
  'order-parts',
  'payments',
  'refunds',
  'returns',
  'reviews',
  'producer-applications',
  'statements',
  'payouts',
]

export default function ConsoleFrame({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const { brand, account, theme, isProducer, todo } = loaderData
  const permissions = new Set<Permission>(loaderData.permissions)
  useLive(topics, undefined, 800)
  return (
    <ConsoleLayout
      brand={brand}
      home="/console"
      groups={groupsFor(t, { permissions, isProducer, todo })}
      account={{ ...account, role: account.roles.map((role) => t(`settings.role_${role}`)).join(', ') }}
      accountLinks={[
        { to: '/account', label: t('settings.myAccount') },
        { to: '/', label: t('settings.toShop') },
      ]}
      signOutAction="/sign-out"
      theme={theme}
      palette={{ recordsUrl: '/console/palette', actions: actionsFor(t, permissions) }}
      tools={<LiveDot />}
    >
      <Outlet />
    </ConsoleLayout>
  )
}
