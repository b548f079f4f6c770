import { expect, test } from 'vitest'
import { newMarket } from '../../../test/market.ts'
import { addProducerPerson, listProducerPeople, removeProducerPerson } from './people.ts'

test('somebody new is invited, a colleague of another producer is added at once, and both only once', async () => {
  const { shop, api, producers } = await newMarket()
  const admin = shop.as('admin')
  const [producerId, other] = producers
  const nikos = await api.signUp('producer', { producerIds: [other] })
  const add = (email: string) => addProducerPerson(admin, { producerId, email })

  expect(await add(nikos.email)).toEqual({ email: nikos.email, isInvited: false })
  expect(await add(nikos.email)).toEqual({ email: nikos.email, isInvited: false })
  expect(await add('new@test.example')).toMatchObject({ isInvited: true })
  expect(await add('new@test.example')).toMatchObject({ isInvited: true })

  const people = await listProducerPeople(admin, producerId)
  expect(people.members.map(({ email }) => email)).toEqual([nikos.email])
  expect(people.invitations.map(({ email }) => email)).toEqual(['new@test.example'])
})

test('who is let go keeps the account, and acts for nobody they did not act for before', async () => {
  const { shop, api, producers } = await newMarket()
  const admin = shop.as('admin')
  const [producerId, other] = producers
  const both = await api.signUp('producer', { producerIds: [producerId, other] })
  const one = await api.signUp('producer', { producerIds: [producerId] })
  for (const { userId } of [both, both, one]) await removeProducerPerson(admin, { producerId, userId })

  const rows = await shop.sql<{ user_id: string; roles: string[]; producer_ids: string[] }>(
    'select user_id, roles, producer_ids from members where user_id = any($1)',
    [[both.userId, one.userId]],
  )
  const found = (id: string) => rows.find((row) => row.user_id === id)
  expect(found(both.userId)).toMatchObject({ roles: ['producer'], producer_ids: [other] })
  expect(found(one.userId)).toMatchObject({ roles: ['customer'], producer_ids: [] })
})

test('only who manages members may, and another shop knows nobody', async () => {
  const [market, other] = [await newMarket(), await newMarket()]
  const producerId = market.producers[0]
  for (const role of ['producer', 'lead'] as const)
    await expect(
      addProducerPerson(market.shop.as(role), { producerId, email: 'a@test.example' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    addProducerPerson(other.shop.as('admin'), { producerId, email: 'a@test.example' }),
  ).rejects.toMatchObject({ status: 422 })
  expect((await listProducerPeople(other.shop.as('admin'), producerId)).members).toEqual([])
})
