import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { isPublicAddress } from './private-address.ts'
import { safeFetch, type SafeFetchOptions } from './safe-fetch.ts'

const cleanups: (() => void)[] = []
afterEach(() => cleanups.splice(0).forEach((cleanup) => cleanup()))

const bounds = { maxBytes: 1_000, timeoutMs: 2_000 }
/** This machine counts as public, as long as it is called by this one address. */
const here: SafeFetchOptions = {
  ...bounds,
  isAllowed: (address) => address === '127.0.0.1',
  resolve: async () => ['127.0.0.1'],
}

async function site(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanups.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  return { port, url: `http://shop.example:${port}` }
}

test('private, local, wrapped and reserved addresses are not public', () => {
  const inside = `0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255
    192.168.1.1 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 255.255.255.255 ::1 :: ::ffff:127.0.0.1
    ::ffff:8.8.8.8 ::ffff:7f00:1 64:ff9b::7f00:1 fc00::1 fd12::1 fe80::1 ff02::1 2001::1 2001:db8::1 2002:7f00:1::
    3fff::1 100::1 localhost 127.1 example.com`
  const outside =
    '1.1.1.1 8.8.8.8 172.15.0.1 172.32.0.1 100.63.255.255 100.128.0.1 193.0.0.1 2606:4700::1111 2a00:1450::1'
  expect(inside.split(/\s+/).filter(isPublicAddress)).toEqual([])
  expect(outside.split(' ').filter((address) => !isPublicAddress(address))).toEqual([])
})

test('an address inside is refused however it is written', async () => {
  const { port } = await site((_request, response) => response.end('secret'))
  for (const url of [
    `http://127.0.0.1:${port}/`,
    `http://localhost:${port}/`,
    `http://127.1:${port}/`,
    `http://0x7f000001:${port}/`,
    `http://2130706433:${port}/`,
    `http://[::1]:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://user:password@example.com/`,
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    'ftp://example.com/',
    'nonsense',
  ]) {
    await expect(safeFetch(url, bounds)).rejects.toMatchObject({ code: 'unsafe_address' })
  }
})

test('a name that leads inside is refused, also when only one of its addresses does', async () => {
  const resolve = async () => ['8.8.8.8', '10.0.0.1']
  await expect(safeFetch('http://two-faced.example/', { ...bounds, resolve })).rejects.toMatchObject({
    code: 'unsafe_address',
  })
})

test('a name is resolved once, and the connection goes to what was checked', async () => {
  const { url } = await site((request, response) => response.end(request.headers.host))
  const answers = ['127.0.0.1', '127.0.0.2']
  const resolve = async () => [answers.shift()!]
  const { bytes, status } = await safeFetch(`${url}/a`, { ...here, resolve })
  expect([status, bytes.toString()]).toEqual([200, url.slice('http://'.length)])
  expect(answers).toEqual(['127.0.0.2'])
})

test('redirects are followed outside, refused inside, and end', async () => {
  const inside = await site((_request, response) => response.end('secret'))
  const { url } = await site((request, response) => {
    const to: Record<string, string> = {
      '/inside': `http://127.0.0.2:${inside.port}/`,
      '/metadata': 'http://169.254.169.254/',
      '/once': '/end',
      '/forever': '/forever',
      '/file': 'file:///etc/passwd',
    }
    const location = to[request.url!]
    if (location) response.writeHead(302, { Location: location }).end()
    else response.end(`the end for ${request.headers.authorization}`)
  })
  const headers = { Authorization: 'Bearer x' }
  const end = await safeFetch(`${url}/once`, { ...here, headers })
  expect([end.bytes.toString(), end.url]).toEqual(['the end for Bearer x', `${url}/end`])
  for (const path of ['/inside', '/metadata', '/forever', '/file']) {
    await expect(safeFetch(url + path, here)).rejects.toMatchObject({ code: 'unsafe_address' })
  }
  await expect(safeFetch(`${url}/once`, { ...here, method: 'POST', body: '{}' })).rejects.toMatchObject({
    code: 'unsafe_address',
  })
})

test('a password does not travel to another site', async () => {
  const second = await site((request, response) => response.end(`${request.headers.authorization}`))
  const first = await site((_request, response) =>
    response.writeHead(307, { Location: `${second.url}/` }).end(),
  )
  const { bytes } = await safeFetch(first.url, { ...here, headers: { Authorization: 'Bearer x' } })
  expect(bytes.toString()).toBe('undefined')
})

test('too much, too slow, cut off and away are told apart', async () => {
  const { url, port } = await site((request, response) => {
    if (request.url === '/long') response.writeHead(200, { 'Content-Length': '5000' }).end('x'.repeat(5000))
    if (request.url === '/endless') response.write('x'.repeat(2000))
    if (request.url === '/cut') {
      response.writeHead(200, { 'Content-Length': '500' })
      response.write('x')
      setTimeout(() => response.destroy(), 20)
    }
    if (request.url === '/zipped') response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('x')
    if (request.url === '/post') request.pipe(response)
  })
  for (const path of ['/long', '/endless']) {
    await expect(safeFetch(url + path, here)).rejects.toMatchObject({ code: 'too_large' })
  }
  for (const path of ['/silent', '/cut', '/zipped']) {
    await expect(safeFetch(url + path, { ...here, timeoutMs: 300 })).rejects.toMatchObject({
      code: 'unreachable',
    })
  }
  await expect(
    safeFetch('http://nowhere.example/', { ...here, resolve: async () => [] }),
  ).rejects.toMatchObject({
    code: 'unreachable',
  })
  const posted = await safeFetch(`http://shop.example:${port}/post`, {
    ...here,
    method: 'POST',
    body: 'γεια',
  })
  expect(posted.bytes.toString()).toBe('γεια')
})
