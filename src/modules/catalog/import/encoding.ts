/** Finds a CSV file's encoding from its bytes, and turns them into UTF-8 for the parser. */
import type { Source } from './source.ts'

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1253',
  'iso-8859-7',
  'windows-1252',
] as const
export type Encoding = (typeof encodings)[number]

/** `bomBytes` are skipped before decoding. */
export type Detected = { encoding: Encoding; bomBytes: number }

const boms: { encoding: Encoding; bytes: number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/**
 * A byte order mark decides; else zero bytes at every second place mean UTF-16; else the text is UTF-8 unless broken
 * sequences outnumber the good ones, which leaves the two single-byte encodings Greek spreadsheets write.
 */
export async function detectEncoding(source: Source): Promise<Detected> {
  const counts = newCounts()
  let isFirst = true
  for await (const chunk of source.open()) {
    if (isFirst) {
      const bom = boms.find(({ bytes }) => bytes.every((byte, at) => chunk[at] === byte))
      if (bom) return { encoding: bom.encoding, bomBytes: bom.bytes.length }
      const wide = wideEncoding(chunk)
      if (wide) return { encoding: wide, bomBytes: 0 }
    }
    isFirst = false
    count(chunk, counts)
  }
  if (counts.broken <= counts.sequences) return { encoding: 'utf-8', bomBytes: 0 }
  return { encoding: greekEncoding(counts), bomBytes: 0 }
}

function wideEncoding(chunk: Uint8Array): Encoding | null {
  const length = Math.min(chunk.length, 4096) & ~1
  if (length < 4) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (chunk[at] === 0) even++
    if (chunk[at + 1] === 0) odd++
  }
  // Separators and digits alone are more than a quarter of any CSV header.
  const many = length / 8
  if (odd > many && even < many / 4) return 'utf-16le'
  if (even > many && odd < many / 4) return 'utf-16be'
  return null
}

type Counts = {
  sequences: number
  broken: number
  /** Continuation bytes still owed by the sequence under way. */
  owed: number
  previous: number
  controls: number
  windowsAlpha: number
  isoAlpha: number
}

const newCounts = (): Counts => ({
  sequences: 0,
  broken: 0,
  owed: 0,
  previous: 0,
  controls: 0,
  windowsAlpha: 0,
  isoAlpha: 0,
})

function count(chunk: Uint8Array, counts: Counts): void {
  for (const byte of chunk) {
    if (counts.owed > 0) {
      if ((byte & 0xc0) === 0x80) {
        if (--counts.owed === 0) counts.sequences++
      } else {
        counts.broken++
        counts.owed = followers(byte, counts)
      }
    } else if (byte >= 0x80) {
      counts.owed = followers(byte, counts)
    }
    if (byte >= 0x80 && byte < 0xa0) counts.controls++
    // Ά, the commonest capital with an accent, is A2 in windows-1253 and B6 in ISO-8859-7; a Greek letter follows it.
    if (byte >= 0xdc && byte <= 0xfe) {
      if (counts.previous === 0xa2) counts.windowsAlpha++
      if (counts.previous === 0xb6) counts.isoAlpha++
    }
    counts.previous = byte
  }
}

function followers(byte: number, counts: Counts): number {
  if (byte < 0x80) return 0
  if (byte >= 0xc2 && byte <= 0xdf) return 1
  if (byte >= 0xe0 && byte <= 0xef) return 2
  if (byte >= 0xf0 && byte <= 0xf4) return 3
  counts.broken++
  return 0
}

// 80–9F are letters and the euro sign only in windows-1253; without any sign the commoner one is taken.
const greekEncoding = (counts: Counts): Encoding =>
  counts.controls === 0 && counts.isoAlpha > counts.windowsAlpha ? 'iso-8859-7' : 'windows-1253'

/** The file's bytes as UTF-8 without a mark. Broken input becomes U+FFFD, never an error: a cell is refused for it. */
export async function* asUtf8(source: Source, { encoding, bomBytes }: Detected): AsyncIterable<Uint8Array> {
  let skip = bomBytes
  const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding, { ignoreBOM: true })
  for await (const chunk of source.open()) {
    const bytes = skip > 0 ? chunk.subarray(skip) : chunk
    skip = Math.max(0, skip - chunk.length)
    if (bytes.length > 0) yield decoder ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes
  }
  const rest = decoder?.decode()
  if (rest) yield Buffer.from(rest)
}
