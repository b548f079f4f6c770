/** A local stand-in for Viva: its three hosts in one, Smart Checkout page and unsigned webhooks, no account. */
import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { addControl } from '../../../platform/twins/control.ts'
import { type Deliveries, type Delivery, makeDeliveries } from '../../../platform/twins/deliveries.ts'
import { type Faults, makeFaults } from '../../../platform/twins/faults.ts'
import { remember } from '../../../platform/twins/memory.ts'
import { serveTwin } from '../../../platform/twins/serve.ts'
import { exactNumber } from '../providers/exact-json.ts'
import { fromMinor } from '../providers/minor-units.ts'
import type { VivaSettings } from '../providers/viva-api.ts'
import { vivaApiRoutes, type VivaCredentials } from './viva-api-routes.ts'
import { type ReturnUrls, vivaPage } from './viva-page.ts'
import {
  emptyVivaState,
  makeVivaWorld,
  type TwinOrder,
  type TwinTransaction,
  type VivaWorld,
} from './viva-world.ts'

export type VivaTwinOptions = {
  /** 0, the default, takes a free one. */
  port?: number
  webhookUrl: string | null
  /** Where customers come back to, by source code; `Default` serves every source without its own. */
  sources: { Default: ReturnUrls } & Record<string, ReturnUrls>
  credentials?: Partial<VivaCredentials>
  /** A JSON file, for a memory that outlives a restart. */
  file?: string
  /** When a bank transfer succeeds by itself; null: only by `control.world.settle`. */
  settleAfterMs?: number | null
  retryPausesMs?: number[]
  now?: () => Date
}

export type VivaTwin = {
  url: string
  /** What `viva()` needs to speak to this twin. */
  settings: VivaSettings
  control: {
    world: VivaWorld
    deliveries: Deliveries
    faults: Faults
    /** What Viva does when a webhook is entered: asks the address for the key. True when it is right. */
    verifyWebhook(url: string): Promise<boolean>
  }
  stop(): Promise<void>
}

export async function startVivaTwin(options: VivaTwinOptions): Promise<VivaTwin> {
  const credentials: VivaCredentials = {
    merchantId: '2a7b0c1d-0000-4000-8000-000000000001',
    apiKey: 'twin-api-key',
    clientId: 'twin.apps.vivapayments.com',
    clientSecret: 'twin-client-secret',
    webhookKey: '7E1A000000000000000000000000000000000001',
    ...options.credentials,
  }
  const now = options.now ?? (() => new Date())
  const faults = makeFaults()
  const deliveries = makeDeliveries({ url: options.webhookUrl, retryPausesMs: options.retryPausesMs })
  const world = makeVivaWorld(
    remember(emptyVivaState(), options.file),
    (typeId, order, transaction) =>
      deliveries.send(vivaEvent(typeId, order, transaction, credentials.merchantId, now())),
    now,
  )
  const timers = new Set<NodeJS.Timeout>()
  const settleLater = (orderCode: string) => {
    if (options.settleAfterMs === null) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      world.settle(orderCode, 'succeeded')
    }, options.settleAfterMs ?? 10_000)
    timers.add(timer.unref())
  }

  const server = await serveTwin(options.port ?? 0, () => {
    const app = new Hono()
    addControl(app, deliveries, faults)
    app.route('/', vivaApiRoutes(world, credentials, now))
    app.route(
      '/',
      vivaPage(world, (code) => options.sources[code] ?? options.sources.Default, settleLater),
    )
    return (request) => faults.around(request, async () => app.fetch(request))
  })
  const { webhookKey, ...accounts } = credentials
  return {
    url: server.url,
    settings: {
      ...accounts,
      sourceCode: 'Default',
      hosts: { accounts: server.url, api: server.url, www: server.url },
    },
    control: {
      world,
      deliveries,
      faults,
      async verifyWebhook(url) {
        const answer: unknown = await (await fetch(url)).json()
        return typeof answer === 'object' && answer !== null && 'Key' in answer && answer.Key === webhookKey
      },
    },
    stop() {
      timers.forEach((timer) => clearTimeout(timer))
      deliveries.stop()
      return server.stop()
    },
  }
}

/** Source of the fields: developer.viva.com/webhooks-for-payments/transaction-payment-created and the like. */
function vivaEvent(
  typeId: number,
  order: TwinOrder,
  transaction: TwinTransaction | null,
  merchantId: string,
  at: Date,
): Delivery {
  const messageId = randomUUID()
  const ofTransaction = transaction && {
    TransactionId: transaction.id,
    ParentId: transaction.parentId,
    StatusId: transaction.statusId,
    TransactionTypeId: transaction.typeId,
    ResponseEventId: transaction.eventId || null,
    // Without a zone, as Viva writes it.
    InsDate: transaction.insertedAt.replace('Z', ''),
  }
  const body = JSON.stringify({
    Url: null,
    EventData: {
      ...(ofTransaction ?? { IsCancelled: true }),
      Amount: exactNumber(fromMinor((transaction ?? order).amount, 2)),
      OrderCode: exactNumber(order.code),
      MerchantId: merchantId,
      CurrencyCode: String(order.currencyCode),
      SourceCode: order.sourceCode,
      MerchantTrns: order.merchantTrns,
      CustomerTrns: order.customerTrns,
      Email: order.email,
      FullName: order.fullName,
      Tags: order.tags,
    },
    Created: at.toISOString(),
    CorrelationId: 'twin',
    EventTypeId: typeId,
    Delay: null,
    RetryCount: 0,
    RetryDelayInSeconds: null,
    MessageId: messageId,
    RecipientId: merchantId,
    MessageTypeId: 512,
  })
  return { id: messageId, type: String(typeId), body }
}
