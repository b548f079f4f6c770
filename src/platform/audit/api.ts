/** /audit: who did what, for administrators and accountants; and whether the log is still the one that was written. */
import { z } from 'zod'
import { type FileColumn, listFiles } from '../export/list-files.ts'
import { endpoint, type Endpoint } from '../http/endpoint.ts'
import { Id, Instant, pageOf } from '../values/shapes.ts'
import { type AuditEntry, getAuditEntry, listAudit, ListAudit } from './list.ts'
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
const json = (state: unknown): string | null => (state === null ? null : JSON.stringify(state))

const columns: FileColumn<AuditEntry>[] = [
  { key: 'at', kind: 'instant', value: (entry) => entry.at.toISOString() },
  { key: 'action', value: (entry) => entry.action },
  { key: 'entity', value: (entry) => entry.entity },
  { key: 'entityId', value: (entry) => entry.entityId },
  { key: 'actor', value: (entry) => entry.actorName },
  { key: 'actorId', value: (entry) => entry.actorId },
  { key: 'isOverride', value: (entry) => String(entry.isOverride) },
  { key: 'address', value: (entry) => entry.address },
  { key: 'requestId', value: (entry) => entry.requestId },
  { key: 'before', value: (entry) => json(entry.before) },
  { key: 'after', value: (entry) => json(entry.after) },
]

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
  ...listFiles({ path: '/audit', tag, access, what: 'changes', query: ListAudit, columns, list: listAudit }),
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
  endpoint({
    method: 'get',
    path: '/audit/{id}',
    tag,
    access,
    summary: 'One change',
    params: z.strictObject({ id: Id }),
    answer: AuditView,
    handle: async (ctx, { params }) => presentEntry(await getAuditEntry(ctx, params.id)),
  }),
]
