/** Producers and applications as the API shows them. */
import { z } from 'zod'
import type { Context } from '../../platform/tenancy/context.ts'
import {
  Address,
  Email,
  Id,
  inLocale,
  Instant,
  Money,
  type Translated,
} from '../../platform/values/shapes.ts'
import type { Application } from './applications.ts'
import type { ListedProducer } from './list.ts'
import { maySeePrivate } from './policy.ts'

const Text = z.union([z.string(), z.record(z.string(), z.string())])

export const ProducerView = z
  .object({
    id: Id,
    slug: z.string(),
    name: Text,
    description: Text,
    region: Text,
    status: z.enum(['active', 'paused']),
    logoFileId: Id.nullable(),
    bannerFileId: Id.nullable(),
    foundedYear: z.int().nullable(),
    productCount: z.int(),
    rating: z.object({ average: z.number().nullable(), count: z.int() }),
    /** For its own people and administrators. */
    private: z
      .object({
        email: z.string().nullable(),
        phone: z.string().nullable(),
        origin: Address.nullable(),
        vatNumber: z.string().nullable(),
        iban: z.string().nullable(),
        commissionPercent: z.string().nullable(),
        shippingFlat: Money.nullable(),
        freeShippingFrom: Money.nullable(),
      })
      .optional(),
    createdAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Producer' })

export function presentProducer(
  ctx: Context,
  row: ListedProducer,
  isWhole = false,
): z.output<typeof ProducerView> {
  const text = (value: Translated) =>
    isWhole ? value : inLocale(value, ctx.locale, ctx.organization.defaultLocale)
  return {
    id: row.id,
    slug: row.slug,
    name: text(row.name),
    description: text(row.description),
    region: text(row.region),
    status: row.status,
    logoFileId: row.logoFileId,
    bannerFileId: row.bannerFileId,
    foundedYear: row.foundedYear,
    productCount: row.productCount,
    rating: {
      average: row.ratingCount > 0 ? Math.round((row.ratingSum / row.ratingCount) * 100) / 100 : null,
      count: row.ratingCount,
    },
    ...(maySeePrivate(ctx.actor, row) ? { private: presentPrivate(ctx, row) } : {}),
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  }
}

function presentPrivate(ctx: Context, row: ListedProducer) {
  const money = (amount: string | null) =>
    amount === null ? null : { amount, currency: ctx.organization.currency }
  return {
    email: row.email,
    phone: row.phone,
    origin: row.origin,
    vatNumber: row.vatNumber,
    iban: row.iban,
    commissionPercent: row.commissionPercent?.replace(/\.?0+$/, '') ?? null,
    shippingFlat: money(row.shippingFlat),
    freeShippingFrom: money(row.freeShippingFrom),
  }
}

/** What a stranger is told of an application: that it is there. */
export const ReceiptView = z
  .object({ id: Id, status: z.enum(['pending', 'approved', 'refused']), createdAt: Instant })
  .meta({ id: 'ProducerApplicationReceipt' })

export const presentReceipt = ({ id, status, createdAt }: Application): z.output<typeof ReceiptView> => ({
  id,
  status,
  createdAt: createdAt.toISOString(),
})

export const ApplicationView = ReceiptView.extend({
  name: z.string(),
  contactName: z.string(),
  email: Email,
  phone: z.string().nullable(),
  vatNumber: z.string().nullable(),
  region: z.string().nullable(),
  message: z.string(),
  locale: z.string(),
  userId: Id.nullable(),
  reason: z.string().nullable(),
  decidedAt: Instant.nullable(),
  producerId: Id.nullable(),
}).meta({ id: 'ProducerApplication' })

export function presentApplication(row: Application): z.output<typeof ApplicationView> {
  const { tenantId: _tenant, decidedBy: _by, decidedAt, createdAt, ...rest } = row
  return { ...rest, createdAt: createdAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null }
}
