/** Files on the local disk: whole or not at all, also when the power goes, and never outside their directory. */
import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { FileStore } from './store.ts'

/** Keys are made of these, so that no key can climb out of the directory or name a hidden file. */
const segment = /^[a-z0-9][a-z0-9-]*(\.[a-z0-9]+)?$/

export class DiskFiles implements FileStore {
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const target = this.#pathOf(key)
    const folder = path.dirname(target)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const temporary = path.join(folder, `.${randomUUID()}`)
    try {
      const handle = await open(temporary, 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(temporary, target)
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
    await syncFolder(folder)
  }

  async get(key: string): Promise<Uint8Array | null> {
    try {
      return await readFile(this.#pathOf(key))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.#pathOf(key), { force: true })
  }

  #pathOf(key: string): string {
    const parts = key.split('/')
    if (parts.length === 0 || !parts.every((part) => segment.test(part)))
      throw new Error(`No storage key: ${key}`)
    return path.join(this.#root, ...parts)
  }
}

/** Makes the new name itself outlast a power cut. Windows has no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
