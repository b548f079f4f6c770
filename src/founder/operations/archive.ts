/** One file out of many pieces: a gzip'd tar, written and read in a stream, so that its size never matters to memory. */
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { AppError } from '../../platform/http/app-error.ts'

/** Names are made of printable ASCII and at most 255 long; a piece lies in memory whole. */
export type Piece = { name: string; bytes: Buffer }

const block = 512

/** Writes beside and renames at the end: under its name there is a whole archive or none. Readable by its owner alone. */
export async function writeArchive(file: string, pieces: AsyncIterable<Piece>): Promise<void> {
  const part = `${file}.part`
  try {
    await pipeline(Readable.from(blocksOf(pieces)), createGzip(), createWriteStream(part, { mode: 0o600 }))
    const handle = await open(part, 'r+')
    await handle.sync().finally(() => handle.close())
    await rename(part, path.resolve(file))
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

async function* blocksOf(pieces: AsyncIterable<Piece>): AsyncGenerator<Buffer> {
  for await (const { name, bytes } of pieces) {
    yield header(name, bytes.length)
    yield bytes
    const rest = bytes.length % block
    if (rest > 0) yield Buffer.alloc(block - rest)
  }
  yield Buffer.alloc(2 * block)
}

/** POSIX.1-1988 ustar: name and prefix, octal numbers, and a sum over the header with the sum's own field blank. */
function header(name: string, size: number): Buffer {
  const bytes = Buffer.alloc(block)
  const cut = name.length <= 100 ? 0 : name.lastIndexOf('/', 155)
  const [prefix, rest] = cut > 0 ? [name.slice(0, cut), name.slice(cut + 1)] : ['', name]
  if (rest.length > 100 || size >= 8 ** 11) throw new Error(`This does not fit into an archive: ${name}`)
  const put = (text: string, at: number) => bytes.write(text, at, 'ascii')
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')
  put(rest, 0)
  put(`${octal(0o600, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0${octal(size, 11)}\0${octal(0, 11)}\0`, 100)
  put('        0', 148)
  put('ustar\x0000', 257)
  put(prefix, 345)
  put(`${octal(sumOf(bytes), 6)}\0 `, 148)
  return bytes
}

const sumOf = (bytes: Buffer) => bytes.reduce((sum, byte) => sum + byte, 0)

/** The pieces in the order they were written. Throws when the file is damaged or was cut short. */
export async function* readArchive(file: string): AsyncGenerator<Piece> {
  const source = createReadStream(file)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  const read = reader(source.pipe(gunzip))
  try {
    for (;;) {
      const head = await read(block)
      if (head.every((byte) => byte === 0)) return
      const size = checkedSize(head)
      const bytes = await read(size)
      await read((block - (size % block)) % block)
      yield { name: nameIn(head), bytes }
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES')
      throw new AppError('not_found', `Cannot read ${file}: ${message}`)
    if (code?.startsWith('Z_') || error instanceof Damaged)
      throw new AppError('invalid', `${file} is damaged, cut short, or no archive of Stoa's (${message}).`)
    throw error
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}

class Damaged extends Error {}

function nameIn(head: Buffer): string {
  const field = (from: number, length: number) =>
    head.toString('ascii', from, from + length).split('\0', 1)[0]!
  const prefix = field(345, 155)
  return prefix ? `${prefix}/${field(0, 100)}` : field(0, 100)
}

function checkedSize(head: Buffer): number {
  const sum = Number.parseInt(head.toString('ascii', 148, 154), 8)
  const blank = Buffer.from(head)
  blank.fill(' ', 148, 156)
  if (sum !== sumOf(blank)) throw new Damaged('a header is wrong')
  return Number.parseInt(head.toString('ascii', 124, 135), 8)
}

/** Answers exactly so many bytes at a time. */
function reader(source: AsyncIterable<Buffer>): (length: number) => Promise<Buffer> {
  const chunks = source[Symbol.asyncIterator]()
  let kept: Buffer[] = []
  let have = 0
  return async (length) => {
    while (have < length) {
      const next = await chunks.next()
      if (next.done) throw new Damaged('it ends too early')
      kept.push(next.value)
      have += next.value.length
    }
    const whole = Buffer.concat(kept)
    kept = [whole.subarray(length)]
    have = whole.length - length
    return whole.subarray(0, length)
  }
}
