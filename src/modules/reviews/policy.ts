/** Who may do what with reviews: the house lets them through, the producer answers. */
import { type Actor, may } from '../../platform/access/actor.ts'

export const mayModerate = (actor: Actor): boolean => may(actor, 'reviews.moderate')

export const mayAnswer = (actor: Actor, product: { producerId: string }): boolean =>
  actor.producerIds.includes(product.producerId) || may(actor, 'products.writeAny')
