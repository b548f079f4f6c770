/** Promotions as their administrators see them: made, changed, paused, and listed with their uses. */
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { requirePermission } from '../../platform/access/require.ts'
import { newId } from '../../platform/database/columns.ts'
import { containing } from '../../platform/database/containing.ts'
import { requireExisting } from '../../platform/database/references.ts'
import { violates } from '../../platform/database/faults.ts'
import { conflict, invalidField, notFound, preconditionFailed } from '../../platform/http/app-error.ts'
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts'
import { change, changed, created, read, removed } from '../../platform/tenancy/change.ts'
import type { Context, Inside } from '../../platform/tenancy/context.ts'
import {
  Amount,
  Id,
  Instant,
  type Page,
  Paging,
  translated,
  toTranslated,
} from '../../platform/values/shapes.ts'
import { promotionKinds, promotions, promotionScopes } from './schema.ts'

export type Promotion = typeof promotions.$inferSelect

const fields = z.strictObject({
  name: translated(120),
  /** Letters, digits and dashes; kept in capitals. Absent: it applies by itself. */
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[\p{L}\p{N}-]{2,40}$/u)
    .nullable(),
  kind: z.enum(promotionKinds),
  value: Amount.nullable(),
  buyQuantity: z.int().min(1).max(1000).nullable(),
  getQuantity: z.int().min(1).max(1000).nullable(),
  appliesTo: z.enum(promotionScopes),
  productIds: z.array(Id).max(500),
  categoryIds: z.array(Id).max(100),
  producerIds: z.array(Id).max(100),
  minimumTotal: Amount.nullable(),
  usageLimit: z.int().min(1).max(1_000_000).nullable(),
  usageLimitPerCustomer: z.int().min(1).max(1000).nullable(),
  isStackable: z.boolean(),
  priority: z.int().min(-1000).max(1000),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  isPaused: z.boolean(),
})

export const CreatePromotion = fields.partial().required({ kind: true }).meta({ id: 'CreatePromotion' })
export const UpdatePromotion = fields.omit({ kind: true }).partial().meta({ id: 'UpdatePromotion' })
export const ListPromotions = Paging.extend({ q: z.string().trim().max(100).optional() })

export async function createPromotion(
  ctx: Context,
  input: z.input<typeof CreatePromotion>,
): Promise<Promotion> {
  requirePermission(ctx, 'promotions.manage')
  const read = CreatePromotion.parse(input)
  const values = columns(ctx, read)
  requireSense({ kind: read.kind, ...values })
  return change(ctx, 'promotion.create', async (ctx) => {
    await requireTargets(ctx, read)
    const [row] = await ctx.db
      .insert(promotions)
      .values({
        tenantId: ctx.tenantId,
        id: newId(),
        kind: read.kind,
        ...values,
        name: values.name ?? { [ctx.organization.defaultLocale]: values.code ?? read.kind },
      })
      .returning()
      .catch(nameTheCode)
    return created(row!, { audience: ['may:promotions.manage'] })
  })
}

export async function updatePromotion(
  ctx: Context,
  input: z.input<typeof UpdatePromotion> & { promotionId: string },
  expected?: number,
): Promise<Promotion> {
  requirePermission(ctx, 'promotions.manage')
  const { promotionId, ...rest } = input
  const read = UpdatePromotion.parse(rest)
  const values = columns(ctx, read)
  return change(ctx, 'promotion.update', async (ctx) => {
    const before = await getPromotion(ctx, promotionId)
    await requireTargets(ctx, read)
    if (expected !== undefined && before.version !== expected)
      throw preconditionFailed('Somebody changed this promotion meanwhile.')
    requireSense({ ...before, ...values })
    const [after] = await ctx.db
      .update(promotions)
      .set({ ...values, updatedAt: ctx.now, version: sql`${promotions.version} + 1` })
      .where(mine(ctx, promotionId))
      .returning()
      .catch(nameTheCode)
    return changed(before, after!, { audience: ['may:promotions.manage'] })
  })
}

type Targets = Partial<Record<'productIds' | 'categoryIds' | 'producerIds', readonly string[]>>

async function requireTargets(ctx: Inside, { productIds = [], categoryIds = [], producerIds = [] }: Targets) {
  await requireExisting(ctx, 'products', productIds, '/productIds')
  await requireExisting(ctx, 'categories', categoryIds, '/categoryIds')
  await requireExisting(ctx, 'producers', producerIds, '/producerIds')
}

