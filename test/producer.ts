/** A producer for tests that only need one to be there. */
import { newId } from '../src/platform/database/columns.ts'
import type { Shop } from './world.ts'

export async function newProducer(
  shop: Shop,
  name = 'Κτήμα Βουνού',
  slug = `p-${newId().slice(-8)}`,
): Promise<string> {
  const id = newId()
  await shop.sql('insert into producers (tenant_id, id, slug, name) values ($1, $2, $3, $4)', [
    shop.organization.id,
    id,
    slug,
    JSON.stringify({ el: name }),
  ])
  return id
}
