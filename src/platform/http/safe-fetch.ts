/**
 * Fetches an address that somebody typed. It must lead to the public internet: each hop's name is resolved once, every
 * address it has is checked, and the connection goes to the very address that was checked, so that neither a redirect
 * nor a name that changes its mind leads inside. Time, size and hops are bounded.
 */
import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { type AppError, invalid, tooLarge, unavailable } from './app-error.ts'
import { isPublicAddress } from './private-address.ts'

export type SafeFetchOptions = {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** The most bytes an answer may have. */
  maxBytes: number
  /** For everything together, redirects included. */
  timeoutMs: number
  /** How many redirects are followed; none for POST. 5 when absent. */
  maxRedirects?: number
  /** Only for tests: addresses that count as public, and who resolves names. */
  isAllowed?: (address: string) => boolean
  resolve?: (host: string) => Promise<string[]>
}

export type SafeAnswer = {
  status: number
  headers: Headers
  bytes: Buffer
  /** Where it was found. */ url: string
}

/**
 * Throws AppError: `unsafe_address` (never try again), `too_large`, or `unreachable` (may be tried again: no answer, broken
 * or too slow). Any status is an answer, also 404 and 500.
 */
export async function safeFetch(url: string, options: SafeFetchOptions): Promise<SafeAnswer> {
  const signal = AbortSignal.timeout(options.timeoutMs)
  const hops = options.method === 'POST' ? 0 : (options.maxRedirects ?? 5)
  let at = readUrl(url)
  for (let hop = 0; ; hop++) {
    const headers =
      at.origin === new URL(url).origin ? (options.headers ?? {}) : withoutCredentials(options.headers)
    const answer = await fetchOnce(at, { ...options, headers }, signal)
    const location = answer.headers.get('location')
    if (![301, 302, 303, 307, 308].includes(answer.status) || !location) return answer
    if (hop >= hops)
      throw unsafe(hops === 0 ? 'It leads elsewhere.' : 'It leads from one address to the next for too long.')
    at = readUrl(location, at)
  }
}

function readUrl(url: string, base?: URL): URL {
  const parsed = URL.parse(url, base?.href)
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
    throw unsafe('Only http and https are fetched.')
  if (parsed.username || parsed.password) throw unsafe('An address may not carry a password.')
  if (base?.protocol === 'https:' && parsed.protocol === 'http:')
    throw unsafe('It leads away from a secure address.')
  return parsed
}

/** An address of the host that may be reached. All of them must be public: which one is used is not ours to choose. */
async function checkedAddress(host: string, options: SafeFetchOptions): Promise<string> {
  const name = host.replace(/^\[(.*)\]$/, '$1')
  const isAllowed = options.isAllowed ?? isPublicAddress
  const resolve = options.resolve ?? resolveName
  const addresses = isIP(name) ? [name] : await resolve(name).catch(() => [])
  if (addresses.length === 0) throw unreachable(`The name ${name} is not known.`)
  if (!addresses.every(isAllowed)) throw unsafe('It leads to a private network.')
  return addresses[0]!
}

const resolveName = async (name: string) => (await lookup(name, { all: true })).map(({ address }) => address)

async function fetchOnce(url: URL, options: SafeFetchOptions, signal: AbortSignal): Promise<SafeAnswer> {
  const address = await withinTime(checkedAddress(url.hostname, options), signal)
  try {
    return await exchange(url, address, options, signal)
  } catch (error) {
    if ((error as AppError).code === 'too_large') throw error
    throw unreachable(signal.aborted ? 'It took too long to answer.' : (error as Error).message)
  }
}

/** Resolving a name knows no time limit of its own. */
function withinTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  signal.addEventListener('abort', () => reject(unreachable('It took too long to answer.')), { once: true })
  return Promise.race([work, promise])
}

function exchange(
  url: URL,
  address: string,
  { method = 'GET', headers, body, maxBytes }: SafeFetchOptions,
  signal: AbortSignal,
): Promise<SafeAnswer> {
  const family = isIP(address)
  const pinned: LookupFunction = (_name, options, done) =>
    options.all ? done(null, [{ address, family }]) : done(null, address, family)
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const request = send(
      url,
      {
        method,
        signal,
        lookup: pinned,
        // A connection kept open to an address that was checked for somebody else's name is not reused.
        agent: false,
        headers: {
          'User-Agent': 'Stoa',
          Accept: '*/*',
          'Accept-Encoding': 'identity',
          ...headers,
          ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
        },
      },
      (response) => {
        readAll(response, maxBytes).then(
          (bytes) =>
            resolve({ status: response.statusCode!, headers: headersOf(response), bytes, url: url.href }),
          (error: Error) => {
            request.destroy()
            reject(error)
          },
        )
      },
    )
    request.once('error', reject)
    request.end(body)
  })
}

async function readAll(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const refusal = () => tooLarge(`The answer has more than ${maxBytes} bytes.`)
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw refusal()
  const encoding = response.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') throw new Error(`It answered in ${encoding}, which was not asked for.`)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > maxBytes) throw refusal()
    chunks.push(chunk)
  }
  if (!response.complete) throw new Error('The answer was cut off.')
  return Buffer.concat(chunks)
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let n = 0; n < rawHeaders.length; n += 2) headers.append(rawHeaders[n]!, rawHeaders[n + 1]!)
  return headers
}

const withoutCredentials = (headers: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(authorization|cookie)$/i.test(name)))

const unsafe = (reason: string) =>
  invalid(`This address may not be fetched. ${reason}`, { code: 'unsafe_address' })

const unreachable = (reason: string) =>
  unavailable(`This address cannot be reached. ${reason}`, {
    code: 'unreachable',
    headers: { 'Retry-After': '60' },
  })
