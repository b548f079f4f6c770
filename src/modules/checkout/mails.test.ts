import { expect, test } from 'vitest'
import { newMarket } from '../../../test/market.ts'
import { checkoutJobs } from './jobs.ts'

test('an order is confirmed to its buyer and told to its producers, however often the job runs', async () => {
  const market = await newMarket()
  await market.shop.sql("update producers set email = 'producer@test.example'")
  const placed = await market.place(
    await market.cart([{ variantId: await market.variant(), quantity: 2 }], { email: 'buyer@test.example' }),
  )
  const [event] = await market.shop.sql<{ id: string; entity_id: string }>(
    "select * from events where name = 'order.placed'",
  )
  const input = {
    event: {
      id: event!.id,
      name: 'order.placed' as const,
      entity: 'order',
      entityId: event!.entity_id,
      data: {},
      at: '',
    },
  }
  for (const { handle } of [...checkoutJobs, ...checkoutJobs]) await handle(market.shop.as('system'), input)

  const order = placed.body as { id: string; number: string }
  const mails = await market.shop.sql<{ recipient: string; subject: string; text: string }>(
    'select recipient, subject, text from mails order by recipient',
  )
  expect(mails.map((mail) => mail.recipient)).toEqual(['buyer@test.example', 'producer@test.example'])
  expect(mails[0]!.subject).toContain(order.number)
  expect(mails[0]!.text).toContain(`/orders/${order.id}?access=`)
})
