/** The command line as people type it, beside a running server and without one. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newServer } from './proof/server.ts'

const server = await newServer()
const other = await newServer()
afterAll(async () => {
  await server.remove()
  await other.remove()
})

type Done = { code: number | null; out: string; err: string }

const stoa = (words: string, env = server.env): Promise<Done> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.resolve('bin/stoa.ts'), ...words.split(' ')], {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    })
    const done: Done = { code: null, out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (done.out += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (done.err += chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ ...done, code }))
  })

test('what is not understood is said, and nothing is made by looking', async () => {
  expect(await stoa('dance')).toMatchObject({ code: 2 })
  expect(await stoa('status --loudly')).toMatchObject({ code: 2 })
  expect(await stoa('backup')).toMatchObject({ code: 1, err: 'Usage: stoa backup FILE\n' })
  expect((await stoa('--help')).out).toContain('import organization FILE')
  expect((await stoa('status')).err).toContain('There is no installation')
  expect(await server.databasePid()).toBeNull()
})

test('beside a running server it neither stops nor starts the database', { timeout: 300_000 }, async () => {
  await server.start()
  const pid = await server.databasePid()
  expect((await stoa('organizations add --slug market --name Market')).code).toBe(0)
  const added = await stoa('users add --email Owner@Market.example --name Owner --roles owner')
  expect(added).toMatchObject({ code: 0, err: '' })
  const token = /token=([\w-]+)/.exec(added.out)![1]!
  const password = 'a-terrace-above-the-sea'
  const chosen = await fetch(`${server.url}/api/auth/reset-password`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: server.url },
    body: JSON.stringify({ newPassword: password, token }),
  })
  expect(chosen.status).toBe(200)
  const signedIn = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: server.url },
    body: JSON.stringify({ email: 'owner@market.example', password }),
  })
  expect(signedIn.status).toBe(200)
  expect(await server.sql('select actor_name, action from audit')).toEqual([
    { actor_name: 'command line', action: 'member.join' },
  ])

  const status = JSON.parse((await stoa('status --json')).out) as { organizations: object[] }
  expect(status.organizations).toMatchObject([{ slug: 'market', members: 1, orders: 0 }])
  expect((await stoa('users add --email x@y.gr --name X --roles king')).err).toContain('roles.0')
  expect((await stoa('jobs retry 01a1fd50-a395-716d-9372-e8af62bca67d')).code).toBe(1)
  const health = await stoa('health', { ...server.env, STOA_URL: server.url })
  expect(health).toMatchObject({ code: 0 })
  expect(await server.databasePid()).toBe(pid)
  const forced = await stoa(`restore ${file()} --force`)
  expect(forced.code).toBe(1)
})

const file = () => path.join(path.dirname(server.env['STOA_DATA']!), 'market.stoa')

test('without a server it starts the database for as long as it takes', { timeout: 300_000 }, async () => {
  await server.stop()
  expect(await stoa('audit verify')).toMatchObject({ code: 0 })
  expect((await stoa(`backup ${file()}`)).out).toContain('secrets.json')
  expect(await server.databasePid()).toBeNull()
  expect(await stoa(`restore ${file()}`, other.env)).toMatchObject({ code: 0, err: '' })
  await other.start()
  expect(await other.sql('select slug from organizations')).toEqual([{ slug: 'market' }])
})
