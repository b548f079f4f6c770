/** Compresses once what will be served a thousand times. */
import { globSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const compress = promisify(brotliCompress)
const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }

export async function compressAssets(client: string): Promise<void> {
  const files = globSync('**/*.{js,css,svg,webmanifest}', { cwd: client })
  await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(path.join(client, file))
      await writeFile(path.join(client, `${file}.br`), await compress(bytes, { params }))
    }),
  )
}
