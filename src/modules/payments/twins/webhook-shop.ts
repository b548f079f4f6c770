/** For tests: the shop's side of a payment, a provider behind a real webhook address that writes down what it hears. */
import { serveTwin } from '../../../platform/twins/serve.ts'
import { isAppError } from '../../../platform/http/app-error.ts'
import type {
  EventKind,
  PaymentProvider,
  ProviderEvent,
  ProviderPayment,
  RefundPayment,
  StartPayment,
} from '../providers/provider.ts'

export type Shop = Awaited<ReturnType<typeof startShop>>

export async function startShop(provider: PaymentProvider) {
  const received: ProviderEvent[] = []
  const refusals: unknown[] = []
  const answers: number[] = []
  const server = await serveTwin(0, () => async (request) => {
    if (request.method === 'GET') return Response.json(await provider.handshake?.())
    const answer = answers.shift()
    if (answer) return new Response(null, { status: answer })
    const body = new Uint8Array(await request.arrayBuffer())
    try {
      received.push(
        ...((await provider.readWebhook?.({ headers: request.headers, body, now: new Date() })) ?? []),
      )
      return new Response(null, { status: 200 })
    } catch (error) {
      refusals.push(error)
      return new Response(null, { status: isAppError(error) ? error.status : 500 })
    }
  })
  return {
    provider,
    webhookUrl: `${server.url}/webhook`,
    received,
    refusals,
    facts: (kind: EventKind) => received.filter((fact) => fact.kind === kind),
    /** The next webhooks are answered with these statuses, unread. */
    answerNext: (...statuses: number[]) => void answers.push(...statuses),
    refundOf(
      paid: ProviderPayment | null,
      amount: string,
      refundId = 'refund-1',
      bookedRefunds: string[] = [],
    ): RefundPayment {
      if (!paid?.transactionId) throw new Error('Nothing has been paid.')
      const { currency } = paid.amount
      return {
        refundId,
        providerReference: paid.providerReference,
        transactionId: paid.transactionId,
        amount: { amount, currency },
        bookedRefunds,
      }
    },
    stop: () => server.stop(),
  }
}

export const startPayment = (changes: Partial<StartPayment> = {}): StartPayment => ({
  reference: crypto.randomUUID(),
  orderId: '0197aaaa-0000-7000-8000-000000000007',
  orderNumber: '2026-0007',
  amount: { amount: '24.90', currency: 'EUR' },
  description: 'Παραγγελία 2026-0007',
  customer: { name: 'Μαρία Παπαδοπούλου', email: 'maria@example.test', phone: '+306900000000' },
  language: 'el',
  returnUrl: 'http://shop.test/orders/7?done=1',
  cancelUrl: 'http://shop.test/checkout',
  now: new Date(),
  ...changes,
})
