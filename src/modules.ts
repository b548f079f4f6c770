/** Everything that is mounted, by name: the endpoints, the jobs, and what follows from which event. */
import { organizationApi } from './modules/organization/api.ts'
import { eventsApi } from './platform/events/api.ts'
import type { Subscription } from './platform/events/relay.ts'
import type { Endpoint } from './platform/http/endpoint.ts'
import type { JobDefinition } from './platform/jobs/boss.ts'

export const endpoints: readonly Endpoint[] = [...organizationApi, ...eventsApi]

export const jobDefinitions: readonly JobDefinition[] = []

export const subscriptions: readonly Subscription[] = []
