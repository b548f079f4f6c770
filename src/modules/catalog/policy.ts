/** Who may do what with products. A producer's people act on what is theirs; an administrator on anything. */
import { type Actor, may } from '../../platform/access/actor.ts'
import type { ProductStatus } from './values.ts'

type Owned = { producerId: string }

export const owns = (actor: Actor, product: Owned): boolean => actor.producerIds.includes(product.producerId)

export const mayWriteAny = (actor: Actor): boolean => may(actor, 'products.writeAny')

export const mayWriteProduct = (actor: Actor, product: Owned): boolean =>
  mayWriteAny(actor) || (may(actor, 'products.write') && owns(actor, product))

/** Those who run the orders count anybody's shelf. */
export const mayAdjustStock = (actor: Actor, product: Owned): boolean =>
  mayWriteAny(actor) || (may(actor, 'stock.adjust') && (owns(actor, product) || may(actor, 'orders.manage')))

/** Sees drafts and what is archived, and the stock of it all. */
export const maySeeUnlisted = (actor: Actor, product: Owned): boolean =>
  mayWriteAny(actor) || may(actor, 'orders.manage') || owns(actor, product)

/** Somebody of the house acting on what belongs to a producer: audited as an override. */
export const isOverride = (actor: Actor, product: Owned): boolean =>
  !owns(actor, product) && actor.kind !== 'system'

export const isListed = (
  product: { status: ProductStatus; deletedAt: Date | null },
  producer: { status: string },
) => product.status === 'published' && product.deletedAt === null && producer.status === 'active'
