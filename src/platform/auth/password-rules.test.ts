import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requireGoodPassword } from './password-rules.ts'

const leaked = 'a-password-that-once-leaked'
const padded = 'a-password-that-only-pads-it'
const asked: string[] = []
let mode: 'right' | 'broken' | 'silent' = 'right'

// Speaks the range protocol: five characters in the path, lines of suffix and count back, some of them padding.
const twin = createServer((request, response) => {
  asked.push(request.url!)
  if (mode === 'silent') return
  if (mode === 'broken') return response.writeHead(503).end('<html>')
  const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase()
  const lines = [
    [leaked, 17],
    [padded, 0],
  ]
    .map(([text, count]) => [sha1(text as string), count] as const)
    .filter(([hash]) => request.url === `/range/${hash.slice(0, 5)}`)
    .map(([hash, count]) => `${hash.slice(5)}:${count}`)
  response.end(['0018A45C4D1DEF81644B54AB7F969B88D65:1', ...lines].join('\r\n'))
})
let breachService: string
beforeAll(async () => {
  await new Promise<void>((done) => twin.listen(0, '127.0.0.1', done))
  breachService = `http://127.0.0.1:${(twin.address() as AddressInfo).port}`
})
afterAll(() => {
  twin.closeAllConnections()
  twin.close()
})

const words = ['maria.papadopoulou@elies.example', 'Μαρία Παπαδοπούλου', 'Ελιές του Ταΰγετου']
const codeOf = async (password: string, service: string | null = null) => {
  try {
    await requireGoodPassword(password, { words, breachService: service })
    return 'good'
  } catch (error) {
    return (error as { code: string }).code
  }
}

test.each([
  ['short', 'password_too_short'],
  ['😀😀😀😀😀', 'password_too_short'],
  ['x1y2z3'.repeat(40), 'password_too_long'],
  ['abababababab', 'password_common'],
  ['basketball', 'password_common'],
  ['Password2026!', 'password_common'],
  ['maria.papadopoulou1', 'password_personal'],
  ['Παπαδοπουλου-12', 'password_personal'],
  ['ταΰγετου2026', 'password_personal'],
  ['open-the-stoa-2026', 'good'],
  ['σταφύλια και σύκα', 'good'],
])('%s is %s', async (password, verdict) => {
  expect(await codeOf(password)).toBe(verdict)
})

test('a leaked password is refused by the range service, and only five characters of its hash are told', async () => {
  asked.length = 0
  mode = 'right'
  expect(await codeOf(leaked, breachService)).toBe('password_breached')
  expect(await codeOf(padded, breachService)).toBe('good')
  expect(await codeOf(leaked, null)).toBe('good')
  expect(asked).toHaveLength(2)
  for (const path of asked) expect(path).toMatch(/^\/range\/[0-9A-F]{5}$/)
})

test('a service that is broken, silent or away keeps nobody out', async () => {
  mode = 'broken'
  expect(await codeOf(leaked, breachService)).toBe('good')
  mode = 'silent'
  expect(await codeOf(leaked, breachService)).toBe('good')
  expect(await codeOf(leaked, 'http://127.0.0.1:9')).toBe('good')
})
