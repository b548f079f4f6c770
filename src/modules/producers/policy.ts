/** Who may do what with producers: their own people keep the profile, administrators everything. */
import { type Actor, may } from '../../platform/access/actor.ts'

export const mayManageProducers = (actor: Actor): boolean => may(actor, 'producers.manage')

export const mayEditProfile = (actor: Actor, producer: { id: string }): boolean =>
  mayManageProducers(actor) || (may(actor, 'producers.profile') && actor.producerIds.includes(producer.id))

/** Address, bank account and terms are between the producer and the house. */
export const maySeePrivate = (actor: Actor, producer: { id: string }): boolean =>
  mayManageProducers(actor) || may(actor, 'payouts.manage') || actor.producerIds.includes(producer.id)
