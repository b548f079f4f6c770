import { Client } from 'pg'
import { afterEach, expect, inject, test } from 'vitest'
import { client } from '../../../test/http.ts'
import { newShop, type Shop } from '../../../test/world.ts'
import { newId } from '../database/columns.ts'
import { startLeader } from '../events/leader.ts'
import { updateOrganization } from '../tenancy/organization.ts'
import { anchorJob, anchorKey, makeAnchor } from './anchor.ts'
import { sealAudit } from './sealer.ts'
import { verifyAudit } from './verify.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

function seal(shop: Shop) {
  const leader = startLeader(shop.services, [sealAudit()])
  cleanups.push(leader.stop)
}

const rename = (shop: Shop, name: string) => updateOrganization(shop.as('admin'), { name })

const sealed = async (shop: Shop) => (await verifyAudit(shop.services, shop.organization.id)).checked

/** What only somebody with the owner's password can do. */
async function tamper(shop: Shop, ...statements: string[]) {
  const name = shop.services.database.app.options.connectionString!.split('/').at(-1)
  const admin = new Client({ connectionString: `${inject('postgres')}${name}` })
  await admin.connect()
  for (const text of statements)
    await admin.query(text.replaceAll('TENANT', `'${shop.organization.id}'::uuid`))
  await admin.end()
}

async function shopWithEntries(count: number): Promise<{ shop: Shop; ids: string[] }> {
  const shop = await newShop()
  seal(shop)
  for (let n = 1; n <= count; n++) await rename(shop, `Name ${n}`)
  await expect.poll(() => sealed(shop), { timeout: 5_000 }).toBe(count)
  const rows = await shop.sql<{ id: string }>('select audit_id as id from audit_seals order by position')
  return { shop, ids: rows.map((row) => row.id) }
}

const verify = (shop: Shop) => verifyAudit(shop.services, shop.organization.id)

test('every write is sealed within about a second, in the order of commit, each organisation by itself', async () => {
  const [shop, other] = await Promise.all([newShop(), newShop()])
  seal(shop)
  await Promise.all([rename(shop, 'A'), rename(other, 'B'), rename(shop, 'C')])
  await expect.poll(() => Promise.all([sealed(shop), sealed(other)]), { timeout: 3_000 }).toEqual([2, 1])
  expect(await verify(shop)).toMatchObject({ isSound: true, checked: 2, fault: null })
  const order = await shop.sql<{ same: boolean }>(
    `select array_agg(s.audit_id order by s.position) = array_agg(a.id order by a.xid, a.ordinal) as same
      from audit_seals s join audit a on a.id = s.audit_id`,
  )
  expect(order[0]!.same).toBe(true)
  expect(await verifyAudit(shop.services, newId())).toMatchObject({ isSound: true, checked: 0, head: null })
})

test('the application can neither change nor delete entries and seals, nor write seals', async () => {
  const { shop } = await shopWithEntries(1)
  for (const text of [
    `update audit set action = 'x.y'`,
    'delete from audit',
    'update audit_seals set position = 9',
    'delete from audit_seals',
    `insert into audit_seals (tenant_id, position, audit_id, hash) values ('${shop.organization.id}', 9, '${newId()}', '')`,
  ]) {
    await expect(shop.sql(text)).rejects.toThrow('permission denied')
  }
  await expect(shop.services.database.relay.query('delete from audit')).rejects.toThrow('permission denied')
})

test('one changed byte is found, wherever it is', async () => {
  for (const change of [
    `set "after" = jsonb_set("after", '{name}', '"Nama 3"')`,
    `set actor_name = actor_name || ' '`,
    `set at = at + interval '1 microsecond'`,
    'set address = null',
  ]) {
    const { shop, ids } = await shopWithEntries(4)
    await tamper(shop, `update audit ${change} where id = '${ids[2]}'`)
    expect(await verify(shop)).toMatchObject({
      isSound: false,
      checked: 2,
      fault: { kind: 'changed', position: 3, auditId: ids[2] },
    })
  }
})

test('a removed entry, a removed seal, two swapped and one slipped in are found', async () => {
  const removed = await shopWithEntries(3)
  await tamper(removed.shop, `delete from audit where id = '${removed.ids[1]}'`)
  expect((await verify(removed.shop)).fault).toMatchObject({
    kind: 'missing',
    position: 2,
    auditId: removed.ids[1],
  })

  const both = await shopWithEntries(3)
  await tamper(
    both.shop,
    `delete from audit where id = '${both.ids[1]}'`,
    `delete from audit_seals where tenant_id = TENANT and position = 2`,
  )
  expect((await verify(both.shop)).fault).toMatchObject({ kind: 'seal_missing', position: 2 })

  const swapped = await shopWithEntries(3)
  await tamper(
    swapped.shop,
    `update audit_seals set audit_id = case position when 1 then '${swapped.ids[1]}'::uuid else '${swapped.ids[0]}'::uuid end
      where tenant_id = TENANT and position < 3`,
  )
  expect((await verify(swapped.shop)).fault).toMatchObject({
    kind: 'changed',
    position: 1,
    auditId: swapped.ids[1],
  })

  const slipped = await shopWithEntries(2)
  const id = newId()
  await tamper(
    slipped.shop,
    `insert into audit select tenant_id, '${id}', xid, 99, at, action, entity, entity_id, actor_kind, actor_id, actor_name,
      is_override, request_id, address, "before", "after" from audit where id = '${slipped.ids[0]}'`,
  )
  expect((await verify(slipped.shop)).fault).toMatchObject({ kind: 'not_sealed', auditId: id })
})

