/** Walks every page of the back office as everybody: who may not open it gets no data, who may gets the page. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type Role, roles, rolePermissions } from '../../src/platform/access/roles.ts'
import { demoPassword } from '../../src/platform/start/welcome.ts'
import routes from '../../src/routes.ts'
import { addressOf, consolePaths, needsOf } from './console-pages.ts'
import { demoUrl } from './visitor.ts'

const paths = consolePaths(await routes)
/** By the page map's path. */
const addresses = new Map<string, string>()
const tokens = new Map<Role, string>()

async function tokenOf(role: Role): Promise<string> {
  const reply = await fetch(`${demoUrl}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: demoUrl },
    body: JSON.stringify({ email: `${role}@demo.test`, password: demoPassword }),
  })
  return ((await reply.json()) as { token: string }).token
}

const as = (role: Role | null) => (address: string) =>
  fetch(demoUrl + address, {
    redirect: 'manual',
    headers: {
      Accept: 'text/html',
      'Accept-Language': 'en',
      ...(role && { Authorization: `Bearer ${tokens.get(role)}` }),
    },
  })

beforeAll(async () => {
  for (const role of roles) tokens.set(role, await tokenOf(role))
  for (const path of paths) addresses.set(path, await addressOf(path, as('owner')))
})

test('every page says who may open it', () => {
  expect(paths.length).toBeGreaterThan(40)
  expect(paths.filter((path) => !needsOf(path))).toEqual([])
})

test('a guest is asked to sign in, and is brought back', async () => {
  const wrong: string[] = []
  for (const [path, address] of addresses) {
    const reply = await as(null)(address)
    const to = reply.headers.get('location') ?? ''
    // What is printed stands outside the frame, and says no for itself.
    if (path.endsWith('/slip') && reply.status === 401) continue
    if (reply.status !== 302 || !to.startsWith(`/sign-in?back=${encodeURIComponent(address)}`))
      wrong.push(`${path}: ${reply.status} ${to}`)
  }
  expect(wrong).toEqual([])
})

describe.each(roles)('as %s', (role) => {
  test('each page is shown or refused as the API does', async () => {
    const held: readonly string[] = rolePermissions[role]
    const wrong: string[] = []
    for (const [path, address] of addresses) {
      const mayOpen =
        held.length > 0 && needsOf(path)!.every((any) => any.some((permission) => held.includes(permission)))
      const reply = await as(role)(address)
      const text = await reply.text()
      // The page of one's own goods is for whoever acts for a producer, whatever their role allows.
      if (path === 'console/profile' && role !== 'producer' && reply.status === 403) continue
      // A record of somebody else's is not there for a producer, and nowhere is nowhere for everybody.
      const isMissing =
        reply.status === 404 && (role === 'producer' || path.endsWith('*') || path.includes(':'))
      if (mayOpen ? reply.status !== 200 && !isMissing : reply.status !== 403 && reply.status !== 404)
        wrong.push(`${address}: ${reply.status}, ${mayOpen ? 'open' : 'closed'} to this role`)
      if (reply.status === 403 && !/You may not see this|The back office is for/.test(text))
        wrong.push(`${address}: the refusal says nothing`)
    }
    expect(wrong).toEqual([])
  })
})
