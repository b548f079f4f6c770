/** One organisation moves to another installation whole, beside those that are there. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { imbalances } from '../../../test/market.ts'
import { asRole } from '../../../test/world.ts'
import { connect } from '../../platform/database/connect.ts'
import { prepareDatabase } from '../../platform/database/migrate.ts'
import { verifyAudit } from '../../platform/audit/verify.ts'
import { MemoryFiles } from '../../platform/files/memory.ts'
import { storeFile } from '../../platform/files/upload.ts'
import { exportOrganization } from './export-organization.ts'
import { importOrganization } from './import-organization.ts'
import { ask, emptyInstallation, seal, sell, soldTo, sourceOf } from './installations.fixture.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'stoa-export-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const counts = (id: string) => `select
  (select count(*) from orders where tenant_id = '${id}')::int as orders,
  (select sum(total) from orders where tenant_id = '${id}')::text as total,
  (select sum(quantity) from stock_movements where tenant_id = '${id}')::text as moved,
  (select count(*) from audit where tenant_id = '${id}')::int as audit,
  (select count(*) from events where tenant_id = '${id}')::int as events,
  (select count(*) from auth."user" where id in (select user_id from members where tenant_id = '${id}'))::int as people`

test('an exported organisation is the same elsewhere, and no other one comes along', async () => {
  const [market, other] = [await soldTo(3), await soldTo(2)]
  const { organization, services } = market.shop
  const { ownerUrl } = sourceOf(market)
  await seal(ownerUrl)
  // Sealed there only after it has arrived.
  await sell(market, 1)
  const stored = await storeFile(market.shop.as('admin'), {
    name: 'notes.txt',
    bytes: Buffer.from('Ό,τι χρειάζεται για την παράδοση.'),
    visibility: 'private',
  })
  const file = path.join(folder, 'one.stoa')
  const written = await exportOrganization({ ownerUrl }, services.files, organization, file, '0.1.0')
  expect(written.files).toBeGreaterThan(0)

  const target = await emptyInstallation()
  await prepareDatabase(target.ownerUrl, target.secrets)
  const files = new MemoryFiles()
  const read = await importOrganization(target, files, file)
  expect(read).toMatchObject({ rows: written.rows, organization: { slug: organization.slug } })
  expect(await ask(target.ownerUrl, counts(organization.id))).toEqual(
    await ask(ownerUrl, counts(organization.id)),
  )
  expect((await ask(target.ownerUrl, counts(other.shop.organization.id)))['orders']).toBe(0)
  expect(await files.get(stored.storageKey)).not.toBeNull()

  await seal(target.ownerUrl)
  const database = connect(
    { app: asRole(target.ownerUrl, 'app'), relay: asRole(target.ownerUrl, 'relay') },
    2,
  )
  try {
    const verdict = await verifyAudit({ database, secrets: services.secrets }, organization.id)
    const { audit } = await ask(target.ownerUrl, counts(organization.id))
    expect(verdict).toMatchObject({ fault: null, checked: audit })
  } finally {
    await database.close()
  }
  // Nobody is written to again for what has happened there.
  const told = await ask(target.ownerUrl, `select count(*)::int as n from events where xid > '1'`)
  expect(told['n']).toBe(0)
  expect(await imbalances(market.shop)).toEqual([])

  await expect(importOrganization(target, files, file)).rejects.toThrow(/already an organisation/)
})

test('somebody else with the same address stops the import, and nothing is left of it', async () => {
  const market = await soldTo(1)
  const person = await market.api.signUp('lead')
  const { organization, services } = market.shop
  const file = path.join(folder, 'people.stoa')
  await exportOrganization(sourceOf(market), services.files, organization, file, '0.1.0')
  const target = await emptyInstallation()
  await prepareDatabase(target.ownerUrl, target.secrets)
  await ask(
    target.ownerUrl,
    `insert into auth."user" (id, name, email) values (gen_random_uuid(), 'Another', '${person.email}')`,
  )
  await expect(importOrganization(target, new MemoryFiles(), file)).rejects.toThrow(person.email)
  expect((await ask(target.ownerUrl, counts(organization.id)))['orders']).toBe(0)
  // The very same person, though, is one account in both.
  await ask(target.ownerUrl, `update auth."user" set id = '${person.userId}'`)
  await importOrganization(target, new MemoryFiles(), file)
  expect((await ask(target.ownerUrl, counts(organization.id)))['orders']).toBe(1)
})
