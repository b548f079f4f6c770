/** Addresses of our own pictures, as our own export writes them: they need not be fetched. */
import type { Context } from '../../../platform/tenancy/context.ts'

const shape =
  /\/files\/(?:[0-9a-f-]{36}\/)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/(?:full|\d+)\.webp$/

/** The file behind the address when its host is one of ours; it may still belong to nobody. */
export function ownFileId(ctx: Context, url: string): string | null {
  const parsed = URL.parse(url)
  if (!parsed) return null
  const main = new URL(ctx.services.url).hostname
  const own = [
    main,
    `${ctx.organization.slug}.${main}`,
    `${ctx.organization.slug}.localhost`,
    ctx.organization.domain,
  ]
  return own.includes(parsed.hostname) ? (shape.exec(parsed.pathname)?.[1] ?? null) : null
}
