/** A backup restored elsewhere is the same market, to the row and the cent, and goes on working. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { asRole } from '../../../test/world.ts'
import { connect } from '../../platform/database/connect.ts'
import { verifyAudit } from '../../platform/audit/verify.ts'
import { storeFile } from '../../platform/files/upload.ts'
import { MemoryFiles } from '../../platform/files/memory.ts'
import { backup } from './backup.ts'
import { ask, emptyInstallation, seal, sell, soldTo, sourceOf } from './installations.fixture.ts'
import { restore } from './restore.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'stoa-backup-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const counts = `select
  (select count(*) from orders)::int as orders, (select sum(total) from orders)::text as total,
  (select count(*) from stock_movements)::int as movements, (select sum(quantity) from stock_movements)::text as moved,
  (select count(*) from audit)::int as audit, (select count(*) from audit_seals)::int as seals,
  (select count(*) from events)::int as events, (select count(*) from auth."user")::int as people,
  (select count(*) from pgboss.job where state = 'created')::int as jobs`

test('a backup restored into an empty database is equal, sealed, and open for business', async () => {
  const market = await soldTo(5)
  const source = sourceOf(market)
  await seal(source.ownerUrl)
  // Not yet sealed and not yet relayed: the restored installation has to see to them.
  await sell(market, 2)
  const bytes = Buffer.from('Λάδι, ελιές και μέλι: how we deliver.')
  const stored = await storeFile(market.shop.as('admin'), { name: 'notes.txt', bytes, visibility: 'private' })
  const file = path.join(folder, 'everything.stoa')
  const report = await backup(source, market.shop.services.files, file, '0.1.0')
  expect(report.missingFiles).toEqual([])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(existsSync(`${file}.part`)).toBe(false)

  const target = await emptyInstallation()
  const files = new MemoryFiles()
  await restore(target, files, file, false)
  const before = await ask(source.ownerUrl, counts)
  expect(await ask(target.ownerUrl, counts)).toEqual(before)
  expect(Number(before['orders'])).toBe(7)
  expect(Buffer.from((await files.get(stored.storageKey))!)).toEqual(bytes)

  const database = connect(
    { app: asRole(target.ownerUrl, 'app'), relay: asRole(target.ownerUrl, 'relay') },
    4,
  )
  try {
    const check = () =>
      verifyAudit({ database, secrets: market.shop.services.secrets }, market.shop.organization.id)
    const early = await check()
    expect(early.fault).toBeNull()
    expect(early.checked).toBe(before['seals'])
    await seal(target.ownerUrl)
    const late = await check()
    expect({ fault: late.fault, checked: late.checked }).toEqual({ fault: null, checked: before['audit'] })
  } finally {
    await database.close()
  }
  const ahead = await ask(
    target.ownerUrl,
    `select count(*)::int as n from events where xid > '1' and xid < pg_snapshot_xmin(pg_current_snapshot())`,
  )
  expect(Number(ahead['n'])).toBeGreaterThan(0)
})

test('nothing is restored over what is there, unless forced', async () => {
  const market = await soldTo(1)
  const file = path.join(folder, 'twice.stoa')
  await backup(sourceOf(market), market.shop.services.files, file, '0.1.0')
  const target = await emptyInstallation()
  await restore(target, new MemoryFiles(), file, false)
  await expect(restore(target, new MemoryFiles(), file, false)).rejects.toThrow(/not empty/)
  await restore(target, new MemoryFiles(), file, true)
  expect(await ask(target.ownerUrl, counts)).toEqual(await ask(sourceOf(market).ownerUrl, counts))
})

test('a damaged or shortened file is refused before anything is emptied', async () => {
  const market = await soldTo(1)
  const file = path.join(folder, 'whole.stoa')
  await backup(sourceOf(market), market.shop.services.files, file, '0.1.0')
  const target = await emptyInstallation()
  await restore(target, new MemoryFiles(), file, false)
  const whole = readFileSync(file)
  const broken = path.join(folder, 'broken.stoa')
  for (const bytes of [whole.subarray(0, whole.length - 2000), Buffer.from('no archive'), flipped(whole)]) {
    writeFileSync(broken, bytes)
    await expect(restore(target, new MemoryFiles(), broken, true)).rejects.toThrow(/damaged|no archive/)
  }
  await expect(restore(target, new MemoryFiles(), path.join(folder, 'absent'), true)).rejects.toThrow(
    /Cannot read/,
  )
  expect((await ask(target.ownerUrl, counts))['orders']).toBe(
    (await ask(sourceOf(market).ownerUrl, counts))['orders'],
  )
})

test('who is subject to row-level security is told what is missing', async () => {
  const market = await soldTo(0)
  const ownerUrl = asRole(sourceOf(market).ownerUrl, 'app')
  await expect(
    backup({ ownerUrl }, new MemoryFiles(), path.join(folder, 'half.stoa'), '0.1.0'),
  ).rejects.toThrow(/alter role "?stoa_app"? bypassrls/)
})

function flipped(whole: Buffer): Buffer {
  const bytes = Buffer.from(whole)
  bytes[Math.floor(bytes.length / 2)]! ^= 0xff
  return bytes
}
