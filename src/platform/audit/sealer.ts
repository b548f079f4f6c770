/**
 * Seals the audit log: each entry's seal covers the entry and the seal before it, per organisation, in the order of
 * commit (see relay.ts for why below the oldest open transaction). One process at a time does it, within a second,
 * so that no write waits for the chain.
 */
import type { Client } from 'pg'
import type { Duty } from '../events/leader.ts'
import { auditColumns, entryLength, firstSeal, nextSeal, type SealedEntry } from './canonical.ts'

export const sealerCursor = 'sealer'
const batchSize = 1_000

type Head = { position: number; hash: Uint8Array }
type Seal = { tenantId: string; position: number; auditId: string; hash: Uint8Array }

export function sealAudit(): Duty {
  return {
    name: 'sealer',
    step: async (client) => {
      const entries = await nextEntries(client)
      if (entries.length === 0) return { hasMore: false }
      const heads = await headsOf(client, [...new Set(entries.map(([tenantId]) => tenantId))])
      const seals = entries.map((row): Seal => {
        const entry = row.slice(0, entryLength) as unknown as SealedEntry
        const [tenantId, auditId] = entry
        const head = heads.get(tenantId) ?? { position: 0, hash: firstSeal(tenantId) }
        const next = { position: head.position + 1, hash: nextSeal(head.hash, entry) }
        heads.set(tenantId, next)
        return { tenantId, auditId, ...next }
      })
      await keep(client, seals)
      const [xid, ordinal] = entries.at(-1)!.slice(entryLength) as [string, number]
      await moveTo(client, xid, ordinal)
      return { hasMore: entries.length === batchSize }
    },
  }
}

type Row = [...SealedEntry, xid: string, ordinal: number]

async function nextEntries(client: Client): Promise<Row[]> {
  const { rows } = await client.query<Row>({
    name: 'sealer_entries',
    rowMode: 'array',
    text: `select ${auditColumns}, a.xid::text, a.ordinal from audit a
      where (a.xid, a.ordinal) > (
          coalesce((select c.xid from outbox_cursors c where c.reader = $1), '0'::xid8),
          coalesce((select c.ordinal from outbox_cursors c where c.reader = $1), -1))
        and a.xid < pg_snapshot_xmin(pg_current_snapshot())
      order by a.xid, a.ordinal limit $2`,
    values: [sealerCursor, batchSize],
  })
  return rows
}

async function headsOf(client: Client, tenantIds: string[]): Promise<Map<string, Head>> {
  const { rows } = await client.query<Head & { tenantId: string }>({
    name: 'sealer_heads',
    text: `select t.id as "tenantId", s.position, s.hash from unnest($1::uuid[]) as t (id)
      cross join lateral (
        select position, hash from audit_seals where tenant_id = t.id order by position desc limit 1) s`,
    values: [tenantIds],
  })
  return new Map(rows.map(({ tenantId, position, hash }) => [tenantId, { position, hash }]))
}

async function keep(client: Client, seals: readonly Seal[]): Promise<void> {
  await client.query({
    name: 'sealer_keep',
    text: `insert into audit_seals (tenant_id, position, audit_id, hash)
      select * from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::bytea[])`,
    values: [
      seals.map((seal) => seal.tenantId),
      seals.map((seal) => seal.position),
      seals.map((seal) => seal.auditId),
      seals.map((seal) => seal.hash),
    ],
  })
}

async function moveTo(client: Client, xid: string, ordinal: number): Promise<void> {
  await client.query({
    name: 'sealer_move',
    text: `insert into outbox_cursors (reader, xid, ordinal) values ($1, $2::xid8, $3)
      on conflict (reader) do update set xid = excluded.xid, ordinal = excluded.ordinal, moved_at = now()`,
    values: [sealerCursor, xid, ordinal],
  })
}