test('a log that was cut or written anew is found with an anchor, and only with a genuine one', async () => {
  const { shop } = await shopWithEntries(4)
  const { secrets, database } = shop.services
  const anchor = (await makeAnchor(shop.services, shop.organization.id, new Date()))!
  expect(anchor.position).toBe(4)
  const check = (with_ = anchor) =>
    verifyAudit({ database, secrets: ['a-newer-secret', ...secrets] }, shop.organization.id, with_)
  expect(await check()).toMatchObject({ isSound: true, checked: 4 })
  for (const forged of [
    { ...anchor, position: 3 },
    { ...anchor, signature: '0'.repeat(64) },
    { ...anchor, tenantId: newId() },
  ]) {
    expect((await check(forged)).fault?.kind).toBe('anchor_forged')
  }
  const cut = 'delete from audit_seals where tenant_id = TENANT and position > 2'
  await tamper(
    shop,
    `delete from audit a using audit_seals s where s.tenant_id = TENANT and s.position > 2 and a.id = s.audit_id`,
    cut,
  )
  expect(await verify(shop)).toMatchObject({ isSound: true, checked: 2 })
  expect(await check()).toMatchObject({ isSound: false, fault: { kind: 'cut', position: 4 } })
  for (const name of ['Other 3', 'Other 4']) await rename(shop, name)
  await expect.poll(() => sealed(shop), { timeout: 5_000 }).toBe(4)
  expect((await check()).fault).toMatchObject({ kind: 'anchor_differs', position: 4 })
})

test('each day’s anchor is stored once and mailed; a log that differs from the last is reported', async () => {
  const { shop } = await shopWithEntries(2)
  await updateOrganization(shop.as('admin'), { settings: { alerts: { email: 'guard@test.example' } } })
  await expect.poll(() => sealed(shop), { timeout: 5_000 }).toBe(3)
  const organization = { ...shop.organization, settings: { alerts: { email: 'guard@test.example' } } }
  const run = (day: string) => {
    const ctx = shop.as('system', { now: new Date(`${day}T01:40:00Z`), locale: 'el' })
    return anchorJob.handle({ ...ctx, organization }, undefined as never, {
      jobId: '',
      number: 1,
      isLast: false,
    })
  }
  await run('2026-06-13')
  await run('2026-06-13')
  const stored = await shop.services.files.get(anchorKey(shop.organization.id, '2026-06-13'))
  expect(JSON.parse(new TextDecoder().decode(stored!))).toMatchObject({ position: 3, day: '2026-06-13' })
  const mails = () =>
    shop.sql<{ template: string; text: string }>('select template, text from mails order by id')
  expect((await mails()).map((mail) => mail.template)).toEqual(['audit.anchor'])
  expect((await mails())[0]!.text).toContain('"position":3')

  await tamper(shop, `update audit_seals set hash = '\\x00' where tenant_id = TENANT and position = 3`)
  await run('2026-06-14')
  expect((await mails()).map((mail) => mail.template)).toContain('system.alert')
})

test('the log is read by those who may, filtered, searched, page by page and as a file', async () => {
  const [shop, other] = await Promise.all([newShop(), newShop()])
  const api = client(shop)
  const [admin, accountant, lead] = await Promise.all([
    api.signUp(['admin']),
    api.signUp(['accountant']),
    api.signUp(['lead']),
  ])
  const ctx = shop.as('admin', { userId: admin.userId, name: 'Μαρία' })
  for (const [n, day] of ['01', '02', '03', '04', '05'].entries()) {
    await updateOrganization({ ...ctx, now: new Date(`2026-03-${day}T22:30:00Z`) }, { name: `=Name ${n}` })
  }
  await rename(other, 'Elsewhere')
  type Listed = {
    data: { at: string; action: string; after: { name: string } }[]
    page: { next: string | null }
  }
  const list = async (query: string) => (await api.get<Listed>(`/audit?${query}`, { as: accountant })).body
  const names: string[] = []
  for (let next: string | null = ''; next !== null;) {
    const page: Listed = await list(`limit=2${next ? `&cursor=${next}` : ''}`)
    names.push(...page.data.map((entry) => entry.after.name))
    next = page.page.next
  }
  expect(names).toEqual([4, 3, 2, 1, 0].map((n) => `=Name ${n}`))
  const count = async (query: string) => (await list(query)).data.length
  // In Athens these are the next days' first minutes.
  expect(await count('from=2026-03-03&to=2026-03-04')).toBe(2)
  expect(await count('from=2026-03-03T22:30:00Z&to=2026-03-04T22:30:00Z')).toBe(1)
  expect(await count(`actor=${admin.userId}`)).toBe(5)
  expect(await count(`entity=organization&entityId=${shop.organization.id}&action=organization.*`)).toBe(5)
  expect(await count('action=organization.create')).toBe(0)
  expect(await count(`q=${encodeURIComponent('μαρία')}&limit=3`)).toBe(3)
  expect(await count('q=100%25')).toBe(0)

  const csv = await api.get('/audit.csv?q=organization', { as: admin })
  expect(csv.headers.get('content-type')).toContain('text/csv')
  expect(csv.text.trim().split('\r\n')).toHaveLength(6)
  const verdict = await api.get('/audit/verification', { as: admin })
  expect(verdict.body).toMatchObject({ checked: 0 })
  expect((await api.get('/audit', { as: lead })).status).toBe(403)
  expect((await api.get('/audit')).status).toBe(401)
  expect((await api.get('/audit?colour=red', { as: admin })).status).toBe(422)
})
