/** What other rooms need of several producers at once: their names, and how they send. */
import { and, eq, inArray } from 'drizzle-orm'
import type { Inside } from '../../platform/tenancy/context.ts'
import type { Address, Translated } from '../../platform/values/shapes.ts'
import { producers } from './schema.ts'

export async function producerNames(ctx: Inside, ids: readonly string[]): Promise<Map<string, Translated>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: producers.id, name: producers.name })
    .from(producers)
    .where(and(eq(producers.tenantId, ctx.tenantId), inArray(producers.id, [...new Set(ids)])))
  return new Map(rows.map((row) => [row.id, row.name]))
}

export type ProducerShipping = {
  id: string
  origin: Address | null
  shippingFlat: string | null
  freeShippingFrom: string | null
}

export const producerShipping = (ctx: Inside, ids: readonly string[]): Promise<ProducerShipping[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : ctx.db
        .select({
          id: producers.id,
          origin: producers.origin,
          shippingFlat: producers.shippingFlat,
          freeShippingFrom: producers.freeShippingFrom,
        })
        .from(producers)
        .where(and(eq(producers.tenantId, ctx.tenantId), inArray(producers.id, [...new Set(ids)])))

/** Where each producer is written to. */
export const producerContacts = (
  ctx: Inside,
  ids: readonly string[],
): Promise<{ id: string; email: string | null }[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : ctx.db
        .select({ id: producers.id, email: producers.email })
        .from(producers)
        .where(and(eq(producers.tenantId, ctx.tenantId), inArray(producers.id, [...new Set(ids)])))

/** All producers by name, to choose one from. */
export const allProducerNames = (ctx: Inside): Promise<{ id: string; name: Translated }[]> =>
  ctx.db
    .select({ id: producers.id, name: producers.name })
    .from(producers)
    .where(eq(producers.tenantId, ctx.tenantId))
    .orderBy(producers.slug)

/** Whom money goes to: the name, and whether an account is known. */
export async function payeesOf(
  ctx: Inside,
  ids: readonly string[],
): Promise<Map<string, { name: Translated; hasIban: boolean }>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: producers.id, name: producers.name, iban: producers.iban })
    .from(producers)
    .where(and(eq(producers.tenantId, ctx.tenantId), inArray(producers.id, [...new Set(ids)])))
  return new Map(rows.map(({ id, name, iban }) => [id, { name, hasIban: iban !== null }]))
}
