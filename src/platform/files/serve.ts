/**
 * Serves files. Only pictures that we made ourselves are shown; everything else is offered for saving, and could run
 * nothing if a browser showed it all the same.
 */
import { sql } from 'drizzle-orm'
import type { Context as HonoContext, Hono } from 'hono'
import { transact } from '../database/connect.ts'
import { bySlug, organizationOf } from '../tenancy/directory.ts'
import type { Services } from '../tenancy/context.ts'
import { isSigned } from './links.ts'
import { pictureType, pictureWidths } from './picture.ts'
import type { StoredFile } from './upload.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const year = 31_536_000
const rememberedMs = 30_000
const mostRemembered = 2_000

type Served = Pick<StoredFile, 'tenantId' | 'id' | 'name' | 'type' | 'storageKey' | 'sizes' | 'visibility'>

/** `/files/<file>/<width>.webp`, `/files/<file>`, and both with the organisation's slug or id before the file. */
export function mountFiles(app: Hono, services: Services): void {
  const find = remember((tenantId, fileId) => lookUp(services, tenantId, fileId))
  app.get('/files/*', async (c) => {
    const asked = readPath(new URL(c.req.url).pathname)
    const tenantId = asked && (await tenantOf(services, asked.organization, c))
    const file = tenantId && (await find(tenantId, asked.fileId))
    if (!file) return missing(c)
    if (asked.width) return picture(c, services, file, asked.width)
    return whole(c, services, file)
  })
}

function readPath(
  pathname: string,
): { organization: string | null; fileId: string; width: string | null } | null {
  const parts = pathname.split('/').slice(2)
  const width = /^(\d+|full)\.webp$/.exec(parts.at(-1) ?? '')?.[1] ?? null
  if (width) parts.pop()
  const fileId = parts.pop()
  if (!fileId || !uuid.test(fileId) || parts.length > 1) return null
  return { organization: parts[0] ?? null, fileId, width }
}

async function tenantOf(
  services: Services,
  organization: string | null,
  c: HonoContext,
): Promise<string | null> {
  if (organization && uuid.test(organization)) return organization
  if (organization) return (await bySlug(services, organization))?.id ?? null
  return (await organizationOf(services, c.req.raw).catch(() => null))?.id ?? null
}

async function lookUp(services: Services, tenantId: string, fileId: string): Promise<Served | null> {
  const { rows } = await transact(services.database.app, tenantId, 'read only', (db) =>
    db.execute<Served>(sql`
      select tenant_id as "tenantId", id, name, type, storage_key as "storageKey", sizes, visibility from files
      where tenant_id = ${tenantId} and id = ${fileId} and deleted_at is null`),
  )
  return rows[0] ?? null
}

async function picture(c: HonoContext, services: Services, file: Served, width: string): Promise<Response> {
  const isKnown = width === 'full' || pictureWidths.some((known) => String(known) === width)
  if (!isKnown || file.visibility !== 'public' || file.type !== pictureType) return missing(c)
  const tag = `"${file.id}-${width}"`
  const headers = {
    'Cache-Control': `public, max-age=${year}, immutable`,
    ETag: tag,
    // Mails and other sites may show it.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }
  if (c.req.header('if-none-match') === tag) return new Response(null, { status: 304, headers })
  // A picture narrower than asked for is served as it is.
  const bytes = await services.files.get(file.sizes[width] ?? file.storageKey)
  return bytes ? send(bytes, { ...headers, 'Content-Type': pictureType }) : missing(c)
}

async function whole(c: HonoContext, services: Services, file: Served): Promise<Response> {
  const isPublic = file.visibility === 'public'
  const proof = { expires: c.req.query('expires') ?? null, signature: c.req.query('signature') ?? null }
  if (!isPublic && !isSigned(services, file, proof, new Date())) return missing(c)
  const bytes = await services.files.get(file.storageKey)
  if (!bytes) return missing(c)
  const shown = file.type === pictureType
  return send(bytes, {
    'Content-Type': file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type,
    'Cache-Control': isPublic ? `public, max-age=${year}, immutable` : 'private, max-age=300',
    'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  })
}

const send = (bytes: Uint8Array, headers: Record<string, string>): Response =>
  new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      ...headers,
      'Content-Length': String(bytes.byteLength),
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    },
  })

const missing = (c: HonoContext): Response =>
  c.text('There is no such file.', 404, { 'Cache-Control': 'no-store' })

/** Keeps what was found for a while: pages show many pictures, and a picture never changes. */
function remember(find: (tenantId: string, fileId: string) => Promise<Served | null>): typeof find {
  const known = new Map<string, { file: Served; until: number }>()
  return async (tenantId, fileId) => {
    const key = `${tenantId} ${fileId}`
    const there = known.get(key)
    if (there && there.until > Date.now()) return there.file
    known.delete(key)
    const file = await find(tenantId, fileId)
    if (file) {
      if (known.size >= mostRemembered) known.delete(known.keys().next().value!)
      known.set(key, { file, until: Date.now() + rememberedMs })
    }
    return file
  }
}
