/** What this process knows about itself, for those who ask how it is. */
import type { Services } from '../tenancy/context.ts'

export type HealthState = {
  startedAt: Date
  /** While it drains it is alive, but not ready for more. */
  isStopping: () => boolean
  /** Whether this process relays events and seals the audit log; absent where no jobs are worked. */
  isLeading?: () => boolean
}

// The built pages and the server's sources are two copies of this file, and must know the same.
const key = Symbol.for('stoa.healthStates')
const shared = globalThis as unknown as Record<symbol, WeakMap<Services['database'], HealthState> | undefined>
const states = (shared[key] ??= new WeakMap())

export const rememberHealth = (services: Services, state: HealthState): void => {
  states.set(services.database, state)
}

export const healthStateOf = (services: Services): HealthState | null => states.get(services.database) ?? null
