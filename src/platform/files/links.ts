/** Addresses of files: lasting ones for what is public, signed ones that expire for what is private. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Services } from '../tenancy/context.ts'
import type { PictureWidth } from './picture.ts'
import type { StoredFile } from './upload.ts'

/** The path of a public picture in about this width, at the organisation's own address. */
export const imageUrl = (fileId: string, width: PictureWidth | 'full'): string =>
  `/files/${fileId}/${width}.webp`

const usualSeconds = 15 * 60

/** The path of any file; a private one's works for a quarter of an hour, or as long as said, and for whoever has it. */
export function fileUrl(
  services: Pick<Services, 'secrets'>,
  file: Pick<StoredFile, 'tenantId' | 'id' | 'visibility' | 'type' | 'width'>,
  now: Date,
  seconds = usualSeconds,
): string {
  if (file.visibility === 'public') return file.width ? imageUrl(file.id, 'full') : `/files/${file.id}`
  // Rounded up, so that a page shown again within some minutes shows the same address, which the browser has kept.
  const expires = Math.ceil((now.getTime() / 1_000 + seconds) / 300) * 300
  const signature = sign(services.secrets[0]!, file.tenantId, file.id, expires)
  return `/files/${file.tenantId}/${file.id}?expires=${expires}&signature=${signature}`
}

export function isSigned(
  services: Pick<Services, 'secrets'>,
  file: Pick<StoredFile, 'tenantId' | 'id'>,
  { expires, signature }: { expires: string | null; signature: string | null },
  now: Date,
): boolean {
  if (!expires || !signature || !/^\d{1,12}$/.test(expires) || Number(expires) * 1_000 < now.getTime())
    return false
  const given = Buffer.from(signature, 'base64url')
  return services.secrets.some((secret) => {
    const wanted = Buffer.from(sign(secret, file.tenantId, file.id, Number(expires)), 'base64url')
    return wanted.length === given.length && timingSafeEqual(wanted, given)
  })
}

const sign = (secret: string, tenantId: string, fileId: string, expires: number): string =>
  createHmac('sha256', secret).update(`file ${tenantId} ${fileId} ${expires}`).digest('base64url')
