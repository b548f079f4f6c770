/** A whole checkout over the API as a guest does it: cart, two lines, address, shipping, payment, order. */
import { Client } from './load.ts'

const address = { name: 'A Buyer', line1: 'Ermou 1', city: 'Athens', postalCode: '10563', country: 'GR' }

export type FilledCart = { id: string; token: string; total: string }

export function checkouts(client: Client, variantIds: readonly string[], methodId: string) {
  const any = () => variantIds[Math.floor(Math.random() * variantIds.length)]!
  const json = async <T>(ask: Parameters<Client['send']>[0]): Promise<T> => {
    const { status, body } = await client.send(ask)
    if (status >= 300) throw new Error(`${ask.path}: ${status} ${body.slice(0, 300)}`)
    return JSON.parse(body) as T
  }

  async function fill(): Promise<FilledCart> {
    const { id, token } = await json<FilledCart>({ method: 'POST', path: '/api/v1/carts', body: {} })
    const headers = { 'Stoa-Cart': token }
    const path = `/api/v1/carts/${id}`
    for (let line = 0; line < 2; line++)
      await json({ method: 'POST', path: `${path}/lines`, body: { variantId: any(), quantity: 1 }, headers })
    const who = { email: `${id}@bench.example`, shippingAddress: address }
    await json({ method: 'PATCH', path, body: who, headers })
    await json({ path: `${path}/shipping-methods`, headers })
    const how = { shippingMethodId: methodId, paymentProvider: 'bank-transfer' }
    const filled = await json<{ totals: { total: { amount: string } } }>({
      method: 'PATCH',
      path,
      body: how,
      headers,
    })
    return { id, token, total: filled.totals.total.amount }
  }

  const place = async (cart: FilledCart): Promise<boolean> => {
    await json({
      method: 'POST',
      path: '/api/v1/orders',
      body: { cartId: cart.id, expectedTotal: cart.total },
      headers: { 'Stoa-Cart': cart.token, 'Idempotency-Key': cart.id },
    })
    return true
  }
  return { fill, place, whole: async () => place(await fill()) }
}

/** So many at a time until there are enough of them. */
export async function many<T>(count: number, make: () => Promise<T>, atOnce = 16): Promise<T[]> {
  const made: T[] = []
  let begun = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (begun++ < count) made.push(await make())
    }),
  )
  return made
}
