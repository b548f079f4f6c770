/** The store that tests and dry runs use. */
import type { FileStore } from './store.ts'

export class MemoryFiles implements FileStore {
  private readonly kept = new Map<string, Uint8Array>()

  async put(key: string, bytes: Uint8Array): Promise<void> {
    this.kept.set(key, bytes)
  }

  async get(key: string): Promise<Uint8Array | null> {
    return this.kept.get(key) ?? null
  }

  async delete(key: string): Promise<void> {
    this.kept.delete(key)
  }
}
