/** Who is behind a credential, in this organisation: one transaction of one query, because it runs on every request. */
import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type Actor, guest } from '../access/actor.ts'
import { permissionsOf, type Role } from '../access/roles.ts'
import { transact } from '../database/connect.ts'
import type { Services } from '../tenancy/context.ts'
import type { Credential } from './credential.ts'

type Person = {
  user_id: string
  name: string
  email: string
  session_id: string | null
  roles: Role[] | null
  producer_ids: string[] | null
  member_locale: string | null
  is_read_only: boolean
}

export type Identity = { actor: Actor; locale: string | null }

const anonymous: Identity = { actor: guest, locale: null }

/** A person signed in but not of this organisation is a signed-in stranger: no roles, nothing of others visible. */
export async function identify(
  services: Services,
  tenantId: string,
  credential: Credential | null,
): Promise<Identity> {
  if (!credential) return anonymous
  const { rows } = await transact(services.database.app, tenantId, 'read only', (db) =>
    db.execute<Person>(
      credential.kind === 'session' ? bySession(tenantId, credential.token) : byKey(tenantId, credential.key),
    ),
  )
  const person = rows[0]
  if (!person) return anonymous
  const roles = person.roles ?? []
  return {
    locale: person.member_locale,
    actor: {
      kind: credential.kind === 'key' ? 'key' : 'user',
      userId: person.user_id,
      name: person.name,
      email: person.email,
      roles,
      permissions: permissionsOf(roles),
      producerIds: person.producer_ids ?? [],
      sessionId: person.session_id,
      ...(person.is_read_only ? { isReadOnly: true } : {}),
    },
  }
}

const bySession = (tenantId: string, token: string) => sql`
  select u.id as user_id, u.name, u.email, s.id as session_id, m.roles, m.producer_ids, m.locale as member_locale, false as is_read_only
  from auth.session s
  join auth."user" u on u.id = s.user_id
  left join members m on m.tenant_id = ${tenantId} and m.user_id = u.id and m.status = 'active'
  where s.token = ${token} and s.expires_at > now()`

// A key never may more than its user may now: the roles are the ones both have.
const byKey = (tenantId: string, key: string) => sql`
  select u.id as user_id, u.name, u.email, null as session_id, m.producer_ids, m.locale as member_locale, k.is_read_only,
    array(select unnest(k.roles) intersect select unnest(m.roles)) as roles
  from api_keys k
  join members m on m.tenant_id = k.tenant_id and m.user_id = k.user_id and m.status = 'active'
  join auth."user" u on u.id = k.user_id
  where k.tenant_id = ${tenantId} and k.hash = ${hashKey(key)} and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())`

export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex')
