/** Short ways of writing carts and promotions in tests. */
import type { PromotionRule } from '../promotions/rule.ts'
import type { CartToPrice, LineToPrice } from './priced.ts'
import { euVatRates } from './vat-rates.ts'

export const atHome = { origin: 'GR', destination: 'GR', isOssRegistered: true, hasValidVatNumber: false }

export const line = (unitPrice: string, quantity = '1', more: Partial<LineToPrice> = {}): LineToPrice => ({
  id: `${unitPrice}×${quantity}`,
  kind: 'shop',
  productId: 'product',
  categoryIds: [],
  producerId: 'producer',
  quantity,
  unitPrice,
  vatClass: 'standard',
  ...more,
})

export const cart = (lines: LineToPrice[], more: Partial<CartToPrice> = {}): CartToPrice => ({
  currency: 'EUR',
  priceKind: 'gross',
  lines,
  shipping: null,
  fee: null,
  promotions: [],
  codes: [],
  now: new Date('2026-06-13T12:00:00Z'),
  sale: atHome,
  vatTable: euVatRates,
  ...more,
})

/** An automatic promotion on everything. */
export const promotion = (kind: PromotionRule['kind'], value: string | null = null): PromotionRule => ({
  id: kind,
  code: null,
  kind,
  value,
  buyQuantity: 1,
  getQuantity: 1,
  appliesTo: 'all',
  productIds: [],
  categoryIds: [],
  producerIds: [],
  minimumTotal: null,
  usageLimit: null,
  usageLimitPerCustomer: null,
  usedCount: 0,
  isStackable: true,
  priority: 0,
  startsAt: null,
  endsAt: null,
})
