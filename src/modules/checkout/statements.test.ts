import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { address, newMarket } from '../../../test/market.ts'

/** What the database was told meanwhile, one text for each statement. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = []
  const real = pg.Client.prototype.query as (...all: unknown[]) => unknown
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: unknown,
    ...all: unknown[]
  ) {
    const first = all[0] as string | { text: string }
    texts.push(typeof first === 'string' ? first : first.text)
    return real.apply(this, all) as never
  })
  await work().finally(() => spy.mockRestore())
  return texts
}

/** The budget is 40. This is where it stands, so that it can only get better: lower it with each saving. */
const most = 109

test(`a whole checkout tells the database at most ${most} statements`, async () => {
  const { api, variant, methodId } = await newMarket()
  const wanted = [await variant({ producer: 0 }), await variant({ producer: 1 })]

  const checkout = async () => {
    const steps: Record<string, number> = {}
    const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      let result: T | undefined
      const texts = await statementsOf(async () => (result = await work()))
      steps[name] = texts.length
      return result!
    }
    const opened = await step('cart', () => api.post<{ id: string; token: string }>('/carts', {}))
    const { id, token } = opened.body
    const ask = { headers: { 'Stoa-Cart': token } }
    for (const [n, variantId] of wanted.entries())
      await step(`line ${n + 1}`, () => api.post(`/carts/${id}/lines`, { variantId, quantity: 1 }, ask))
    await step('address', () =>
      api.patch(`/carts/${id}`, { email: 'buyer@test.example', shippingAddress: address }, ask),
    )
    await step('methods', () => api.get(`/carts/${id}/shipping-methods`, ask))
    const filled = await step('method', () =>
      api.patch<{ totals: { total: { amount: string } } }>(
        `/carts/${id}`,
        { shippingMethodId: methodId, paymentProvider: 'bank-transfer' },
        ask,
      ),
    )
    const order = { cartId: id, expectedTotal: filled.body.totals.total.amount }
    const placed = await step('order', () => api.post('/orders', order, { ...ask, key: id }))
    expect(placed.status, placed.text).toBe(201)
    return steps
  }

  // What is looked up once (the organisation, the ways of sending) is known the second time.
  await checkout()
  const steps = await checkout()
  expect(
    Object.values(steps).reduce((sum, count) => sum + count, 0),
    JSON.stringify(steps),
  ).toBeLessThanOrEqual(most)
})
