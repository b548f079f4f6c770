/**
 * The head of an organisation's audit log, signed and carried outside each day: to the file store, and by mail to those
 * who look after the system. Whoever rewrites or cuts the log later cannot rewrite what was carried away.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { JobDefinition } from '../jobs/boss.ts'
import { alertMail } from '../mail/alert-template.ts'
import { houseFor } from '../mail/house.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { writing } from '../tenancy/change.ts'
import type { Context, Services } from '../tenancy/context.ts'
import { Day, Id } from '../values/shapes.ts'
import { anchorMail } from './anchor-template.ts'

export const Anchor = z.strictObject({
  version: z.literal(1),
  tenantId: Id,
  day: Day,
  /** How many entries were sealed. */
  position: z.int().min(1),
  /** The last seal, in hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** HMAC-SHA-256 of the others under the installation's secret, in hexadecimal. */
  signature: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Anchor = z.output<typeof Anchor>

type Claim = Omit<Anchor, 'signature'>

const sign = (secret: string, { version, tenantId, day, position, hash }: Claim): Buffer =>
  createHmac('sha256', secret)
    .update(`stoa audit anchor ${version} ${tenantId} ${day} ${position} ${hash}`)
    .digest()

/** Signed with one of the installation's secrets, and unchanged since. */
export const isGenuine = (anchor: Anchor, secrets: readonly string[]): boolean =>
  secrets.some((secret) => timingSafeEqual(sign(secret, anchor), Buffer.from(anchor.signature, 'hex')))

/** The head as it is now; null when nothing is sealed yet. */
export async function makeAnchor(
  services: Pick<Services, 'database' | 'secrets'>,
  tenantId: string,
  now: Date,
): Promise<Anchor | null> {
  const head = await sealAt(services, tenantId, null)
  if (!head) return null
  const day = now.toISOString().slice(0, 10)
  const claim: Claim = { version: 1, tenantId, day, position: head.position, hash: head.hash }
  return { ...claim, signature: sign(services.secrets[0]!, claim).toString('hex') }
}

/** One seal, the last when no position is named. */
async function sealAt(
  services: Pick<Services, 'database'>,
  tenantId: string,
  position: number | null,
): Promise<{ position: number; hash: string } | null> {
  const { rows } = await services.database.relay.query<{ position: number; hash: string }>(
    `select position, encode(hash, 'hex') as hash from audit_seals
      where tenant_id = $1 and ($2::bigint is null or position = $2) order by position desc limit 1`,
    [tenantId, position],
  )
  return rows[0] ?? null
}

export const anchorKey = (tenantId: string, day: string): string => `${tenantId}/audit/${day}.json`

/** Anchors the log each night, after comparing it with the anchor before. */
export const anchorJob: JobDefinition = {
  name: 'audit.anchor',
  cron: '40 1 * * *',
  concurrency: 1,
  handle: async (ctx) => {
    const { services, tenantId } = ctx
    await compareWithLast(ctx)
    const anchor = await makeAnchor(services, tenantId, ctx.now)
    if (!anchor) return
    const key = anchorKey(tenantId, anchor.day)
    // The first one of a day stands: a later one must not replace what may already be needed as proof.
    if (!(await services.files.get(key))) {
      await services.files.put(
        key,
        new TextEncoder().encode(`${JSON.stringify(anchor)}\n`),
        'application/json',
      )
    }
    const to = ctx.organization.settings.alerts?.email
    if (!to) return
    await writing(ctx, (ctx) =>
      queueMail(ctx, { effectKey: `audit.anchor ${anchor.day}`, template: anchorMail, data: anchor, to }),
    )
  },
}

/** A log that no longer agrees with the newest anchor of the last days is reported at once. */
async function compareWithLast(ctx: Context): Promise<void> {
  const { services, tenantId } = ctx
  const last = await lastAnchor(ctx)
  if (!last) return
  const seal = await sealAt(services, tenantId, last.position)
  if (seal?.hash === last.hash && isGenuine(last, services.secrets)) return
  services.log.error({ tenantId, anchor: last, found: seal }, 'the audit log does not agree with its anchor')
  const to = ctx.organization.settings.alerts?.email
  if (!to) return
  await writing(ctx, async (ctx) => {
    const { t, link, locale } = await houseFor(ctx, ctx.locale)
    await queueMail(ctx, {
      effectKey: `audit.broken ${last.day} ${ctx.now.toISOString().slice(0, 10)}`,
      template: alertMail,
      data: {
        title: t('mail.auditBroken'),
        findings: [{ label: t('mail.anchorDay'), value: last.day }],
        url: link('/console/audit'),
      },
      to,
      locale,
    })
  })
}

async function lastAnchor(ctx: Context): Promise<Anchor | null> {
  for (let days = 1; days <= 7; days++) {
    const day = new Date(ctx.now.getTime() - days * 86_400_000).toISOString().slice(0, 10)
    const bytes = await ctx.services.files.get(anchorKey(ctx.tenantId, day))
    if (bytes) return Anchor.parse(JSON.parse(new TextDecoder().decode(bytes)))
  }
  return null
}
