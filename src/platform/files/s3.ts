/** Files in an S3-compatible store (AWS, MinIO, R2, Hetzner …), addressed by path: endpoint/bucket/key. */
import { AwsClient } from 'aws4fetch'
import type { FileStore } from './store.ts'

export type S3Options = {
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

const timeoutMs = 30_000

export class S3Files implements FileStore {
  readonly #aws: AwsClient
  readonly #base: string

  constructor({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Options) {
    // It tries again by itself, with growing pauses, what answers 429 or 5xx.
    this.#aws = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 4 })
    this.#base = `${endpoint.replace(/\/$/, '')}/${bucket}`
  }

  async put(key: string, bytes: Uint8Array, type: string): Promise<void> {
    await this.#ask('PUT', key, {
      body: bytes as Uint8Array<ArrayBuffer>,
      headers: { 'Content-Type': type, 'Content-Length': String(bytes.byteLength) },
    })
  }

  async get(key: string): Promise<Uint8Array | null> {
    const response = await this.#ask('GET', key, {}, [404])
    return response.status === 404 ? null : new Uint8Array(await response.arrayBuffer())
  }

  async delete(key: string): Promise<void> {
    await this.#ask('DELETE', key, {}, [404])
  }

  async #ask(method: string, key: string, init: RequestInit, alsoFine: number[] = []): Promise<Response> {
    const response = await this.#aws.fetch(`${this.#base}/${key}`, {
      ...init,
      method,
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (response.ok || alsoFine.includes(response.status)) return response
    const reason = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? ''
    throw new Error(`The file store answered ${response.status} ${reason} to ${method} ${key}.`)
  }
}
