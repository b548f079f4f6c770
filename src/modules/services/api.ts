/** /services, /team-members and /resources. */
import { z } from 'zod'
import { endpoint, type Endpoint } from '../../platform/http/endpoint.ts'
import { Id, pageOf, Paging } from '../../platform/values/shapes.ts'
import { getService, listServices } from './find.ts'
import {
  presentResource,
  presentService,
  presentTeamMember,
  ResourceView,
  ServiceView,
  TeamMemberView,
} from './present.ts'
import { archiveResource, createResource, getResource, listResources, updateResource } from './resources.ts'
import { archiveService, createService, updateService } from './services.ts'
import {
  CreateResource,
  CreateService,
  CreateTeamMember,
  ListServices,
  ListTeam,
  ReplaceBusyTimes,
  UpdateResource,
  UpdateService,
  UpdateTeamMember,
} from './shapes.ts'
import {
  archiveTeamMember,
  createTeamMember,
  getTeamMember,
  listTeam,
  replaceBusyTimes,
  updateTeamMember,
} from './team.ts'

const params = z.strictObject({ id: Id })
const Translations = z.strictObject({ translations: z.literal('all').optional() })

const services: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/services',
    tag: 'Services',
    access: 'public',
    summary: 'What can be booked or asked for',
    query: ListServices,
    answer: pageOf(ServiceView),
    handle: async (ctx, { query }) => {
      const { data, ...rest } = await listServices(ctx, query)
      return { ...rest, data: data.map((one) => presentService(ctx, one, query.translations === 'all')) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/services/{id}',
    tag: 'Services',
    access: 'public',
    summary: 'One service',
    params,
    query: Translations,
    answer: ServiceView,
    handle: async (ctx, { params, query }) =>
      presentService(ctx, await getService(ctx, { serviceId: params.id }), query.translations === 'all'),
  }),
  endpoint({
    method: 'post',
    path: '/services',
    tag: 'Services',
    access: 'services.manage',
    summary: 'Offer a service',
    description:
      'Hours are local to `timeZone`; `24:00` is the end of a day. Without `hours` it is open on workdays from nine to five; `null` is whenever its members work.',
    body: CreateService,
    answer: ServiceView,
    status: 201,
    handle: async (ctx, { body }) => presentService(ctx, await createService(ctx, body)),
  }),
  endpoint({
    method: 'patch',
    path: '/services/{id}',
    tag: 'Services',
    access: 'services.manage',
    summary: 'Change a service',
    params,
    body: UpdateService,
    answer: ServiceView,
    handle: async (ctx, { params, body, ifMatch }) =>
      presentService(ctx, await updateService(ctx, { ...body, serviceId: params.id }, ifMatch)),
  }),
  endpoint({
    method: 'delete',
    path: '/services/{id}',
    tag: 'Services',
    access: 'services.manage',
    summary: 'Put a service away; what was booked stays',
    params,
    status: 204,
    handle: (ctx, { params }) => archiveService(ctx, { serviceId: params.id }).then(() => null),
  }),
]

const team: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/team-members',
    tag: 'Team',
    access: ['bookings.read', 'team.manage'],
    summary: 'The people who do the work, by name',
    query: ListTeam,
    answer: pageOf(TeamMemberView),
    handle: async (ctx, { query }) => {
      const { data, ...rest } = await listTeam(ctx, query)
      return { ...rest, data: data.map(presentTeamMember) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/team-members/{id}',
    tag: 'Team',
    access: ['bookings.read', 'team.manage'],
    summary: 'One of them',
    params,
    answer: TeamMemberView,
    handle: async (ctx, { params }) => presentTeamMember(await getTeamMember(ctx, { memberId: params.id })),
  }),
  endpoint({
    method: 'post',
    path: '/team-members',
    tag: 'Team',
    access: 'team.manage',
    summary: 'Add somebody',
    description: 'Without `hours` they have those of each service; `overrides` replace whole days.',
    body: CreateTeamMember,
    answer: TeamMemberView,
    status: 201,
    handle: async (ctx, { body }) => presentTeamMember(await createTeamMember(ctx, body)),
  }),
  endpoint({
    method: 'patch',
    path: '/team-members/{id}',
    tag: 'Team',
    access: 'team.manage',
    summary: 'Change somebody’s calendar, time off or limits',
    params,
    body: UpdateTeamMember,
    answer: TeamMemberView,
    handle: async (ctx, { params, body, ifMatch }) =>
      presentTeamMember(await updateTeamMember(ctx, { ...body, memberId: params.id }, ifMatch)),
  }),
  endpoint({
    method: 'delete',
    path: '/team-members/{id}',
    tag: 'Team',
    access: 'team.manage',
    summary: 'Take somebody off the list; what was booked stays',
    params,
    status: 204,
    handle: (ctx, { params }) => archiveTeamMember(ctx, { memberId: params.id }).then(() => null),
  }),
  endpoint({
    method: 'put',
    path: '/team-members/{id}/busy-times',
    tag: 'Team',
    access: 'team.manage',
    summary: 'What an outside calendar says, instead of what it said before',
    params,
    body: ReplaceBusyTimes,
    answer: z.object({ count: z.int() }),
    handle: (ctx, { params, body }) => replaceBusyTimes(ctx, { ...body, memberId: params.id }),
  }),
]

const resources: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/resources',
    tag: 'Resources',
    access: ['bookings.read', 'services.manage'],
    summary: 'Rooms, vans and machines',
    query: Paging,
    answer: pageOf(ResourceView),
    handle: async (ctx, { query }) => {
      const { data, ...rest } = await listResources(ctx, query)
      return { ...rest, data: data.map((row) => presentResource(ctx, row)) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/resources/{id}',
    tag: 'Resources',
    access: ['bookings.read', 'services.manage'],
    summary: 'One of them',
    params,
    answer: ResourceView,
    handle: async (ctx, { params }) =>
      presentResource(ctx, await getResource(ctx, { resourceId: params.id })),
  }),
  endpoint({
    method: 'post',
    path: '/resources',
    tag: 'Resources',
    access: 'services.manage',
    summary: 'Add a room, a van or a machine',
    body: CreateResource,
    answer: ResourceView,
    status: 201,
    handle: async (ctx, { body }) => presentResource(ctx, await createResource(ctx, body)),
  }),
  endpoint({
    method: 'patch',
    path: '/resources/{id}',
    tag: 'Resources',
    access: 'services.manage',
    summary: 'Rename it',
    params,
    body: UpdateResource,
    answer: ResourceView,
    handle: async (ctx, { params, body }) =>
      presentResource(ctx, await updateResource(ctx, { ...body, resourceId: params.id })),
  }),
  endpoint({
    method: 'delete',
    path: '/resources/{id}',
    tag: 'Resources',
    access: 'services.manage',
    summary: 'Put it away; refused while services need it',
    params,
    status: 204,
    handle: (ctx, { params }) => archiveResource(ctx, { resourceId: params.id }).then(() => null),
  }),
]

export const servicesApi: Endpoint[] = [...services, ...team, ...resources]
