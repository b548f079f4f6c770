/** Reads the outbox in commit order, for those who tell people at once. */
import type pg from 'pg'
import type { Position } from './position.ts'
import type { LiveEvent } from './viewer.ts'

const columns = `tenant_id as "tenantId", xid::text, ordinal, name, entity, entity_id as "entityId", audience, data, at`

/** The newest event that none can precede any more; a place before all of them when there is none. */
export async function readNewest(client: pg.Client): Promise<Position> {
  const { rows } = await client.query<Position>({
    name: 'outbox_newest',
    text: `select xid::text, ordinal from events where xid < pg_snapshot_xmin(pg_current_snapshot())
      order by events.xid desc, ordinal desc limit 1`,
  })
  return rows[0] ?? { xid: '0', ordinal: 0 }
}

/** What came after, of all tenants, up to the oldest transaction still open (see relay.ts). */
export async function readSince(client: pg.Client, after: Position, limit: number): Promise<LiveEvent[]> {
  const { rows } = await client.query<LiveEvent>({
    name: 'outbox_since',
    text: `select ${columns} from events
      where (events.xid, ordinal) > ($1::xid8, $2::int) and events.xid < pg_snapshot_xmin(pg_current_snapshot())
      order by events.xid, ordinal limit $3`,
    values: [after.xid, after.ordinal, limit],
  })
  return rows
}

export type Missed = { isKnown: false } | { isKnown: true; events: LiveEvent[] }

/** What one tenant's reader missed between the two; `isKnown` is false when there is no event at `after` (any more). */
export async function readMissed(
  pool: pg.Pool,
  tenantId: string,
  after: Position,
  upTo: Position,
  limit: number,
): Promise<Missed> {
  const known = await pool.query('select 1 from events where xid = $1::xid8 and ordinal = $2', [
    after.xid,
    after.ordinal,
  ])
  if (known.rows.length === 0) return { isKnown: false }
  const { rows } = await pool.query<LiveEvent>(
    `select ${columns} from events
      where tenant_id = $1 and (events.xid, ordinal) > ($2::xid8, $3::int) and (events.xid, ordinal) <= ($4::xid8, $5::int)
      order by events.xid, ordinal limit $6`,
    [tenantId, after.xid, after.ordinal, upTo.xid, upTo.ordinal, limit],
  )
  return { isKnown: true, events: rows }
}
