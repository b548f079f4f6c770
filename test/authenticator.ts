/** A passkey device in software: enough of WebAuthn Level 3 to register and to sign in (ES256, no attestation). */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const userPresent = 0x01
const userVerified = 0x04
const hasKey = 0x40

export class Authenticator {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly #id = randomBytes(32)
  readonly #origin: string
  #count = 0
  /** False when it does not ask for finger, face or PIN. */
  isVerifying = true

  constructor(origin: string) {
    this.#origin = origin
  }

  register(options: { challenge: string; rp: { id: string } }) {
    const clientData = this.#clientData('webauthn.create', options.challenge)
    const key = this.#keys.publicKey.export({ format: 'jwk' })
    const cose = cborMap([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(key.x!, 'base64url')],
      [-3, Buffer.from(key.y!, 'base64url')],
    ])
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.#id.length)
    const attested = Buffer.concat([Buffer.alloc(16), length, this.#id, cose])
    const authData = Buffer.concat([this.#authData(options.rp.id, hasKey), attested])
    const attestationObject = cborMap([
      ['fmt', 'none'],
      ['attStmt', cborMap([])],
      ['authData', authData],
    ])
    return this.#credential({
      clientDataJSON: clientData.toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    })
  }

  signIn(options: { challenge: string; rpId: string }) {
    const clientData = this.#clientData('webauthn.get', options.challenge)
    const authData = this.#authData(options.rpId, 0)
    const signature = createSign('sha256')
      .update(Buffer.concat([authData, sha256(clientData)]))
      .sign(this.#keys.privateKey)
    return this.#credential({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
    })
  }

  #credential(response: object) {
    const id = this.#id.toString('base64url')
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }))
  }

  #authData(rpId: string, more: number): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++this.#count)
    const flags = userPresent | (this.isVerifying ? userVerified : 0) | more
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count])
  }
}

/** RFC 8949, as far as a passkey needs it: small integers, texts, bytes, maps. A map may be a value as it is. */
const maps = new WeakSet<Buffer>()

function cborMap(entries: [string | number, string | number | Buffer][]): Buffer {
  const map = Buffer.concat([head(5, entries.length), ...entries.flat().map(cbor)])
  maps.add(map)
  return map
}

function cbor(value: string | number | Buffer): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  return maps.has(value) ? value : Buffer.concat([head(2, value.length), value])
}

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size])
  if (size < 256) return Buffer.from([(major << 5) | 24, size])
  return Buffer.from([(major << 5) | 25, size >> 8, size & 255])
}
