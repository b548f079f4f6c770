/** Who is behind a credential, in this organisation: one round trip, because it runs on every request. */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { type Actor, guest } from '../access/actor.ts'
import { permissionsOf, type Role } from '../access/roles.ts'
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
  /** The key whose last use is to be noted; null when that is not due. */
  stale_key: string | null
}

export type Identity = { actor: Actor; locale: string | null }

const anonymous: Identity = { actor: guest, locale: null }

/** A person signed in but not of this organisation is a signed-in stranger: no roles, nothing of others visible. */
export async function identify(
  services: Services,
  tenantId: string,
  credential: Credential | null,
): Promise<Identity> {
  if (!credential || (credential.kind === 'access' && credential.tenantId !== tenantId)) return anonymous
  const person = await askAlone<Person>(services.database.app, tenantId, question(tenantId, credential))
  if (!person) return anonymous
  if (person.stale_key) noteUse(services, tenantId, person.stale_key)
  const roles = person.roles ?? []
  return {
    locale: person.member_locale,
    actor: {
      kind: credential.kind === 'session' ? 'user' : 'key',
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

const columns = `u.id as user_id, u.name, u.email, m.producer_ids, m.locale as member_locale`

// A key never may more than its user may now: the roles are the ones both have.
const byKey = `
  select ${columns}, null as session_id, k.is_read_only,
    array(select unnest(k.roles) intersect select unnest(m.roles)) as roles,
    case when k.last_used_at is null or k.last_used_at < now() - interval '5 minutes' then k.id end as stale_key
  from api_keys k
  join members m on m.tenant_id = k.tenant_id and m.user_id = k.user_id and m.status = 'active'
  join auth."user" u on u.id = k.user_id
  where k.tenant_id = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())`

function question(tenantId: string, credential: Credential): pg.QueryConfig {
  if (credential.kind === 'key')
    return {
      name: 'person_by_key',
      text: `${byKey} and k.hash = $2`,
      values: [tenantId, hashKey(credential.key)],
    }
  if (credential.kind === 'access')
    return { name: 'person_by_access', text: `${byKey} and k.id = $2`, values: [tenantId, credential.keyId] }
  return {
    name: 'person_by_session',
    text: `
      select ${columns}, s.id as session_id, m.roles, false as is_read_only, null as stale_key
      from auth.session s
      join auth."user" u on u.id = s.user_id
      left join members m on m.tenant_id = $1 and m.user_id = u.id and m.status = 'active'
      where s.token = $2 and s.expires_at > now()`,
    values: [tenantId, credential.token],
  }
}

/** One question in a transaction of the tenant, all of it on its way at once. */
async function askAlone<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  tenantId: string,
  query: pg.QueryConfig,
): Promise<Row | null> {
  const client = await pool.connect()
  const answers = await Promise.allSettled([
    client.query('begin read only'),
    client.query({
      name: 'set_tenant',
      text: "select set_config('app.tenant_id', $1, true)",
      values: [tenantId],
    }),
    client.query<Row>(query),
    client.query('commit'),
  ])
  const failure = answers.find((answer) => answer.status === 'rejected')
  client.release(failure !== undefined)
  if (failure) throw failure.reason
  return (answers[2] as PromiseFulfilledResult<pg.QueryResult<Row>>).value.rows[0] ?? null
}

/** At most every five minutes and beside the request, so that a busy key costs no write per call. */
function noteUse(services: Services, tenantId: string, keyId: string): void {
  const write = async () => {
    const client = await services.database.app.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('app.tenant_id', $1, true)", [tenantId])
      await client.query('update api_keys set last_used_at = now() where tenant_id = $1 and id = $2', [
        tenantId,
        keyId,
      ])
      await client.query('commit')
      client.release()
    } catch (error) {
      client.release(true)
      throw error
    }
  }
  write().catch((error: unknown) => services.log.warn({ err: error }, 'the use of a key was not noted'))
}

export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex')
