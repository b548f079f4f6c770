/** One order for its buyer: what was bought, where it is, what is to pay, and what can still be done. */
import { useEffect } from 'react'
import { data, redirect, useRevalidator, useSearchParams } from 'react-router'
import { PageMeta } from '../../../frames/shop/page-meta.tsx'
import { useProblem } from '../../../frames/shop/use-problem.ts'
import { stoa } from '../../../platform/pages/context.ts'
import { orErrorPage } from '../../../platform/pages/outcome.ts'
import type { Context } from '../../../platform/tenancy/context.ts'
import { useT } from '../../../ui/i18n.tsx'
import { useLive } from '../../../ui/live/use-live.ts'
import { DateTime } from '../../../ui/parts/date-time.tsx'
import { StatusBadge } from '../../../ui/parts/badge.tsx'
import { Breadcrumbs } from '../../../ui/parts/breadcrumbs.tsx'
import { CartSums } from '../../cart/pages/cart-sums.tsx'
import { AddressLines } from '../../customers/pages/address-lines.tsx'
import { orderTones } from '../../orders/tones.ts'
import { listMyReviews } from '../../reviews/list.ts'
import { ListReviews } from '../../reviews/shapes.ts'
import { getOrderDetail } from '../detail.ts'
import { presentOrder } from '../present.ts'
import type { Route } from './+types/order.ts'
import { isOrderId, keepOrderAccess, orderAccessOf } from './order-access.ts'
import { orderAction } from './order-action.ts'
import './checkout.css'
import { OrderActs } from './order-acts.tsx'
import { OrderPart } from './order-part.tsx'
import { OrderPayment } from './order-payment.tsx'
import { OrderProgress } from './order-progress.tsx'
import { OrderTimeline } from './order-timeline.tsx'
import { orderPage } from './order-view.ts'

export async function loader({ context, request, url, params: { id } }: Route.LoaderArgs) {
  if (!isOrderId(id)) throw data({ message: null }, { status: 404 })
  const ctx = stoa(context)
  const given = url.searchParams.get('access')
  const access = given ?? orderAccessOf(request, id)
  const detail = await orErrorPage(() => getOrderDetail(ctx, { orderId: id, access }))
  if (given) {
    // The token is kept, and does not stay in the address, which people pass on.
    keepOrderAccess(context, request, id, given)
    const query = new URLSearchParams(url.searchParams)
    query.delete('access')
    throw redirect(`${url.pathname}?${query}`)
  }
  const isDelivered = detail.parts.some((part) => part.status === 'delivered')
  const reviewed = isDelivered ? await reviewedBy(ctx) : undefined
  return { order: orderPage(ctx, presentOrder(ctx, detail), reviewed), isOwner: ctx.actor.userId !== null }
}

async function reviewedBy(ctx: Context): Promise<Set<string>> {
  if (!ctx.actor.userId) return new Set()
  const { data } = await listMyReviews(ctx, ListReviews.parse({ limit: 500 }))
  return new Set(data.map(({ productId }) => productId))
}

export async function action({ context, request, params: { id } }: Route.ActionArgs) {
  if (!isOrderId(id)) throw data({ message: null }, { status: 404 })
  return orderAction({ context, request }, { orderId: id, access: orderAccessOf(request, id) })
}

const topics = ['orders', 'order-parts', 'payments', 'returns', 'shipments']

export default function Order({ loaderData, actionData }: Route.ComponentProps) {
  const { order, isOwner } = loaderData
  const t = useT()
  const [query] = useSearchParams()
  const isNew = query.has('placed')
  const isPaying = isNew && order.can.pay && !order.transfer && !query.has('payment')
  useLive(isOwner ? topics : [])
  useAskAgain(isPaying)
  const problem = useProblem(actionData?.problem, {
    codes: {
      already_shipped: t('checkout.tooLateToCancel'),
      nothing_left: t('checkout.nothingLeft'),
      forbidden: t('checkout.tooLateToCancel'),
      not_shipped: t('checkout.notShipped'),
      too_late: (details) => t('checkout.tooLateToReturn', { days: Number(details['days']) }),
      too_many: t('checkout.tooManyToReturn'),
    },
    fields: { '/lines': t('checkout.chooseToReturn'), '/reason': t('checkout.chooseReason') },
  })
  const title = t('orders.order', { number: order.number })
  return (
    <div className="wrap">
      <PageMeta title={title} />
      {isOwner && (
        <Breadcrumbs items={[{ to: '/account/orders', label: t('catalog.myOrders') }]} current={title} />
      )}
      {isNew && (
        <div className="thanks">
          <p className="thanks-title">{t('checkout.thanks', { name: order.name.split(' ')[0] ?? '' })}</p>
          <p>{t('checkout.thanksText', { email: order.email })}</p>
        </div>
      )}
      <header className="page-head">
        <h1 className="page-title">
          {title}
          <span className="page-mark">
            <StatusBadge
              status={order.status}
              tones={orderTones}
              label={t(`orders.status_${order.status}`)}
            />
          </span>
        </h1>
        <p className="page-text">
          <DateTime at={order.placedAt} format="dateTime" />
        </p>
      </header>
      <div className="panes">
        <div className="stack">
          <OrderPayment order={order} state={query.get('payment')} isPaying={isPaying} />
          <OrderProgress order={order} />
          {order.parts.map((part) => (
            <OrderPart key={part.id} orderId={order.id} part={part} isOnly={order.parts.length === 1} />
          ))}
          <OrderActs
            order={order}
            problem={problem}
            intent={actionData?.intent ?? null}
            values={actionData?.values}
          />
        </div>
        <aside className="stack">
          <section className="card">
            <h2 className="card-title">{t('cart.summary')}</h2>
            <CartSums basket={order.basket} />
          </section>
          <section className="card order-facts">
            <h2>{t('checkout.sendTo')}</h2>
            <AddressLines address={order.shippingAddress} country={order.country} />
            {order.billingAddress && (
              <>
                <h2>{t('checkout.billTo')}</h2>
                <AddressLines address={order.billingAddress} />
              </>
            )}
            {order.vatNumber && <p>{t('catalog.vatNumber', { number: order.vatNumber })}</p>}
            <h2>{t('checkout.shipping')}</h2>
            <p>{order.shippingName}</p>
            <h2>{t('checkout.payment')}</h2>
            <p>{t(`checkout.pay_${order.paymentProvider as 'stripe'}`)}</p>
            {order.note && (
              <>
                <h2>{t('checkout.note')}</h2>
                <p>{order.note}</p>
              </>
            )}
          </section>
          <OrderTimeline events={order.timeline} />
        </aside>
      </div>
    </div>
  )
}

const askEveryMs = 3000
const askTimes = 20

/** Back from the payment page the bank's word may be some seconds behind; a guest hears of it by no other way. */
function useAskAgain(isWaiting: boolean) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isWaiting) return
    let left = askTimes
    const timer = setInterval(() => {
      if (left-- <= 0) clearInterval(timer)
      else if (!document.hidden) void revalidate()
    }, askEveryMs)
    return () => clearInterval(timer)
  }, [isWaiting, revalidate])
}