/** Only one that was never used; a used one is paused instead, for its orders refer to it. */
export async function deletePromotion(ctx: Context, promotionId: string): Promise<void> {
  requirePermission(ctx, 'promotions.manage')
  await change(ctx, 'promotion.delete', async (ctx) => {
    const before = await getPromotion(ctx, promotionId)
    if (before.usedCount > 0) throw conflict('This promotion was used. Pause it instead.', { code: 'in_use' })
    await ctx.db.execute(
      sql`delete from promotion_tallies where tenant_id = ${ctx.tenantId} and promotion_id = ${promotionId}`,
    )
    await ctx.db.delete(promotions).where(mine(ctx, promotionId))
    return removed(before, { audience: ['may:promotions.manage'] })
  })
}

export async function getPromotion(ctx: Context, promotionId: string): Promise<Promotion> {
  return read(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(promotions).where(mine(ctx, promotionId))
    if (!row) throw notFound('promotion')
    return row
  })
}

export async function listPromotions(
  ctx: Context,
  query: z.output<typeof ListPromotions>,
): Promise<Page<Promotion>> {
  requirePermission(ctx, 'promotions.manage')
  return read(ctx, async (ctx) => {
    const cursor = decodeCursor(query.cursor, 1)
    const like = query.q ? containing(query.q) : null
    const rows = await ctx.db
      .select()
      .from(promotions)
      .where(
        and(
          eq(promotions.tenantId, ctx.tenantId),
          like
            ? sql`(${promotions.code} ilike ${like} or ${promotions.name}::text ilike ${like})`
            : undefined,
          cursor ? lt(promotions.id, cursor[0]!) : undefined,
        ),
      )
      .orderBy(desc(promotions.id))
      .limit(query.limit + 1)
      .offset(query.skip ?? 0)
    const data = rows.slice(0, query.limit)
    return { data, page: { next: rows.length > query.limit ? encodeCursor([data.at(-1)!.id]) : null } }
  })
}

/** Those that could matter to a cart or a visit: the automatic ones and the codes given. Whether they apply is the engine's to say. */
export const candidatePromotions = (
  ctx: Inside,
  codes: readonly string[],
  scope: 'shop' | 'bookings' = 'shop',
): Promise<Promotion[]> =>
  ctx.db
    .select()
    .from(promotions)
    .where(
      and(
        eq(promotions.tenantId, ctx.tenantId),
        sql`${promotions.pausedAt} is null`,
        sql`${promotions.appliesTo} in (${scope}, 'all')`,
        sql`(${promotions.code} is null or ${promotions.code} = any(${sql.param([...codes])}::text[]))`,
      ),
    )

function columns(
  ctx: Context,
  { name, isPaused, startsAt, endsAt, kind: _, ...rest }: Partial<z.output<typeof fields>>,
) {
  return {
    ...rest,
    ...(name === undefined ? {} : { name: toTranslated(name, ctx.organization.defaultLocale) }),
    ...(isPaused === undefined ? {} : { pausedAt: isPaused ? ctx.now : null }),
    ...(startsAt === undefined ? {} : { startsAt: startsAt ? new Date(startsAt) : null }),
    ...(endsAt === undefined ? {} : { endsAt: endsAt ? new Date(endsAt) : null }),
  }
}

type Sense = Pick<Promotion, 'kind'> &
  Partial<Pick<Promotion, 'value' | 'buyQuantity' | 'getQuantity' | 'startsAt' | 'endsAt'>>

function requireSense(promotion: Sense): void {
  const value = Number(promotion.value ?? 0)
  if (promotion.kind === 'percent' && !(value > 0 && value <= 100))
    throw invalidField('/value', 'A percentage lies above 0 and up to 100.')
  if (promotion.kind === 'fixed' && value <= 0) throw invalidField('/value', 'An amount must be above zero.')
  if (promotion.kind === 'buyXGetY' && !promotion.buyQuantity)
    throw invalidField('/buyQuantity', 'How many must be bought?')
  if (promotion.kind === 'buyXGetY' && !promotion.getQuantity)
    throw invalidField('/getQuantity', 'How many are free?')
  if (promotion.startsAt && promotion.endsAt && promotion.endsAt <= promotion.startsAt) {
    throw invalidField('/endsAt', 'The end must come after the start.')
  }
}

function nameTheCode(error: unknown): never {
  if (violates(error, 'promotions_code')) {
    throw conflict('There is already a promotion with this code.', {
      code: 'duplicate',
      errors: [{ pointer: '/code', message: 'Already taken.' }],
    })
  }
  throw error
}

const mine = (ctx: Context, id: string) => and(eq(promotions.tenantId, ctx.tenantId), eq(promotions.id, id))
