/** Frees the jobs of a process that was killed: whoever works a job says so every few seconds, and these said nothing more. */
import type { Duty } from '../events/leader.ts'

const everyMs = 5_000

export function reviveJobs(): Duty {
  let next = 0
  return {
    name: 'revive',
    isDue: () => Date.now() >= next,
    step: async (client, { jobs, log }) => {
      const { rows } = await client.query<{ name: string; ids: string[] }>(
        `select name, array_agg(id) as ids from pgboss.job
          where state = 'active' and heartbeat_on < now() - heartbeat_seconds * interval '1 second' group by name`,
      )
      for (const { name, ids } of rows) {
        await jobs.fail((text, values) => client.query(text, values), name, ids, 'Its process was cut off.')
        log.warn({ job: name, ids }, 'jobs of a process that was cut off are tried again')
      }
      next = Date.now() + everyMs
      return { hasMore: false, after: () => jobs.nudge(rows.map(({ name }) => name)) }
    },
  }
}
