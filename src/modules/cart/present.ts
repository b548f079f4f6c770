/** Carts as the API and the pages show them. */
import { z } from 'zod'
import type { Context } from '../../platform/tenancy/context.ts'
import { Address, Id, inLocale, Money } from '../../platform/values/shapes.ts'
import type { PricedCart } from './priced.ts'

const ChangeView = z.looseObject({
  kind: z.enum(['price_changed', 'out_of_stock', 'unavailable', 'total_changed', 'promotion_refused']),
})

export const QuoteView = z
  .object({
    id: Id,
    code: z.string(),
    provider: z.string(),
    name: z.string(),
    description: z.string(),
    price: Money,
  })
  .meta({ id: 'ShippingQuote' })

export const CartView = z
  .object({
    id: Id,
    /** Proves the cart; answered once, when it is opened. */
    token: z.string().optional(),
    status: z.enum(['open', 'ordered', 'merged']),
    orderId: Id.nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    shippingAddress: Address.nullable(),
    billingAddress: Address.nullable(),
    vatNumber: z.string().nullable(),
    shippingMethodId: Id.nullable(),
    paymentProvider: z.string().nullable(),
    promotionCodes: z.array(z.string()),
    note: z.string().nullable(),
    priceKind: z.enum(['gross', 'net']),
    itemCount: z.int(),
    lines: z.array(
      z.object({
        id: Id,
        variantId: Id,
        productId: Id,
        producerId: Id,
        slug: z.string(),
        sku: z.string(),
        name: z.string(),
        variantName: z.string(),
        imageFileId: Id.nullable(),
        quantity: z.int(),
        available: z.int(),
        unitPrice: Money,
        discount: Money,
        net: Money,
        vat: Money,
        gross: Money,
        vatRate: z.string(),
      }),
    ),
    promotions: z.array(z.object({ code: z.string().nullable(), name: z.string(), amount: Money })),
    totals: z.object({
      net: Money,
      vat: z.array(z.object({ rate: z.string(), base: Money, amount: Money })),
      shipping: Money,
      discount: Money,
      fee: Money,
      total: Money,
    }),
    /** What is different from when the cart was filled: shown, and placed only once it is confirmed. */
    changes: z.array(ChangeView),
    version: z.int(),
  })
  .meta({ id: 'Cart' })

export function presentCart(ctx: Context, priced: PricedCart, token?: string): z.output<typeof CartView> {
  const { cart, lines, totals } = priced
  const money = (amount: string) => ({ amount, currency: ctx.organization.currency })
  const text = (value: Parameters<typeof inLocale>[0]) =>
    inLocale(value, ctx.locale, ctx.organization.defaultLocale)
  return {
    id: cart.id,
    ...(token ? { token } : {}),
    status: cart.status,
    orderId: cart.orderId,
    email: cart.email,
    phone: cart.phone,
    shippingAddress: cart.shippingAddress,
    billingAddress: cart.billingAddress,
    vatNumber: cart.vatNumber,
    shippingMethodId: cart.shippingMethodId,
    paymentProvider: cart.paymentProvider,
    promotionCodes: cart.promotionCodes,
    note: cart.note,
    priceKind: ctx.organization.priceKind,
    itemCount: lines.reduce((sum, { line }) => sum + line.quantity, 0),
    lines: lines.map(({ line, variant, ...figures }) => ({
      id: line.id,
      variantId: variant.variantId,
      productId: variant.productId,
      producerId: variant.producerId,
      slug: variant.slug,
      sku: variant.sku,
      name: text(variant.productName),
      variantName: text(variant.name),
      imageFileId: variant.coverFileId,
      quantity: line.quantity,
      available: variant.stock,
      unitPrice: money(figures.unitPrice),
      discount: money(figures.discount),
      net: money(figures.net),
      vat: money(figures.vat),
      gross: money(figures.gross),
      vatRate: figures.vatRate,
    })),
    promotions: priced.promotions.map(({ code, name, amount }) => ({
      code,
      name: text(name),
      amount: money(amount),
    })),
    totals: {
      net: money(totals.net),
      vat: totals.vat.map(({ rate, base, amount }) => ({ rate, base: money(base), amount: money(amount) })),
      shipping: money(totals.shipping),
      discount: money(totals.discount),
      fee: money(totals.fee),
      total: money(totals.total),
    },
    changes: priced.changes.map((change) =>
      'from' in change ? { ...change, from: money(change.from), to: money(change.to) } : change,
    ),
    version: cart.version,
  }
}

export function presentQuotes(ctx: Context, { quotes }: PricedCart): z.output<typeof QuoteView>[] {
  return quotes.map(({ method, price }) => ({
    id: method.id,
    code: method.code,
    provider: method.provider,
    name: inLocale(method.name, ctx.locale, ctx.organization.defaultLocale),
    description: inLocale(method.description, ctx.locale, ctx.organization.defaultLocale),
    price: { amount: price, currency: ctx.organization.currency },
  }))
}
