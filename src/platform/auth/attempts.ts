/** Counts attempts at an account, per account and per address, so that guessing is slow and nobody can lock out another. */
import { bucketOf, countKnock, type Standing } from '../http/limits.ts'
import type { Services } from '../tenancy/context.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

export type Knock = {
  /** Where from: the socket's address. */
  address: string
  /** Which account is tried: the e-mail address, or the proof of a person signed in; null when none is named. */
  account: string | null
}

type Count = { name: string; who: string; max: number; windowSeconds: number }

export type Attempt = {
  standing: Standing | null
  /** It was right: takes back what was counted, for only wrong attempts are held against anyone. */
  succeeded: () => Promise<void>
}

// A longer window behind each shorter one: who goes on guessing waits a quarter, then hours, then a day.
const growing = [
  { suffix: '', max: 10, windowSeconds: 15 * minute },
  { suffix: '.2h', max: 20, windowSeconds: 2 * hour },
  { suffix: '.day', max: 40, windowSeconds: day },
]
const knownForSeconds = 90 * day

/**
 * Counts one attempt at a password before it is tried, so that a hundred at once are a hundred. An address from
 * which this account was reached before answers only for its own mistakes: strangers who fail elsewhere,
 * or at other accounts, cannot close it.
 */
export async function attemptPassword(services: Services, door: string, knock: Knock): Promise<Attempt> {
  if (!services.env.limits) return { standing: null, succeeded: async () => {} }
  const { address, account } = knock
  const both = `${account ?? ''} ${address}`
  const own: Count[] = growing.map(({ suffix, ...limit }) => ({
    name: `${door}${suffix}`,
    who: both,
    ...limit,
  }))
  const isKnown = await isCounted(services, `${door}.known`, both)
  const shared: Count[] = isKnown
    ? []
    : [
        { name: `${door}.address`, who: address, max: 100, windowSeconds: 15 * minute },
        { name: `${door}.account`, who: account ?? address, max: 100, windowSeconds: hour },
      ]
  const standing = await countAll(services, [...own, ...shared])
  return {
    standing,
    succeeded: async () => {
      await forget(services, own)
      await takeBack(services, shared)
      await countKnock(services, `${door}.known`, both, { max: 2 ** 30, windowSeconds: knownForSeconds })
    },
  }
}

/** Counts something that costs others a mail or an account each time, right or wrong. */
export async function attemptAny(services: Services, door: string, knock: Knock): Promise<Attempt> {
  const counts: Count[] = [{ name: `${door}.address`, who: knock.address, max: 20, windowSeconds: hour }]
  if (knock.account) counts.unshift({ name: door, who: knock.account, max: 5, windowSeconds: hour })
  return { standing: await countAll(services, counts), succeeded: async () => {} }
}

/** Each in turn: what an earlier one refuses is not counted by the later ones. */
async function countAll(services: Services, counts: readonly Count[]): Promise<Standing | null> {
  let first: Standing | null = null
  for (const { name, who, ...allowance } of counts) {
    const standing = await countKnock(services, name, who, allowance)
    first ??= standing
  }
  return first
}

async function isCounted(services: Services, name: string, who: string): Promise<boolean> {
  const { rowCount } = await services.database.app.query(
    'select 1 from rate_limits where bucket = $1 and resets_at > now()',
    [bucketOf(name, who)],
  )
  return rowCount === 1
}

async function forget(services: Services, counts: readonly Count[]): Promise<void> {
  await services.database.app.query('delete from rate_limits where bucket = any($1)', [buckets(counts)])
}

async function takeBack(services: Services, counts: readonly Count[]): Promise<void> {
  if (counts.length === 0) return
  await services.database.app.query(
    'update rate_limits set count = greatest(count - 1, 0) where bucket = any($1)',
    [buckets(counts)],
  )
}

const buckets = (counts: readonly Count[]): string[] => counts.map(({ name, who }) => bucketOf(name, who))
