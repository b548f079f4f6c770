/** /producers and /producer-applications. */
import { z } from 'zod'
import { endpoint, type Endpoint } from '../../platform/http/endpoint.ts'
import type { Context } from '../../platform/tenancy/context.ts'
import { Id, pageOf, text } from '../../platform/values/shapes.ts'
import {
  applyAsProducer,
  approveApplication,
  getApplication,
  listApplications,
  refuseApplication,
} from './applications.ts'
import { getProducer, listProducers } from './list.ts'
import {
  ApplicationView,
  presentApplication,
  presentProducer,
  presentReceipt,
  ProducerView,
  ReceiptView,
} from './present.ts'
import { createProducer, pauseProducer, resumeProducer, updateProducer } from './producers.ts'
import {
  ApplyAsProducer,
  ListApplications,
  ListProducers,
  NewProducer,
  RefuseApplication,
  UpdateProducer,
} from './shapes.ts'

const tag = 'Producers'
const byId = z.strictObject({ id: Id })
const Translations = z.strictObject({ translations: z.literal('all').optional() })

const whole = async (ctx: Context, producerId: string) =>
  presentProducer(ctx, await getProducer(ctx, producerId))

const producers: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/producers',
    tag,
    access: 'public',
    summary: 'The producers, by name',
    query: ListProducers,
    answer: pageOf(ProducerView),
    handle: async (ctx, { query }) => {
      const page = await listProducers(ctx, query)
      return {
        ...page,
        data: page.data.map((row) => presentProducer(ctx, row, query.translations === 'all')),
      }
    },
  }),
  endpoint({
    method: 'get',
    path: '/producers/{id}',
    tag,
    access: 'public',
    summary: 'One producer, by id or slug',
    params: z.strictObject({ id: text(120) }),
    query: Translations,
    answer: ProducerView,
    handle: async (ctx, { params, query }) =>
      presentProducer(ctx, await getProducer(ctx, params.id), query.translations === 'all'),
  }),
  endpoint({
    method: 'post',
    path: '/producers',
    tag,
    access: 'producers.manage',
    summary: 'Make a producer',
    body: NewProducer,
    answer: ProducerView,
    status: 201,
    handle: async (ctx, { body }) => whole(ctx, (await createProducer(ctx, body)).id),
  }),
  endpoint({
    method: 'patch',
    path: '/producers/{id}',
    tag,
    access: ['producers.profile', 'producers.manage'],
    summary: 'Change a producer’s profile',
    description: '`slug` and `commissionPercent` are for administrators.',
    params: byId,
    body: UpdateProducer,
    answer: ProducerView,
    handle: async (ctx, { params, body, ifMatch }) =>
      whole(ctx, (await updateProducer(ctx, { ...body, producerId: params.id }, ifMatch)).id),
  }),
  endpoint({
    method: 'post',
    path: '/producers/{id}/pause',
    tag,
    access: ['producers.profile', 'producers.manage'],
    summary: 'Take all goods of a producer off the shelf',
    params: byId,
    answer: ProducerView,
    handle: async (ctx, { params }) => whole(ctx, (await pauseProducer(ctx, { producerId: params.id })).id),
  }),
  endpoint({
    method: 'delete',
    path: '/producers/{id}/pause',
    tag,
    access: ['producers.profile', 'producers.manage'],
    summary: 'Put them back on the shelf',
    params: byId,
    answer: ProducerView,
    handle: async (ctx, { params }) => whole(ctx, (await resumeProducer(ctx, { producerId: params.id })).id),
  }),
]

const applications: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/producer-applications',
    tag,
    access: 'public',
    summary: 'Apply to sell here',
    description: 'While an application of the same e-mail waits, another one adds nothing.',
    limit: { max: 5, windowSeconds: 3_600, by: 'address' },
    body: ApplyAsProducer,
    answer: ReceiptView,
    status: 201,
    handle: async (ctx, { body }) => presentReceipt(await applyAsProducer(ctx, body)),
  }),
  endpoint({
    method: 'get',
    path: '/producer-applications',
    tag,
    access: 'producers.manage',
    summary: 'Applications, newest first',
    query: ListApplications,
    answer: pageOf(ApplicationView),
    handle: async (ctx, { query }) => {
      const page = await listApplications(ctx, query)
      return { ...page, data: page.data.map(presentApplication) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/producer-applications/{id}',
    tag,
    access: 'producers.manage',
    summary: 'One application',
    params: byId,
    answer: ApplicationView,
    handle: async (ctx, { params }) => presentApplication(await getApplication(ctx, params.id)),
  }),
  endpoint({
    method: 'post',
    path: '/producer-applications/{id}/approval',
    tag,
    access: 'producers.manage',
    summary: 'Approve: makes the producer and lets the applicant in',
    params: byId,
    answer: ApplicationView,
    handle: async (ctx, { params }) =>
      presentApplication(await approveApplication(ctx, { applicationId: params.id })),
  }),
  endpoint({
    method: 'post',
    path: '/producer-applications/{id}/refusal',
    tag,
    access: 'producers.manage',
    summary: 'Refuse, with a reason that is mailed',
    params: byId,
    body: RefuseApplication,
    answer: ApplicationView,
    handle: async (ctx, { params, body }) =>
      presentApplication(await refuseApplication(ctx, { ...body, applicationId: params.id })),
  }),
]

export const producersApi: Endpoint[] = [...producers, ...applications]
