/** A file that can be read more than once, so that an import never holds all of its rows. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

/** `size` in bytes; each `open` starts from the first byte. */
export type Source = { size: number; open(): AsyncIterable<Uint8Array> }

const chunkBytes = 64 * 1024

export function bytesSource(bytes: Uint8Array): Source {
  return {
    size: bytes.byteLength,
    async *open() {
      for (let at = 0; at < bytes.byteLength; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
    },
  }
}

export async function fileSource(path: string): Promise<Source> {
  const { size } = await stat(path)
  return { size, open: () => createReadStream(path, { highWaterMark: chunkBytes }) }
}
