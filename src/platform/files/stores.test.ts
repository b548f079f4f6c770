import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readEnv } from '../../env.ts'
import { DiskFiles } from './disk.ts'
import { openFileStore } from './open-store.ts'
import { S3Files } from './s3.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

const bytes = (text: string) => new TextEncoder().encode(text)

test('the disk keeps whole files, readable by nobody else, and never outside its directory', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'stoa-files-'))
  cleanups.push(() => rmSync(root, { recursive: true }))
  const store = new DiskFiles(path.join(root, 'files'))
  expect(await store.get('a/b/c.webp')).toBeNull()
  await store.put('a/b/c.webp', bytes('one'))
  await store.put('a/b/c.webp', bytes('two'))
  expect(Buffer.from((await store.get('a/b/c.webp'))!).toString()).toBe('two')
  expect(readdirSync(path.join(root, 'files/a/b'))).toEqual(['c.webp'])
  expect(statSync(path.join(root, 'files/a/b/c.webp')).mode & 0o077).toBe(0)

  await Promise.all(
    Array.from({ length: 20 }, (_, n) => store.put('a/b/race', bytes(String(n).repeat(50_000)))),
  )
  const raced = readFileSync(path.join(root, 'files/a/b/race'), 'utf8')
  expect(new Set(raced.match(/../g)).size).toBe(1)

  await store.delete('a/b/c.webp')
  await store.delete('a/b/c.webp')
  expect(await store.get('a/b/c.webp')).toBeNull()
  for (const key of ['../x', 'a/../../x', '/etc/passwd', 'a//b', '', '.hidden', 'a/b\0c', 'A/B']) {
    await expect(store.put(key, bytes('x'))).rejects.toThrow('No storage key')
    await expect(store.get(key)).rejects.toThrow('No storage key')
  }
})

test('S3 requests are signed and addressed by path; a busy store is asked again, a refusal is told', async () => {
  const kept = new Map<string, { type: string; body: Buffer }>()
  const seen: { method: string; url: string; headers: Record<string, unknown> }[] = []
  let busy = 1
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      seen.push({ method: request.method!, url: request.url!, headers: request.headers })
      if (busy-- > 0) return response.writeHead(503).end()
      if (request.url!.endsWith('forbidden')) {
        return response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>')
      }
      if (request.method === 'PUT') {
        kept.set(request.url!, { type: String(request.headers['content-type']), body: Buffer.concat(chunks) })
        return response.end()
      }
      if (request.method === 'DELETE') return response.writeHead(kept.delete(request.url!) ? 204 : 404).end()
      const found = kept.get(request.url!)
      return found ? response.end(found.body) : response.writeHead(404).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanups.push(() => server.close())
  const store = new S3Files({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    bucket: 'stoa',
    region: 'eu-central-1',
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'secret',
  })
  await store.put('t/aa/1-full', bytes('γεια'), 'text/plain')
  expect(Buffer.from((await store.get('t/aa/1-full'))!).toString()).toBe('γεια')
  expect(kept.get('/stoa/t/aa/1-full')?.type).toBe('text/plain')
  await store.delete('t/aa/1-full')
  await store.delete('t/aa/1-full')
  expect(await store.get('t/aa/1-full')).toBeNull()
  await expect(store.put('t/forbidden', bytes('x'), 'text/plain')).rejects.toThrow('403 AccessDenied')
  expect(seen.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'GET', 'DELETE', 'DELETE', 'GET', 'PUT'])
  for (const { headers } of seen) {
    expect(headers['authorization']).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/s3\/aws4_request, SignedHeaders=[^,]*host[^,]*, Signature=[0-9a-f]{64}$/,
    )
    expect(headers['x-amz-date']).toMatch(/^\d{8}T\d{6}Z$/)
    expect(headers['x-amz-content-sha256']).toBeDefined()
  }
})

test('half of the S3 settings are a mistake', () => {
  const env = readEnv({ NODE_ENV: 'test', S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'b' })
  expect(() => openFileStore(env)).toThrow('S3_ACCESS_KEY_ID')
  expect(openFileStore(readEnv({ NODE_ENV: 'test' }))).toBeInstanceOf(DiskFiles)
})
