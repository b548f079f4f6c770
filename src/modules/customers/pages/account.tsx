/** One's own corner of the shop: the last orders, and the way to everything else. */
import { Form, Link } from 'react-router'
import { PageMeta } from '../../../frames/shop/page-meta.tsx'
import { useShop } from '../../../frames/shop/use-shop.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { useT } from '../../../ui/i18n.tsx'
import { EmptyState } from '../../../ui/layouts/empty-state.tsx'
import { Button, LinkButton } from '../../../ui/parts/button.tsx'
import { presentSummary } from '../../checkout/present.ts'
import { listOrders } from '../../orders/find.ts'
import { ListOrders } from '../../orders/shapes.ts'
import { listMyAddresses } from '../addresses.ts'
import { AddressLines } from './address-lines.tsx'
import type { Route } from './+types/account.ts'
import { OrderList } from './order-list.tsx'

const ordersShown = 3

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = stoa(context)
  const [orders, addresses] = await Promise.all([
    listOrders(ctx, ListOrders.parse({ view: 'mine', limit: ordersShown })),
    listMyAddresses(ctx),
  ])
  return {
    name: ctx.actor.name,
    email: ctx.actor.email,
    orders: orders.data.map(presentSummary),
    address: addresses[0]?.address ?? null,
  }
}

export default function Account({ loaderData: { name, email, orders, address } }: Route.ComponentProps) {
  const t = useT()
  const shop = useShop()
  return (
    <div className="wrap">
      <PageMeta title={t('ui.account')} />
      <header className="page-head">
        <h1 className="page-title">{t('customers.hello', { name: name.split(' ')[0] ?? name })}</h1>
        {email && <p className="page-text">{email}</p>}
      </header>
      <div className="panes">
        <section>
          <div className="section-head">
            <h2 className="section-title">{t('customers.lastOrders')}</h2>
            {orders.length > 0 && (
              <Link to="/account/orders" className="link">
                {t('customers.allOrders')}
              </Link>
            )}
          </div>
          {orders.length > 0 ? (
            <OrderList orders={orders} />
          ) : (
            <EmptyState
              title={t('customers.noOrders')}
              text={t('customers.noOrdersText')}
              actions={
                <LinkButton to="/search" tone="primary">
                  {t('cart.browse')}
                </LinkButton>
              }
            />
          )}
        </section>
        <aside className="stack">
          <section className="card">
            <h2 className="card-title">{t('customers.myAddress')}</h2>
            {address ? <AddressLines address={address} /> : <p>{t('customers.noAddressText')}</p>}
            <p className="mt-3">
              <Link to="/account/addresses" className="link">
                {t(address ? 'customers.addresses' : 'customers.addAddress')}
              </Link>
            </p>
          </section>
          {shop?.hasConsole && (
            <LinkButton to="/console" wide>
              {t('catalog.backOffice')}
            </LinkButton>
          )}
          <Form method="post" action="/sign-out">
            <Button type="submit" wide>
              {t('ui.signOut')}
            </Button>
          </Form>
        </aside>
      </div>
    </div>
  )
}
