/** One customer with everything that the house knows of them, as far as the reader may see it. */
import { may } from '../../../../../platform/access/actor.ts'
import { requirePermission } from '../../../../../platform/access/require.ts'
import { historyOf } from '../../../../../platform/audit/history.ts'
import { notFound } from '../../../../../platform/http/app-error.ts'
import { listMails, ListMails } from '../../../../../platform/mail/mails.ts'
import type { Context } from '../../../../../platform/tenancy/context.ts'
import { Id } from '../../../../../platform/values/shapes.ts'
import { presentReturn } from '../../../../checkout/present.ts'
import { listOrders } from '../../../../orders/find.ts'
import { customerEvents, customerFigures, customerReturns } from '../../../../orders/of-customer.ts'
import { ListOrders } from '../../../../orders/shapes.ts'
import { listCustomerReviews } from '../../../../reviews/list.ts'
import { presentReview } from '../../../../reviews/present.ts'
import { ListReviews } from '../../../../reviews/shapes.ts'
import { getCustomer } from '../../../customers.ts'
import { listTags } from '../../../list.ts'
import { presentCustomer } from '../../../present.ts'
import { countryName } from '../../countries.ts'
import { storyOf } from './story.ts'

/** So many of each are shown here; each has a list of its own. */
const most = 20
const mostEvents = 60

export type LoadedCustomer = Awaited<ReturnType<typeof loadCustomer>>

export async function loadCustomer(ctx: Context, id: string) {
  requirePermission(ctx, 'customers.read')
  if (!Id.safeParse(id).success) throw notFound('customer')
  const customer = presentCustomer(await getCustomer(ctx, { customerId: id }), ctx.organization.currency)
  const asked = { customerId: id, limit: most }
  const { currency } = ctx.organization
  const money = (amount: string) => ({ amount, currency })
  const [figures, orders, events, returns, reviews, mails, tags, history] = await Promise.all([
    customerFigures(ctx, asked),
    may(ctx.actor, 'orders.readAll')
      ? listOrders(ctx, ListOrders.parse({ view: 'all', customerId: id, limit: most, count: 'exact' }))
      : { data: [], total: 0 },
    customerEvents(ctx, { ...asked, limit: mostEvents }),
    customerReturns(ctx, asked),
    listCustomerReviews(ctx, { ...ListReviews.parse({ limit: most }), customerId: id }),
    mailsOf(ctx, customer.email),
    listTags(ctx),
    historyOf(ctx, { customer: [id], address: customer.addresses.map((one) => one.id) }),
  ])
  const shownReviews = reviews.data.map((row) => presentReview(ctx, row))
  const shownMails = mails.map((mail) => ({
    id: mail.id,
    subject: mail.subject,
    status: mail.status,
    at: (mail.sentAt ?? mail.createdAt).toISOString(),
  }))
  return {
    customer,
    addresses: customer.addresses.map(({ id, address, isDefault }) => ({
      id,
      address,
      isDefault,
      country: countryName(ctx.locale, address.country),
    })),
    figures: {
      orders: figures.orders,
      spent: money(figures.spent),
      average: money(figures.average),
      refunded: money(figures.refunded),
      firstAt: figures.firstAt?.toISOString() ?? null,
      lastAt: figures.lastAt?.toISOString() ?? null,
    },
    orders: orders.data.map((order) => ({
      id: order.id,
      number: order.number,
      status: order.status,
      placedAt: order.placedAt.toISOString(),
      total: { amount: order.total, currency: order.currency },
    })),
    orderCount: orders.total ?? orders.data.length,
    returns: returns.map((row) => ({ ...presentReturn(row), orderNumber: row.orderNumber })),
    reviews: shownReviews,
    mails: may(ctx.actor, 'mails.read') ? shownMails : null,
    story: storyOf({ customer, events, reviews: shownReviews, mails: shownMails }),
    tags,
    history,
    mayEdit: may(ctx.actor, 'customers.manage'),
    maySeeOrders: may(ctx.actor, 'orders.readAll'),
    maySeeReviews: may(ctx.actor, 'reviews.moderate'),
  }
}

async function mailsOf(ctx: Context, email: string | null) {
  if (!email || !may(ctx.actor, 'mails.read')) return []
  const { data } = await listMails(ctx, ListMails.parse({ q: email, limit: most }))
  return data.filter(({ recipient }) => recipient.toLowerCase() === email)
}
