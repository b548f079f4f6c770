/** /audit: who did what, for administrators and accountants; and whether the log is still the one that was written. */
import { z } from 'zod'
import { allPages, csvAnswer } from '../export/csv.ts'
import { endpoint, type Endpoint } from '../http/endpoint.ts'
import type { Context } from '../tenancy/context.ts'
import { Id, Instant, pageOf } from '../values/shapes.ts'
import { AuditFilters, type AuditEntry, listAudit, ListAudit } from './list.ts'
import { verifyAudit } from './verify.ts'

export const AuditView = z
  .object({
    id: Id,
    at: Instant,
    action: z.string(),
    entity: z.string(),
    entityId: z.string(),
    actor: z.object({ kind: z.string(), id: Id.nullable(), name: z.string() }),
    isOverride: z.boolean().meta({ description: 'An administrator changed what belongs to somebody else.' }),
    requestId: z.string().nullable(),
    address: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: 'AuditEntry' })

export const presentEntry = (entry: AuditEntry): z.output<typeof AuditView> => ({
  id: entry.id,
  at: entry.at.toISOString(),
  action: entry.action,
  entity: entry.entity,
  entityId: entry.entityId,
  actor: { kind: entry.actorKind, id: entry.actorId, name: entry.actorName },
  isOverride: entry.isOverride,
  requestId: entry.requestId,
  address: entry.address,
  before: entry.before,
  after: entry.after,
})

const tag = 'Audit'
const access = 'audit.read'
const header = [
  'at',
  'action',
  'entity',
  'entityId',
  'actor',
  'actorId',
  'isOverride',
  'address',
  'requestId',
  'before',
  'after',
]

async function* csvRows(ctx: Context, filters: z.output<typeof AuditFilters>) {
  for await (const entry of allPages((cursor) => listAudit(ctx, { ...filters, cursor, limit: 500 }))) {
    yield [
      entry.at.toISOString(),
      entry.action,
      entry.entity,
      entry.entityId,
      entry.actorName,
      entry.actorId ?? '',
      String(entry.isOverride),
      entry.address ?? '',
      entry.requestId ?? '',
      entry.before === null ? '' : JSON.stringify(entry.before),
      entry.after === null ? '' : JSON.stringify(entry.after),
    ]
  }
}

export const auditApi: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/audit',
    tag,
    access,
    summary: 'What was changed, newest first',
    query: ListAudit,
    answer: pageOf(AuditView),
    handle: async (ctx, { query }) => {
      const { data, ...page } = await listAudit(ctx, query)
      return { data: data.map(presentEntry), ...page }
    },
  }),
  endpoint({
    method: 'get',
    path: '/audit.csv',
    tag,
    access,
    summary: 'The same as a file',
    query: AuditFilters,
    produces: 'text/csv',
    handle: async (ctx, { query }) => csvAnswer('audit.csv', header, csvRows(ctx, query)),
  }),
  endpoint({
    method: 'get',
    path: '/audit/verification',
    tag,
    access,
    summary: 'Check the whole log against its seals',
    answer: z
      .object({
        isSound: z.boolean(),
        checked: z.int(),
        head: z.object({ position: z.int(), hash: z.string() }).nullable(),
        fault: z
          .object({
            kind: z.string(),
            position: z.int().nullable(),
            auditId: Id.nullable(),
            explanation: z.string(),
          })
          .nullable(),
      })
      .meta({ id: 'AuditVerdict' }),
    // It reads everything.
    limit: { max: 6, windowSeconds: 60, by: 'actor' },
    handle: async (ctx) => verifyAudit(ctx.services, ctx.tenantId),
  }),
]
