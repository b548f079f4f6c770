import { expect, test } from 'vitest'
import { newMarket } from '../../../test/market.ts'
import { listMyAgreements } from './agreements.ts'

test('a seller reads their own agreements in force, others none', async () => {
  const { shop, producers } = await newMarket()
  const [rena, other] = [shop.as('seller'), shop.as('seller')]
  for (const [producerId, endedAt] of [
    [producers[0], null],
    [producers[1], new Date()],
  ])
    await shop.sql(
      `insert into seller_agreements (tenant_id, id, seller_user_id, producer_id, code, commission_percent, ended_at)
       values ($1, gen_random_uuid(), $2, $3, 'rena', 5, $4)`,
      [shop.organization.id, rena.actor.userId, producerId, endedAt],
    )
  const own = await listMyAgreements(rena)
  expect(own).toMatchObject([{ producerId: producers[0], code: 'rena', producer: { slug: 'producer-0' } }])
  expect(await listMyAgreements(other)).toEqual([])
  await expect(listMyAgreements(shop.as('guest'))).rejects.toMatchObject({ status: 401 })
})
