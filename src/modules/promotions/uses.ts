/** Uses of promotions: counted by conditional updates, so that a limit holds whatever races, and given back on cancelling. */
import { and, eq, sql } from 'drizzle-orm'
import { conflict } from '../../platform/http/app-error.ts'
import type { Inside } from '../../platform/tenancy/context.ts'
import { promotions, promotionTallies, promotionUses } from './schema.ts'

/** Guests are limited like everybody: by their e-mail. */
export const customerKeyOf = (email: string): string => email.trim().toLowerCase()

/** Takes one use of each promotion for an order or a booking, in id order; the last use goes to one. */
export async function takeUses(
  ctx: Inside,
  input: { orderId: string; email: string; promotionIds: readonly string[]; code?: string },
): Promise<void> {
  const customerKey = customerKeyOf(input.email)
  for (const promotionId of [...new Set(input.promotionIds)].sort()) {
    const [promotion] = await ctx.db
      .update(promotions)
      .set({ usedCount: sql`${promotions.usedCount} + 1` })
      .where(
        and(
          eq(promotions.tenantId, ctx.tenantId),
          eq(promotions.id, promotionId),
          sql`(${promotions.usageLimit} is null or ${promotions.usedCount} < ${promotions.usageLimit})`,
        ),
      )
      .returning()
    if (!promotion) throw usedUp(promotionId, input.code)
    const { rows } = await ctx.db.execute<{ used: number }>(sql`
      insert into promotion_tallies (tenant_id, promotion_id, customer_key, used)
      values (${ctx.tenantId}, ${promotionId}, ${customerKey}, 1)
      on conflict (tenant_id, promotion_id, customer_key) do update set used = promotion_tallies.used + 1
      where ${promotion.usageLimitPerCustomer}::int is null or promotion_tallies.used < ${promotion.usageLimitPerCustomer}::int
      returning used`)
    if (rows.length === 0) throw usedUp(promotionId, input.code)
    await ctx.db
      .insert(promotionUses)
      .values({ tenantId: ctx.tenantId, promotionId, orderId: input.orderId, customerKey })
  }
}

const usedUp = (promotionId: string, code = 'cart_changed') =>
  conflict('This promotion has been used up.', {
    code,
    details: { changes: [{ kind: 'promotion_used_up', promotionId }] },
  })

/** A cancelled order gives its uses back; twice is once. */
export async function returnUses(ctx: Inside, orderId: string): Promise<void> {
  const uses = await ctx.db
    .delete(promotionUses)
    .where(and(eq(promotionUses.tenantId, ctx.tenantId), eq(promotionUses.orderId, orderId)))
    .returning()
  for (const { promotionId, customerKey } of uses.sort((a, b) => (a.promotionId < b.promotionId ? -1 : 1))) {
    await ctx.db
      .update(promotions)
      .set({ usedCount: sql`${promotions.usedCount} - 1` })
      .where(and(eq(promotions.tenantId, ctx.tenantId), eq(promotions.id, promotionId)))
    await ctx.db
      .update(promotionTallies)
      .set({ used: sql`${promotionTallies.used} - 1` })
      .where(
        and(
          eq(promotionTallies.tenantId, ctx.tenantId),
          eq(promotionTallies.promotionId, promotionId),
          eq(promotionTallies.customerKey, customerKey),
        ),
      )
  }
}

/** How often this customer has used each promotion, for the preview in the cart. */
export async function usesOf(ctx: Inside, email: string | null): Promise<Map<string, number>> {
  if (!email) return new Map()
  const rows = await ctx.db
    .select({ promotionId: promotionTallies.promotionId, used: promotionTallies.used })
    .from(promotionTallies)
    .where(
      and(
        eq(promotionTallies.tenantId, ctx.tenantId),
        eq(promotionTallies.customerKey, customerKeyOf(email)),
      ),
    )
  return new Map(rows.map((row) => [row.promotionId, row.used]))
}
