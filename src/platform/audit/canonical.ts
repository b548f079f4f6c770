/**
 * What is sealed. Version 1 of the canonical form of an entry is the JSON array, without spaces,
 *   [1, tenantId, id, ordinal, at, action, entity, entityId, actorKind, actorId, actorName, isOverride, requestId,
 *    address, before, after]
 * where `at` is in UTC with six digits after the second, ids are in lower case, and `before` and `after` are the text
 * that PostgreSQL gives for the jsonb value, as a JSON string. What is absent is null. Transaction numbers are left
 * out: they belong to the database the entry lies in, and change when it is restored into another.
 *
 * A seal is SHA-256(previous seal ‖ UTF-8 of the form); before the first stands SHA-256 of `stoa audit v1 <tenantId>`.
 * Changing any of this makes version 2, beside this one.
 */
import { hash } from 'node:crypto'

/** An entry as `auditColumns` read it, ready to be sealed or verified: a row of texts, in the order of the form. */
export type SealedEntry = readonly [
  tenantId: string,
  id: string,
  ordinal: number,
  at: string,
  action: string,
  entity: string,
  entityId: string,
  actorKind: string,
  actorId: string | null,
  actorName: string,
  isOverride: boolean,
  requestId: string | null,
  address: string | null,
  before: string | null,
  after: string | null,
]

/** For a query `from audit a`, read in `rowMode: 'array'`, with the session in UTC. */
export const auditColumns = `a.tenant_id, a.id, a.ordinal, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  a.action, a.entity, a.entity_id, a.actor_kind, a.actor_id, a.actor_name, a.is_override, a.request_id, a.address,
  a.before::text, a.after::text`

export const entryLength = 15

const version = 1

export const canonicalForm = (entry: SealedEntry): string => JSON.stringify([version, ...entry])

export const firstSeal = (tenantId: string): Buffer => hash('sha256', `stoa audit v1 ${tenantId}`, 'buffer')

export const nextSeal = (previous: Uint8Array, entry: SealedEntry): Buffer =>
  hash('sha256', Buffer.concat([previous, Buffer.from(canonicalForm(entry))]), 'buffer')
