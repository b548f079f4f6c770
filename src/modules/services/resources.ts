/** Rooms, vans and machines that visits take up. */
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { newId } from '../../platform/database/columns.ts'
import { conflict, notFound } from '../../platform/http/app-error.ts'
import { encodeCursor } from '../../platform/http/cursor.ts'
import { decodeKey } from '../../platform/http/keyset.ts'
import { change, changed, created, read, unchanged } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import { type Page, type Paging, toTranslated } from '../../platform/values/shapes.ts'
import { servicesSharing } from './find.ts'
import { resources } from './schema.ts'
import { CreateResource, UpdateResource } from './shapes.ts'

export type Resource = typeof resources.$inferSelect

const heard = { audience: ['may:bookings.read', 'may:services.manage'] }

export async function createResource(ctx: Context, input: z.input<typeof CreateResource>): Promise<Resource> {
  const { name, ...rest } = CreateResource.parse(input)
  return change(ctx, 'resource.create', async (ctx) => {
    requirePermission(ctx, 'services.manage')
    const [row] = await ctx.db
      .insert(resources)
      .values({
        ...rest,
        name: toTranslated(name, ctx.organization.defaultLocale),
        tenantId: ctx.tenantId,
        id: newId(),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .returning()
    return created(row!, heard)
  })
}

export async function updateResource(
  ctx: Context,
  input: z.input<typeof UpdateResource> & { resourceId: string },
): Promise<Resource> {
  const { resourceId, ...rest } = input
  const { name, ...given } = UpdateResource.parse(rest)
  return change(ctx, 'resource.update', async (ctx) => {
    requirePermission(ctx, 'services.manage')
    const before = await find(ctx, resourceId)
    const names = name === undefined ? {} : { name: toTranslated(name, ctx.organization.defaultLocale) }
    return changed(before, await write(ctx, resourceId, { ...given, ...names }), heard)
  })
}

/** One that services still need stays. Twice is once. */
export async function archiveResource(ctx: Context, input: { resourceId: string }): Promise<Resource> {
  return change(ctx, 'resource.delete', async (ctx) => {
    requirePermission(ctx, 'services.manage')
    const before = await find(ctx, input.resourceId)
    if (before.archivedAt) return unchanged(before)
    const serviceIds = await servicesSharing(ctx, { memberIds: [], resourceIds: [before.id] })
    if (serviceIds.length > 0)
      throw conflict('Services still need this. Change them first.', {
        code: 'in_use',
        details: { serviceIds },
      })
    return changed(before, await write(ctx, before.id, { archivedAt: ctx.now }), heard)
  })
}

export async function getResource(ctx: Context, input: { resourceId: string }): Promise<Resource> {
  return read(ctx, (ctx) => find(ctx, input.resourceId))
}

export async function listResources(ctx: Context, query: z.output<typeof Paging>): Promise<Page<Resource>> {
  return read(ctx, async (ctx) => {
    const after = decodeKey(query.cursor, ['id'])
    const rows = await ctx.db
      .select()
      .from(resources)
      .where(
        and(
          eq(resources.tenantId, ctx.tenantId),
          isNull(resources.archivedAt),
          after ? gt(resources.id, after[0]!) : undefined,
        ),
      )
      .orderBy(asc(resources.id))
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    return { data, page: { next: rows.length > query.limit ? encodeCursor([data.at(-1)!.id]) : null } }
  })
}

async function find(ctx: Inside, resourceId: string): Promise<Resource> {
  const [row] = await ctx.db
    .select()
    .from(resources)
    .where(and(eq(resources.tenantId, ctx.tenantId), eq(resources.id, resourceId)))
  if (!row) throw notFound('resource')
  return row
}

async function write(ctx: Inside, resourceId: string, values: Partial<Resource>): Promise<Resource> {
  const [row] = await ctx.db
    .update(resources)
    .set({ ...values, updatedAt: ctx.now, version: sql`${resources.version} + 1` })
    .where(and(eq(resources.tenantId, ctx.tenantId), eq(resources.id, resourceId)))
    .returning()
  return row!
}
