/** The frame of the checkout: where one is, what is bought, what it comes to. Each step is a plain form at its own address. */
import { Outlet, redirect, useLocation } from 'react-router'
import { PageMeta } from '../../../frames/shop/page-meta.tsx'
import { stoa } from '../../../platform/pages/context.ts'
import { useT } from '../../../ui/i18n.tsx'
import { Disclosure } from '../../../ui/parts/disclosure.tsx'
import { Money } from '../../../ui/parts/money.tsx'
import { Steps } from '../../../ui/parts/steps.tsx'
import { CartChanges } from '../../cart/pages/cart-changes.tsx'
import { CartSums } from '../../cart/pages/cart-sums.tsx'
import type { Route } from './+types/checkout.ts'
import { BoughtLines } from './bought-lines.tsx'
import './checkout.css'
import { readCheckout } from './checkout-state.ts'
import { type StepId, stepIds, stepPath } from './steps.ts'

const stepOf = (pathname: string) => stepIds.find((step) => pathname === stepPath(step))

/** A step that is not due yet leads to the one that is. */
export async function loader({ context, request, url }: Route.LoaderArgs) {
  const state = await readCheckout(stoa(context), request)
  if (!state) throw redirect('/cart')
  const step = stepOf(url.pathname)
  if (!step || stepIds.indexOf(step) > stepIds.indexOf(state.reached)) throw redirect(stepPath(state.reached))
  return state
}

export default function Checkout({ loaderData }: Route.ComponentProps) {
  const { basket } = loaderData
  const t = useT()
  const step: StepId = stepOf(useLocation().pathname) ?? 'address'
  const lines = <BoughtLines lines={basket.groups.flatMap((group) => group.lines)} />
  return (
    <div className="wrap">
      <PageMeta title={t('checkout.title')} />
      <div className="panes">
        <div>
          <h1 className="page-title">{t('checkout.title')}</h1>
          <div className="checkout-steps">
            <Steps
              label={t('checkout.steps')}
              current={step}
              steps={stepIds.map((id) => ({ id, label: t(`checkout.${id}`), to: stepPath(id) }))}
            />
          </div>
          <div className="checkout-brief narrow-only">
            <Disclosure
              summary={
                <>
                  <span>{t('cart.items', { count: basket.itemCount })}</span>
                  <Money value={basket.sums.total} />
                </>
              }
            >
              {lines}
              <CartSums basket={basket} />
            </Disclosure>
          </div>
          <CartChanges changes={basket.changes} action="/checkout/review" />
          <Outlet context={loaderData} />
        </div>
        <aside className="card checkout-aside wide-only">
          <h2 className="card-title">{t('checkout.yourOrder')}</h2>
          {lines}
          <CartSums basket={basket} />
        </aside>
      </div>
    </div>
  )
}
