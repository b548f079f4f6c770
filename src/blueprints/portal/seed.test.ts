/** The demo's service company on a real database: bookings of every state around today, and a second start changes nothing. */
import { expect, test } from 'vitest'
import { bookingStatuses } from '../../modules/requests/values.ts'
import { newShop } from '../../../test/world.ts'
import { seedPortal } from './seed.ts'

test('the demo comes up whole, and once', { timeout: 120_000 }, async () => {
  const shop = await newShop()
  await seedPortal(shop.as('system'))
  const facts = async () =>
    await shop.sql<{
      status: string
      n: number
      services: number
      series: number
      ahead: number
      first: number
    }>(`
      select status, count(*)::int as n, count(distinct service_id)::int as services, count(series_id)::int as series,
        count(*) filter (where starts_at > now())::int as ahead from requests group by 1 order by 1`)
  const before = await facts()
  expect(before.map(({ status }) => status)).toEqual([...bookingStatuses].toSorted())
  const sum = (field: 'n' | 'ahead' | 'series') => before.reduce((total, row) => total + row[field], 0)
  expect(sum('n')).toBeGreaterThan(80)
  expect(sum('ahead')).toBeGreaterThan(30)
  expect(sum('series')).toBeGreaterThan(5)
  await seedPortal(shop.as('system'))
  expect(await facts()).toEqual(before)
})
