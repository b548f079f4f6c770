import { expect, test } from 'vitest'
import { newShop } from '../../../test/world.ts'
import { read } from './change.ts'
import { updateOrganization } from './organization.ts'

test('a write is audited and announced in its own transaction', async () => {
  const shop = await newShop()
  await updateOrganization(shop.as('admin'), { name: 'A better name' })
  expect(await shop.auditOf(shop.organization.id)).toEqual(['organization.update'])
  expect(await shop.events()).toEqual(['organization.updated'])
})

test('two tenants on the same pooled connections never see each other', async () => {
  const [one, two] = await Promise.all([newShop(), newShop()])
  await updateOrganization(one.as('admin'), { name: 'One' })
  const audits = await read(
    two.as('admin'),
    async (ctx) => (await ctx.db.execute<{ id: string }>('select id from audit')).rows,
  )
  expect(audits).toEqual([])
  expect((await one.services.database.app.query('select * from audit')).rows).toEqual([])
})
