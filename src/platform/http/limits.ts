/** How often one may knock, counted in the database so that every instance counts the same. */
import { createHash } from 'node:crypto'
import type { Services } from '../tenancy/context.ts'
import { tooMany } from './app-error.ts'

export type Allowance = { max: number; windowSeconds: number }

/** The headers that tell how much is left (draft-ietf-httpapi-ratelimit-headers). */
export type Standing = {
  limit: number
  remaining: number
  resetSeconds: number
  headers: Record<string, string>
}

/** Counts one knock in a fixed window; refuses with 429 and Retry-After when there were too many. */
export async function countKnock(
  services: Services,
  name: string,
  who: string,
  allowance: Allowance,
): Promise<Standing | null> {
  if (!services.env.limits) return null
  const bucket = bucketOf(name, who)
  const { rows } = await services.database.app.query<{ count: number; reset: number }>({
    name: 'count_knock',
    text: `insert into rate_limits (bucket, count, resets_at) values ($1, 1, now() + make_interval(secs => $2))
      on conflict (bucket) do update set
        count = case when rate_limits.resets_at <= now() then 1 else rate_limits.count + 1 end,
        resets_at = case when rate_limits.resets_at <= now() then excluded.resets_at else rate_limits.resets_at end
      returning count, ceil(extract(epoch from resets_at - now()))::int as reset`,
    values: [bucket, allowance.windowSeconds],
  })
  const { count, reset } = rows[0]!
  const standing = {
    limit: allowance.max,
    remaining: Math.max(0, allowance.max - count),
    resetSeconds: reset,
    headers: {
      RateLimit: `"${name}";r=${Math.max(0, allowance.max - count)};t=${reset}`,
      'RateLimit-Policy': `"${name}";q=${allowance.max};w=${allowance.windowSeconds}`,
    },
  }
  if (count > allowance.max) {
    throw tooMany('Too many requests. Wait a moment and try again.', {
      headers: { 'Retry-After': String(reset), ...standing.headers },
    })
  }
  return standing
}

/** The name a count is kept under; whoever it is about cannot be read from it. */
export const bucketOf = (name: string, who: string): string =>
  `${name}:${createHash('sha256').update(who).digest('hex').slice(0, 32)}`
