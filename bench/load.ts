/** A load generator in a few lines: so many connections that each ask again as soon as they are answered. */
import { Agent, request } from 'node:http'

export type Measured = { rate: number; p50: number; p95: number; errors: number; count: number }
export type Ask = { method?: string; path: string; body?: unknown; headers?: Record<string, string> }
export type Answer = { status: number; body: string }

export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 })
  private readonly port: number
  private readonly organization: string

  constructor(port: number, organization = 'demo') {
    this.port = port
    this.organization = organization
  }

  send({ method = 'GET', path, body, headers = {} }: Ask): Promise<Answer> {
    const payload = body === undefined ? undefined : JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          agent: this.agent,
          host: '127.0.0.1',
          port: this.port,
          method,
          path,
          headers: {
            'Stoa-Organization': this.organization,
            ...(payload
              ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(payload) }
              : {}),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () =>
            resolve({ status: response.statusCode!, body: Buffer.concat(chunks).toString() }),
          )
        },
      )
      sent.on('error', reject)
      sent.end(payload)
    })
  }
}

/** Runs `work` on `connections` at once for so many seconds, after a warm-up, and says how it went in milliseconds. */
export async function measure(
  work: (index: number) => Promise<boolean>,
  { connections = 16, seconds = 8, warmup = 2 } = {},
): Promise<Measured> {
  const times: number[] = []
  let errors = 0
  let next = 0
  const begin = performance.now()
  const from = begin + warmup * 1000
  const until = from + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const started = performance.now()
        const isGood = await work(next++).catch(() => false)
        const ended = performance.now()
        if (started < from || ended > until) continue
        times.push(ended - started)
        if (!isGood) errors++
      }
    }),
  )
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { rate: times.length / seconds, p50: at(0.5), p95: at(0.95), errors, count: times.length }
}
