/** The file store that the settings name: an S3-compatible one, else the data directory. */
import path from 'node:path'
import type { Env } from '../../env.ts'
import { DiskFiles } from './disk.ts'
import { S3Files } from './s3.ts'
import type { FileStore } from './store.ts'

/** Throws when only some of the S3 settings are there. */
export function openFileStore(env: Env): FileStore {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env
  const given = [S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY].filter(Boolean).length
  if (given === 0) return new DiskFiles(path.join(env.dataDir, 'files'))
  if (given < 4) {
    throw new Error(
      'For files in S3 set all of S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY; for files on the local disk, none.',
    )
  }
  return new S3Files({
    endpoint: S3_ENDPOINT!,
    bucket: S3_BUCKET!,
    region: env.S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID!,
    secretAccessKey: S3_SECRET_ACCESS_KEY!,
  })
}
