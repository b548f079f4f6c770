/** Reads a zip file by its central directory, as those who receive one do; checks sizes and sums on the way. */
import { crc32, inflateRawSync } from 'node:zlib'

export function unzip(file: Buffer): Map<string, string> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  const entries = new Map<string, string>()
  for (let index = 0; index < count; index++) {
    const [crc, packed, size] = [16, 20, 24].map((place) => file.readUInt32LE(at + place)) as [
      number,
      number,
      number,
    ]
    const nameLength = file.readUInt16LE(at + 28)
    const offset = file.readUInt32LE(at + 42)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const data = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
    const content = inflateRawSync(file.subarray(data, data + packed))
    if (content.length !== size || crc32(content) !== crc) throw new Error(`${name} is not what it says.`)
    entries.set(name, content.toString())
    at += 46 + nameLength
  }
  return entries
}
