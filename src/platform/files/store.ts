/** Where bytes are kept: the local disk, or any S3-compatible store. Keys are ours, never a name somebody typed. */

export interface FileStore {
  put(key: string, bytes: Uint8Array, type: string): Promise<void>
  /** The bytes, or null when there is nothing under this key. */
  get(key: string): Promise<Uint8Array | null>
  delete(key: string): Promise<void>
}
