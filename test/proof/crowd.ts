/** A small market in a real installation, and a crowd that buys there and remembers what it was told. */
import { randomUUID } from 'node:crypto'
import { createProduct } from '../../src/modules/catalog/create-product.ts'
import { jobDefinitions } from '../../src/modules.ts'
import { producers } from '../../src/modules/producers/schema.ts'
import { createShippingMethod } from '../../src/modules/shipping/methods.ts'
import { commandContext, openInstallation, withServices } from '../../src/founder/operations/open.ts'
import { readEnv } from '../../src/env.ts'
import { newId } from '../../src/platform/database/columns.ts'
import { change, unrecorded } from '../../src/platform/tenancy/change.ts'
import { createOrganization } from '../../src/platform/tenancy/organization.ts'
import { address } from '../market.ts'

export type Stall = { methodId: string; variantIds: string[] }

/** Two producers with two products each, plenty of everything. */
export async function setUpStall(env: Record<string, string>): Promise<Stall> {
  const installation = await openInstallation(readEnv(env), { isNew: true })
  try {
    return await withServices(installation, jobDefinitions, async (services) => {
      const organization = await createOrganization(services, {
        slug: 'crowd',
        name: 'Crowd',
        blueprint: 'marketplace',
        settings: { bank: { holder: 'Crowd', iban: 'GR1601101250000000012300695' } },
      })
      const ctx = commandContext(services, organization)
      const ids = [newId(), newId()]
      await change(ctx, 'producer.create', async (ctx) => {
        await ctx.db.insert(producers).values(
          ids.map((id, index) => ({
            tenantId: ctx.tenantId,
            id,
            slug: `producer-${index}`,
            name: { el: `Παραγωγός ${index}`, en: `Producer ${index}` },
          })),
        )
        return unrecorded(null)
      })
      const method = await createShippingMethod(ctx, {
        code: 'flat',
        provider: 'flat',
        name: { el: 'Κούριερ', en: 'Courier' },
        price: '3.50',
        countries: [],
      })
      const variantIds: string[] = []
      for (let n = 0; n < 4; n++) {
        const product = await createProduct(ctx, {
          producerId: ids[n % 2]!,
          name: { el: `Μέλι ${n}`, en: `Honey ${n}` },
          vatClass: 'reduced',
          status: 'published',
          variants: [{ sku: randomUUID(), price: `${7 + n}.35`, stock: 1_000_000, weightGrams: 500 }],
        })
        variantIds.push(product.variants[0]!.id)
      }
      return { methodId: method.id, variantIds }
    })
  } finally {
    await installation.close()
  }
}

export type Checkout = {
  key: string
  cartId: string
  token: string
  total: string
  /** The order as it was acknowledged; null when no answer came. */
  orderId: string | null
}

export type Crowd = {
  /** Every checkout whose last step was sent, acknowledged or not. */
  checkouts: Checkout[]
  /** Ends when enough were acknowledged, or nobody answers any more. */
  done: Promise<void>
  /** Answers that should never be: a fault of the server's own. */
  faults: string[]
}

/** `clients` buyers at once until `wanted` orders are acknowledged; each stops when nobody answers. */
export function sendCrowd(url: string, stall: Stall, wanted: number, clients = 16): Crowd {
  const crowd: Crowd = { checkouts: [], done: Promise.resolve(), faults: [] }
  const acknowledged = () => crowd.checkouts.filter(({ orderId }) => orderId).length
  const buyer = async (number: number) => {
    for (let n = 0; acknowledged() < wanted; n++) {
      if (!(await checkOut(url, stall, crowd, number + n))) return
    }
  }
  crowd.done = Promise.all(Array.from({ length: clients }, (_, number) => buyer(number))).then(() => {})
  return crowd
}

/** One whole checkout; false when nobody answers. */
async function checkOut(url: string, stall: Stall, crowd: Crowd, number: number): Promise<boolean> {
  const opened = await ask(url, 'POST', '/carts', {}, {})
  if (!opened) return false
  const { id, token } = opened.body as { id: string; token: string }
  const mine = { 'Stoa-Cart': token }
  for (const offset of [0, 1]) {
    const variantId = stall.variantIds[(number + offset) % stall.variantIds.length]
    if (!(await ask(url, 'POST', `/carts/${id}/lines`, { variantId, quantity: 1 + (number % 3) }, mine)))
      return false
  }
  const filled = await ask(
    url,
    'PATCH',
    `/carts/${id}`,
    {
      email: `${randomUUID()}@test.example`,
      shippingAddress: address,
      shippingMethodId: stall.methodId,
      paymentProvider: 'bank-transfer',
    },
    mine,
  )
  if (!filled) return false
  const { totals } = filled.body as { totals: { total: { amount: string } } }
  const checkout: Checkout = {
    key: randomUUID(),
    cartId: id,
    token,
    total: totals.total.amount,
    orderId: null,
  }
  crowd.checkouts.push(checkout)
  const placed = await place(url, checkout)
  if (!placed) return false
  if (placed.status === 201) checkout.orderId = String(placed.body['id'])
  else crowd.faults.push(`${placed.status} ${JSON.stringify(placed.body)}`)
  return true
}

export const place = (url: string, checkout: Checkout) =>
  ask(
    url,
    'POST',
    '/orders',
    { cartId: checkout.cartId, expectedTotal: checkout.total },
    { 'Stoa-Cart': checkout.token, 'Idempotency-Key': checkout.key },
  )

type Answer = { status: number; body: Record<string, unknown> }

/** Null when there is no answer, or the answer is that the database is away. */
async function ask(
  url: string,
  method: string,
  path: string,
  body: object,
  headers: Record<string, string>,
): Promise<Answer | null> {
  try {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', 'Stoa-Organization': 'crowd', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    })
    const answer = { status: response.status, body: (await response.json()) as Record<string, unknown> }
    return response.status === 503 ? null : answer
  } catch {
    return null
  }
}
