/** The Viva twin's API, with Viva's own answers. Source: developer.viva.com/apis-for-payments/payment-api */
import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { exactNumber } from '../providers/exact-json.ts'
import { fromMinor } from '../providers/minor-units.ts'
import type { TwinOrder, TwinTransaction, VivaWorld } from './viva-world.ts'

export type VivaCredentials = {
  merchantId: string
  apiKey: string
  clientId: string
  clientSecret: string
  webhookKey: string
}

const OrderAsked = z.object({
  amount: z.number().int().min(30),
  currencyCode: z.number().int().default(978),
  customerTrns: z.string().default(''),
  merchantTrns: z.string().default(''),
  sourceCode: z.string().default('Default'),
  paymentTimeout: z.number().int().min(0).max(432_000).default(1800),
  tags: z.array(z.string()).default([]),
  customer: z
    .object({
      email: z.string().nullish(),
      fullName: z.string().nullish(),
      requestLang: z.string().default('el-GR'),
    })
    .default({ requestLang: 'el-GR' }),
})

export function vivaApiRoutes(world: VivaWorld, credentials: VivaCredentials, now: () => Date): Hono {
  const app = new Hono()
  const tokens = new Map<string, number>()
  const isClient = basicIs(credentials.clientId, credentials.clientSecret)
  const isMerchant = basicIs(credentials.merchantId, credentials.apiKey)

  app.post('/connect/token', async (c) => {
    const { grant_type: grant } = await c.req.parseBody()
    if (!isClient(c)) return c.json({ error: 'invalid_client' }, 400)
    if (grant !== 'client_credentials') return c.json({ error: 'unsupported_grant_type' }, 400)
    const token = randomBytes(32).toString('base64url')
    tokens.set(token, now().getTime() + 3_600_000)
    const scope = 'urn:viva:payments:core:api:redirectcheckout'
    return c.json({ access_token: token, expires_in: 3600, token_type: 'Bearer', scope })
  })

  app.use('/checkout/v2/*', async (c, next) => {
    const token = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
    if ((tokens.get(token) ?? 0) > now().getTime()) return next()
    return c.body(null, 401)
  })
  app.use('/api/*', async (c, next) =>
    isMerchant(c) ? next() : c.json({ Message: 'Authorization has been denied for this request.' }, 401),
  )

  app.post('/checkout/v2/orders', async (c) => {
    const asked = OrderAsked.safeParse(await c.req.json().catch(() => null))
    if (!asked.success) return c.json({ status: 400, message: 'The request is invalid.', eventId: 0 }, 400)
    const { customer, paymentTimeout, ...order } = asked.data
    const placed = world.place({
      ...order,
      requestLang: customer.requestLang,
      email: customer.email ?? null,
      fullName: customer.fullName ?? null,
      expiresAtMs: now().getTime() + paymentTimeout * 1000,
    })
    // A number without quotes, beyond what floating point holds: so it is at Viva.
    return c.json({ orderCode: exactNumber(placed.code) })
  })

  app.get('/checkout/v2/transactions/:id', (c) => {
    const transaction = world.state.transactions[c.req.param('id')]
    const order = transaction && world.order(transaction.orderCode)
    return order
      ? c.json(newForm(order, transaction))
      : c.json({ status: 404, message: 'Not found', eventId: 0 }, 404)
  })

  app.get('/api/transactions/', (c) => {
    const code = c.req.query('ordercode') ?? ''
    const order = world.order(code)
    const items = order ? world.of(code).map((each) => oldForm(order, each)) : []
    return c.json({ Transactions: items, ErrorCode: 0, ErrorText: null, Success: true })
  })

  app.get('/api/orders/:code', (c) => {
    const order = world.order(c.req.param('code'))
    if (!order) return c.json({ ErrorCode: 404, ErrorText: 'Order was not found' }, 404)
    return c.json(oldOrderForm(order))
  })

  app.delete('/api/orders/:code', (c) => {
    const order = world.order(c.req.param('code'))
    if (order?.state !== 'open') return c.json({ ErrorCode: 404, ErrorText: 'Order was not found' }, 404)
    world.cancel(order.code)
    return c.json({ OrderCode: exactNumber(order.code), ErrorCode: 0, ErrorText: null, Success: true })
  })

  app.delete('/api/transactions/:id', (c) => {
    const amount = Number(c.req.query('amount'))
    if (!Number.isSafeInteger(amount) || amount <= 0) return refused(c, 403, 'Invalid amount')
    const payment = world.state.transactions[c.req.param('id')] ?? world.believe(c.req.param('id'), amount)
    if (payment.typeId !== 5 || !['F', 'R'].includes(payment.statusId))
      return refused(c, 403, 'Non reversible transaction')
    if (amount > payment.amount - world.refunded(payment))
      return refused(c, 403, 'Amount exceeds the original amount')
    const reversal = world.refund(payment, amount)
    return c.json({
      Amount: exactNumber(fromMinor(amount, 2)),
      StatusId: reversal.statusId,
      CurrencyCode: '978',
      TransactionId: reversal.id,
      TransactionTypeId: reversal.typeId,
      ErrorCode: 0,
      ErrorText: null,
      TimeStamp: now().toISOString(),
      EventId: 0,
      Success: true,
    })
  })

  app.get('/api/messages/config/token', (c) => c.json({ Key: credentials.webhookKey }))
  return app
}

const basicIs = (user: string, password: string) => {
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  return (c: Context) => c.req.header('authorization') === expected
}

/** The old API answers refusals with 200 and `Success: false`. */
const refused = (c: Context, code: number, text: string) =>
  c.json({ TransactionId: null, StatusId: 'E', ErrorCode: code, ErrorText: text, Success: false })

/** The new API's transaction. */
const newForm = (order: TwinOrder, each: TwinTransaction) => ({
  email: order.email,
  amount: exactNumber(fromMinor(each.amount, 2)),
  orderCode: exactNumber(order.code),
  statusId: each.statusId,
  fullName: order.fullName,
  insDate: each.insertedAt,
  cardNumber: '414746XXXXXX0133',
  currencyCode: String(order.currencyCode),
  customerTrns: order.customerTrns,
  merchantTrns: order.merchantTrns,
  transactionTypeId: each.typeId,
  recurringSupport: false,
  totalInstallments: 0,
  currentInstallment: 0,
})

/** The old API's transaction, in a list. */
const oldForm = (order: TwinOrder, each: TwinTransaction) => ({
  TransactionId: each.id,
  ParentId: each.parentId,
  Amount: exactNumber(fromMinor(each.amount, 2)),
  StatusId: each.statusId,
  CurrencyCode: String(order.currencyCode),
  InsDate: each.insertedAt,
  MerchantTrns: order.merchantTrns,
  Order: { OrderCode: exactNumber(order.code) },
  TransactionType: { TransactionTypeId: each.typeId },
})

const oldOrderForm = (order: TwinOrder) => ({
  OrderCode: exactNumber(order.code),
  SourceCode: order.sourceCode,
  Tags: order.tags,
  RequestLang: order.requestLang,
  RequestAmount: exactNumber(fromMinor(order.amount, 2)),
  StateId: { open: 0, expired: 1, cancelled: 2, paid: 3 }[order.state],
  MerchantTrns: order.merchantTrns,
  CustomerTrns: order.customerTrns,
  ExpirationDate: new Date(order.expiresAtMs).toISOString(),
  CurrencyCode: String(order.currencyCode),
})
