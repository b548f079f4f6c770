/** The accounts of this server: one set of rules, served at each organisation's own origin. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Services } from '../tenancy/context.ts'
import type { accountStore } from './auth.ts'
import { type AccountMail, type Auth, handleAuth } from './handle-auth.ts'

export { type Auth, addressHeader } from './handle-auth.ts'

/** Origins whose accounts are kept ready; more are made anew each time. */
const keptOrigins = 64

export function createAuthFor(services: Services): Auth {
  // Mails are noted while better-auth holds its transaction and queued after it: a second connection
  // taken inside could be the one that everybody waits for.
  const outbox = new AsyncLocalStorage<AccountMail[]>()
  const ready = new Map<string, Auth>()
  let store: ReturnType<typeof accountStore> | undefined
  const at = async (origin: string): Promise<Auth> => {
    const known = ready.get(origin)
    if (known) return known
    // A large package, loaded when the first person signs in and not before the first answer.
    const auth = await import('./auth.ts')
    store ??= auth.accountStore(services)
    const made = auth.accountsAt(origin, services, store, (mail) => outbox.getStore()?.push(mail))
    if (ready.size >= keptOrigins) ready.delete(ready.keys().next().value!)
    ready.set(origin, made)
    return made
  }
  const ask = (origin: string, request: Request, mails: AccountMail[]) =>
    outbox.run(mails, async () => (await at(origin)).handler(request))
  return { handler: (request) => handleAuth(services, ask, request) }
}
