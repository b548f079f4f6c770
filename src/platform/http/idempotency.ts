/** The same Idempotency-Key never has two effects: the answer is kept in the transaction of the work itself. */
import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { violates } from '../database/faults.ts'
import { writing } from '../tenancy/change.ts'
import type { Context, Inside } from '../tenancy/context.ts'
import { conflict, invalid, malformed } from './app-error.ts'
import { idempotencyKeys } from './schema.ts'
import { seal, unseal } from './sealed.ts'

export type Kept = { status: number; headers: Record<string, string>; body: unknown }
export type KeyedRequest = { key: string; actor: string; fingerprint: string }

const hour = 3_600_000
const keptFor = 24 * hour
/** A claim of work in the outside world that is older than this was cut off, and may be tried again. */
const claimHolds = 60_000

export function keyedRequest(ctx: Context, request: Request, body: unknown): KeyedRequest | null {
  const key = request.headers.get('idempotency-key')
  if (key === null) return null
  if (key.length < 1 || key.length > 255) throw malformed('Idempotency-Key must have 1 to 255 characters.')
  const proof = request.headers.get('stoa-cart') ?? request.headers.get('stoa-hold') ?? ctx.address ?? ''
  const actor = ctx.actor.userId ?? `guest:${sha256(proof)}`
  const { pathname, search } = new URL(request.url)
  return {
    key,
    actor,
    // Of a body that is not JSON only the length is known here.
    fingerprint: sha256(
      `${request.method} ${pathname}${search} ${JSON.stringify(body ?? request.headers.get('content-length'))}`,
    ),
  }
}

/** Does the work once per key. A request that fails leaves its key free, for its transaction is undone. */
export async function once(
  ctx: Context,
  keyed: KeyedRequest,
  work: (ctx: Context) => Promise<Kept>,
): Promise<Kept & { isReplay: boolean }> {
  try {
    return await writing(ctx, async (inside) => {
      // The lock turns away a second request that is under way, instead of letting it wait for the first.
      const kept = await lookUp(inside, keyed)
      if (kept && kept.status > 0) return { ...kept, isReplay: true }
      const done = await work(inside)
      await keep(inside, keyed, done)
      return { ...done, isReplay: false }
    })
  } catch (error) {
    // The first one committed between our look and our lock: its answer is there now.
    if (violates(error, 'idempotency_keys_pkey')) return once(ctx, keyed, work)
    throw error
  }
}

/** The same for work in the outside world, which no transaction may contain: a claim before, the answer after. */
export async function onceOutside(
  ctx: Context,
  keyed: KeyedRequest,
  work: (ctx: Context) => Promise<Kept>,
): Promise<Kept & { isReplay: boolean }> {
  const kept = await writing(ctx, async (inside) => {
    const found = await lookUp(inside, keyed)
    if (found && found.status > 0) return found
    if (found) throw stillRunning()
    await keep(inside, keyed, { status: 0, headers: {}, body: null })
    return null
  })
  if (kept) return { ...kept, isReplay: true }
  try {
    const done = await work(ctx)
    await writing(ctx, (inside) => fulfil(inside, keyed, done))
    return { ...done, isReplay: false }
  } catch (error) {
    await writing(ctx, (inside) =>
      inside.db.execute(sql`delete from idempotency_keys where ${mine(inside, keyed)} and status = 0`),
    )
    throw error
  }
}

async function lookUp(ctx: Inside, keyed: KeyedRequest): Promise<Kept | null> {
  const lock = `${ctx.tenantId} ${keyed.actor} ${keyed.key}`
  const { rows } = await ctx.db.execute<{
    got: boolean
    fingerprint: string | null
    status: number
    answer: string | null
    age: number
  }>(sql`
    select l.got, k.fingerprint, k.status, k.answer, extract(epoch from now() - k.created_at)::float8 * 1000 as age
    from (select pg_try_advisory_xact_lock(hashtextextended(${lock}, 0)) as got) l
    left join idempotency_keys k on ${mine(ctx, keyed, sql`k.`)}`)
  const found = rows[0]!
  if (!found.got) throw stillRunning()
  if (found.fingerprint === null) return null
  if (found.age > keptFor || (found.status === 0 && found.age > claimHolds)) {
    await ctx.db.execute(sql`delete from idempotency_keys where ${mine(ctx, keyed)}`)
    return null
  }
  if (found.fingerprint !== keyed.fingerprint) {
    throw invalid('This Idempotency-Key was used for another request.', { code: 'idempotency_key_reused' })
  }
  if (found.status === 0) return { status: 0, headers: {}, body: null }
  const answer = unseal(ctx.services.secrets, placeOf(ctx, keyed), found.answer ?? '')
  // The work is done; doing it again for want of the answer would be worse than to say so.
  if (answer === null)
    throw conflict('This was done before; what was answered can no longer be read.', { code: 'answer_lost' })
  return { status: found.status, ...(JSON.parse(answer) as Pick<Kept, 'headers' | 'body'>) }
}

/** A plain insert on purpose: when another answer was kept meanwhile, this work must be undone. */
const keep = (ctx: Inside, keyed: KeyedRequest, done: Kept) =>
  ctx.db
    .insert(idempotencyKeys)
    .values({ tenantId: ctx.tenantId, ...keyed, status: done.status, answer: sealed(ctx, keyed, done) })

const fulfil = (ctx: Inside, keyed: KeyedRequest, done: Kept) =>
  ctx.db
    .update(idempotencyKeys)
    .set({ status: done.status, answer: sealed(ctx, keyed, done) })
    .where(sql`${mine(ctx, keyed)} and status = 0`)

const sealed = (ctx: Inside, keyed: KeyedRequest, { headers, body }: Kept) =>
  seal(ctx.services.secrets, placeOf(ctx, keyed), JSON.stringify({ headers, body: body ?? null }))

const placeOf = (ctx: Inside, { actor, key }: KeyedRequest) => `${ctx.tenantId} ${actor} ${key}`

const mine = (ctx: Inside, keyed: KeyedRequest, prefix = sql``) =>
  sql`${prefix}tenant_id = ${ctx.tenantId} and ${prefix}actor = ${keyed.actor} and ${prefix}key = ${keyed.key}`

const stillRunning = () =>
  conflict('The first request with this Idempotency-Key is still under way.', {
    code: 'in_progress',
    headers: { 'Retry-After': '1' },
  })

const sha256 = (value: string) => createHash('sha256').update(value).digest('hex')
