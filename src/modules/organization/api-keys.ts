/** API keys: shown once, kept as a hash, never worth more than the person they stand for. */
import { randomBytes } from 'node:crypto'
import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { apiKeyPrefix, type Credential } from '../../platform/auth/credential.ts'
import { accessTokenSeconds, issueAccessToken } from '../../platform/auth/access-token.ts'
import { hashKey } from '../../platform/auth/identify.ts'
import { forbidden, invalidField, notFound } from '../../platform/http/app-error.ts'
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts'
import { change, changed, created, read, unchanged } from '../../platform/tenancy/change.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { apiKeys } from '../../platform/tenancy/schema.ts'
import { Instant, type Page, Paging, text } from '../../platform/values/shapes.ts'
import { Roles } from './members.ts'
import { mayMakeKeys, maySeeAllKeys } from './policy.ts'

export type ApiKey = typeof apiKeys.$inferSelect
export const ListApiKeys = Paging

export const CreateApiKey = z
  .strictObject({
    name: text(80),
    /** All of one's own roles when absent. */
    roles: Roles.optional(),
    isReadOnly: z.boolean().default(false),
    expiresAt: Instant.optional(),
  })
  .meta({ id: 'CreateApiKey' })

/** Makes a key of one's own. `key` is the whole key and is never seen again. */
export async function createApiKey(
  ctx: Context,
  input: z.input<typeof CreateApiKey>,
): Promise<{ apiKey: ApiKey; key: string }> {
  const { roles = [...ctx.actor.roles], expiresAt, ...fields } = CreateApiKey.parse(input)
  if (!mayMakeKeys(ctx.actor)) throw forbidden('Only a member, signed in, may make keys.')
  const beyond = roles.findIndex((role) => !ctx.actor.roles.includes(role))
  if (beyond >= 0) throw invalidField(`/roles/${beyond}`, 'You do not have this role yourself.')
  if (expiresAt && new Date(expiresAt) <= ctx.now) throw invalidField('/expiresAt', 'Must be in the future.')
  const key = apiKeyPrefix + randomBytes(32).toString('base64url')
  const apiKey = await change(ctx, 'apiKey.create', async (ctx) => {
    const [row] = await ctx.db
      .insert(apiKeys)
      .values({
        tenantId: ctx.tenantId,
        ...fields,
        roles,
        userId: ctx.actor.userId!,
        prefix: key.slice(0, 12),
        hash: hashKey(key),
        expiresAt: expiresAt ? new Date(expiresAt) : null,
      })
      .returning()
    return created(row!, heardBy(row!))
  })
  return { apiKey, key }
}

/** One's own keys; everybody's for those who manage them. Newest first. */
export async function listApiKeys(ctx: Context, query: z.output<typeof ListApiKeys>): Promise<Page<ApiKey>> {
  const filter = and(
    eq(apiKeys.tenantId, ctx.tenantId),
    maySeeAllKeys(ctx.actor) ? undefined : eq(apiKeys.userId, ctx.actor.userId!),
  )
  return read(ctx, async (ctx) => {
    const cursor = decodeCursor(query.cursor, 1)
    const rows = await ctx.db
      .select()
      .from(apiKeys)
      .where(and(filter, cursor ? sql`${apiKeys.id} < ${cursor[0]}::uuid` : undefined))
      .orderBy(desc(apiKeys.id))
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    const next = rows.length > query.limit ? encodeCursor([data.at(-1)!.id]) : null
    if (query.count !== 'exact') return { data, page: { next } }
    return { data, page: { next }, total: await ctx.db.$count(apiKeys, filter) }
  })
}

/** Ends a key at once, and the access tokens it gave. Ending it twice changes nothing. */
export async function revokeApiKey(ctx: Context, id: string): Promise<ApiKey> {
  return change(ctx, 'apiKey.revoke', async (ctx) => {
    const itself = and(eq(apiKeys.tenantId, ctx.tenantId), eq(apiKeys.id, id))
    const [before] = await ctx.db.select().from(apiKeys).where(itself).for('update')
    const isMine = before?.userId === ctx.actor.userId
    if (!before || !(isMine || maySeeAllKeys(ctx.actor))) throw notFound('API key')
    if (before.revokedAt) return unchanged(before)
    const [after] = await ctx.db.update(apiKeys).set({ revokedAt: ctx.now }).where(itself).returning()
    return changed(before, after!, { ...heardBy(after!), isOverride: !isMine })
  })
}

const heardBy = (key: ApiKey) => ({ audience: [`user:${key.userId}`, 'may:apiKeys.manage'] })

/** A token of a quarter of an hour for the key that asks; a token cannot prolong itself. */
export async function issueTokenFor(
  ctx: Context,
  credential: Credential | null,
): Promise<{ accessToken: string; tokenType: 'Bearer'; expiresIn: number }> {
  if (credential?.kind !== 'key' || ctx.actor.kind !== 'key')
    throw forbidden('Ask with the API key itself as the bearer token.', { code: 'api_key_required' })
  const keyId = await read(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select({ id: apiKeys.id })
      .from(apiKeys)
      .where(and(eq(apiKeys.tenantId, ctx.tenantId), eq(apiKeys.hash, hashKey(credential.key))))
    return row!.id
  })
  const accessToken = issueAccessToken(ctx.services.secrets, { tenantId: ctx.tenantId, keyId }, Date.now())
  return { accessToken, tokenType: 'Bearer', expiresIn: accessTokenSeconds }
}
