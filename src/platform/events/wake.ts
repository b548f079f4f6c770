/** After a commit, one tiny notification tells every instance that the outbox grew; many commits share one. */
import type { Services } from '../tenancy/context.ts'

export const outboxChannel = 'stoa_outbox'

const sending = new WeakSet<Services['database']>()
const gatherMs = 15

// NOTIFY takes a database-wide lock at commit, so it is never sent from within a business transaction.
export function wake(services: Services): void {
  const { database } = services
  if (sending.has(database)) return
  sending.add(database)
  setTimeout(() => {
    sending.delete(database)
    // A lost notification is covered by the readers' one-second timer.
    database.app.query(`notify ${outboxChannel}`).catch(() => {})
  }, gatherMs).unref()
}
