/** /insights/sales: the dashboard's figures. */
import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { Day, Id } from '../../platform/values/shapes.ts'
import { getInsights, Period } from './insights.ts'

const SalesDay = z.object({ day: Day, revenue: z.string(), orders: z.int() })

const InsightsView = z
  .object({
    currency: z.string(),
    days: z.array(SalesDay),
    before: z.array(SalesDay),
    totals: z.object({
      revenue: z.string(),
      orders: z.int(),
      average: z.string(),
      revenueBefore: z.string(),
      ordersBefore: z.int(),
    }),
    products: z.array(z.object({ productId: Id, name: z.string(), quantity: z.int(), revenue: z.string() })),
    customers: z.array(z.object({ customerId: Id, name: z.string(), orders: z.int(), revenue: z.string() })),
    producers: z.array(z.object({ producerId: Id, name: z.string(), revenue: z.string() })),
    statuses: z.array(z.object({ status: z.string(), count: z.int() })),
    todo: z.object({
      partsToSend: z.int(),
      partsToAccept: z.int(),
      partsToPack: z.int(),
      partsToShip: z.int(),
      returns: z.int(),
      applications: z.int(),
      reviews: z.int(),
      answers: z.int(),
      lowStock: z.int(),
      unpaid: z.int(),
    }),
  })
  .meta({ id: 'Insights' })

export const insightsApi = [
  endpoint({
    method: 'get',
    path: '/insights/sales',
    tag: 'Insights',
    access: ['insights.read', 'orders.fulfil'],
    summary: 'Sales by day against the period before, what sells, who buys, what waits',
    query: Period,
    answer: InsightsView,
    handle: (ctx, { query }) => getInsights(ctx, query),
  }),
]
