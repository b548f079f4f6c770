/** Walks every operation as every role: the table of declared access is what really happens, and nothing is without a rule. */
import { beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '../src/modules.ts'
import { permissions, type Role, roles, rolePermissions } from '../src/platform/access/roles.ts'
import type { Endpoint } from '../src/platform/http/endpoint.ts'
import { type Client, client, type Person } from './http.ts'
import { newShop } from './world.ts'

type Caller = Role | 'guest' | 'stranger'
const callers: readonly Caller[] = ['guest', 'stranger', ...roles]

let api: Client
const people = new Map<Caller, Person>()

beforeAll(async () => {
  api = client(await newShop())
  people.set('stranger', await api.signUp(null))
  for (const role of roles) people.set(role, await api.signUp(role))
})

test('every operation declares who may, in names that exist', () => {
  const unruled = endpoints.filter(({ access }) => {
    const names = typeof access === 'string' ? [access] : (access ?? [])
    const isKnown = (name: string) =>
      name === 'public' || name === 'signedIn' || permissions.some((permission) => permission === name)
    return names.length === 0 || !names.every(isKnown)
  })
  expect(unruled.map(nameOf)).toEqual([])
})

describe.each(callers)('as %s', (caller) => {
  test('each operation is refused or admitted as declared', async () => {
    const wrong: string[] = []
    for (const spec of endpoints) {
      const expected = standingOf(caller, spec)
      const path = spec.path.replaceAll(/\{\w+\}/g, () => crypto.randomUUID())
      const reply = await api.send(spec.method.toUpperCase(), `/api/v1${path}`, undefined, {
        as: people.get(caller),
      })
      // A verb may refuse too, by what it finds; only the edge names the permission that is needed.
      const isByRole = reply.status === 403 && 'needs' in reply.body
      const got = reply.status === 401 ? 401 : isByRole ? 403 : 'admitted'
      if (got !== expected) wrong.push(`${nameOf(spec)}: ${got} (${reply.status}), declared ${expected}`)
      if (reply.status >= 500) wrong.push(`${nameOf(spec)}: ${reply.status}`)
    }
    expect(wrong).toEqual([])
  })
})

const nameOf = (spec: Endpoint) => `${spec.method.toUpperCase()} ${spec.path}`

function standingOf(caller: Caller, { access }: Endpoint): 401 | 403 | 'admitted' {
  if (access === 'public') return 'admitted'
  if (caller === 'guest') return 401
  if (access === 'signedIn') return 'admitted'
  const held: readonly string[] = caller === 'stranger' ? [] : rolePermissions[caller]
  return [access].flat().some((permission) => held.includes(permission)) ? 'admitted' : 403
}
