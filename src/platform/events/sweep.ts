/** Deletes events that are older than thirty days and that every reader has passed; nobody else may delete any. */
import type { Duty } from './leader.ts'

const everyMs = 3_600_000
const batchSize = 2_000

export function sweepEvents(): Duty {
  let next = 0
  return {
    name: 'sweep',
    isDue: () => Date.now() >= next,
    step: async (client) => {
      // The age is also the policy's: the database lets nobody delete a younger one.
      const { rowCount } = await client.query(
        `delete from events where (tenant_id, id) in (
          select tenant_id, id from events
          where at < now() - interval '30 days'
            and (events.xid, ordinal) <= (select xid, ordinal from outbox_cursors order by xid, ordinal limit 1)
          limit $1)`,
        [batchSize],
      )
      const hasMore = rowCount === batchSize
      if (!hasMore) next = Date.now() + everyMs
      return { hasMore }
    },
  }
}
