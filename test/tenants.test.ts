/** Tenant crossing: everything the owner of one organisation can send, with another organisation's ids in path, query and body. */
import { beforeAll, expect, test } from 'vitest'
import { type Client, client, type Person } from './http.ts'
import { type FullShop, fillShop } from './full-shop.ts'
import { type Listed, operations, sampleOf } from './sample.ts'
import { newShop, type Shop } from './world.ts'

let theirs: Shop
let full: FullShop
let mine: Client
let owner: Person
let theirOwner: Person

beforeAll(async () => {
  theirs = await newShop()
  full = await fillShop(theirs, {
    invoices: { vat_total: 0 },
    allocations: { credit_note_id: null },
    journal_entries: { booked_on: '2026-06-14' },
  })
  theirOwner = await client(theirs).signUp('owner', { name: full.marker })
  mine = client(await newShop())
  owner = await mine.signUp('owner')
})

test(
  'no operation shows, takes up or changes what belongs to another organisation',
  { timeout: 180_000 },
  async () => {
    const before = await fingerprint(theirs)
    const leaks: string[] = []
    for (const listed of operations) {
      for (const [id, body] of attemptsAt(listed)) {
        const path = listed.path.replaceAll(/\{\w+\}/g, id)
        const asked = `${listed.method} ${path}`
        const reply = await mine.send(listed.method, `/api/v1${path}${queryWith(listed, id)}`, body, {
          as: owner,
          key: crypto.randomUUID(),
        })
        if (reply.status >= 500) leaks.push(`${asked}: ${reply.status}`)
        if (reply.text.includes(full.marker)) leaks.push(`${asked}: shows their words`)
        if (reply.status < 300 && theirIds().some((theirs) => taken(reply.body).includes(theirs)))
          leaks.push(`${asked}: takes up their id`)
      }
    }
    expect(leaks).toEqual([])
    expect(await fingerprint(theirs)).toEqual(before)
  },
)

test('a session, a key and an access token of one organisation are strangers in the other', async () => {
  const { body } = await mine.post<{ key: string }>('/api-keys', { name: 'x' }, { as: owner })
  const { body: given } = await mine.post<{ accessToken: string }>('/api-keys/token', undefined, {
    as: body.key,
  })
  const there = client(theirs)
  expect((await there.get('/members', { as: owner })).status).toBe(403)
  expect((await there.get('/members', { as: body.key })).status).toBe(401)
  expect((await there.get('/members', { as: given.accessToken })).status).toBe(401)
  // Named by the header at a plain address, an organisation lets in nobody more.
  const named = { as: owner, headers: { 'Stoa-Organization': theirs.organization.slug } }
  expect((await mine.get<{ organization: object }>('/me', named)).body.organization).not.toMatchObject({
    slug: theirs.organization.slug,
  })
  expect((await there.get('/members', { as: theirOwner })).status).toBe(200)
})

/** An answer without what it says that it could not do. */
function taken(body: Record<string, unknown> | null): string {
  const { failed: _failed, ...rest } = body ?? {}
  return JSON.stringify(rest)
}

const theirIds = (): string[] => [...full.ids.values()].flat()

/** The ids of the tables that the path's words name; all of them where it names none. */
function idsFor(path: string): string[] {
  if (!path.includes('{')) return [theirIds()[0]!]
  const words = path
    .split('/')
    .filter((word) => word && !word.startsWith('{'))
    .map((word) => word.replaceAll('-', '_'))
  const named = [...full.ids].filter(([table]) =>
    words.some((word) => table.includes(word.replace(/s$/, ''))),
  )
  const ids = named.flatMap(([, ids]) => ids)
  return [...new Set(ids.length > 0 ? ids : theirIds())]
}

function queryWith({ operation }: Listed, id: string): string {
  const asked = operation.parameters.filter((one) => one.in === 'query' && isIdLike(one.schema))
  return asked.length > 0 ? `?${asked.map(({ name }) => `${name}=${id}`).join('&')}` : ''
}

const isIdLike = (schema: { format?: string; anyOf?: { format?: string }[] }) =>
  schema.format === 'uuid' || (schema.anyOf ?? []).some((one) => one.format === 'uuid')

/** Each id with the barest body that names theirs, and once with every field there is. */
function* attemptsAt(listed: Listed): Generator<[string, unknown]> {
  const bare = bodyWith(listed, (field) => /Ids?$/.test(field))
  const whole = bodyWith(listed, () => true)
  for (const id of idsFor(listed.path)) {
    yield [id, bare]
    if (whole !== undefined) yield [id, whole]
  }
}

function bodyWith({ body }: Listed, withOptional: (field: string) => boolean): unknown {
  if (!body) return undefined
  const id = (field: string) => {
    const word = field.replace(/Ids?$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    const named = [...full.ids].find(([table]) => word && table.includes(word))
    return named?.[1][0] ?? theirIds()[0]!
  }
  return sampleOf(body, { id, withOptional, pick: () => 0 })
}

/** What is in every table of the shop, but for what reading and signing in write. */
async function fingerprint(shop: Shop): Promise<Record<string, string>> {
  const sums: Record<string, string> = {}
  for (const table of full.ids.keys()) {
    const [row] = await shop.sql<{ sum: string }>(
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${table} t`,
    )
    sums[table] = row!.sum
  }
  return sums
}
