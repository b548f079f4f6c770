/** Looks every five minutes whether something needs a person, and tells those whom the settings name, once an hour for each. */
import { safeFetch } from '../http/safe-fetch.ts'
import { isAppError } from '../http/app-error.ts'
import type { JobDefinition } from '../jobs/boss.ts'
import { once } from '../jobs/once.ts'
import { enqueue } from '../jobs/queue.ts'
import { alertMail } from '../mail/alert-template.ts'
import { houseFor } from '../mail/house.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { read, writing } from '../tenancy/change.ts'
import type { Context } from '../tenancy/context.ts'
import { allAlerts, type AlertRule } from './alert-rules.ts'

type Finding = { rule: AlertRule; count: number }
export type AlertPost = {
  to: 'webhook' | 'slack'
  title: string
  findings: { name: string; text: string; count: number }[]
  url: string
}

export const alertsJob: JobDefinition = {
  name: 'platform.alerts',
  cron: '*/5 * * * *',
  retryLimit: 1,
  concurrency: 1,
  handle: async (ctx) => {
    const { alerts } = ctx.organization.settings
    if (!alerts?.email && !alerts?.webhook && !alerts?.slack) return
    const found = await lookAround(ctx)
    if (found.length === 0) return
    await writing(ctx, async (ctx) => {
      const hour = ctx.now.toISOString().slice(0, 13)
      const fresh: Finding[] = []
      for (const finding of found) {
        await once(ctx, `alert ${finding.rule.name} ${hour}`, async () => fresh.push(finding))
      }
      if (fresh.length === 0) return
      const { t, link } = await houseFor(ctx, ctx.locale)
      const findings = fresh.map(({ rule, count }) => ({
        name: rule.name,
        text: t(rule.message, { count }),
        count,
      }))
      const title = findings[0]!.text
      const url = link('/console/health')
      if (alerts.email) {
        await queueMail(ctx, {
          effectKey: `alert ${hour} ${fresh.map(({ rule }) => rule.name).join(' ')}`,
          template: alertMail,
          data: { title, findings: findings.map(({ name, text }) => ({ label: name, value: text })), url },
          to: alerts.email,
        })
      }
      for (const to of ['webhook', 'slack'] as const) {
        if (alerts[to])
          await enqueue(ctx, 'platform.post-alert', { to, title, findings, url } satisfies AlertPost)
      }
    })
  },
}

async function lookAround(ctx: Context): Promise<Finding[]> {
  return read(ctx, async (ctx) => {
    const found: Finding[] = []
    for (const rule of allAlerts()) {
      const count = await rule.count(ctx)
      if (count >= rule.atLeast) found.push({ rule, count })
    }
    return found
  })
}

/** Tells a webhook or Slack; the addresses are the organisation's, so they are fetched with care. */
export const postAlertJob: JobDefinition<AlertPost> = {
  name: 'platform.post-alert',
  retryLimit: 6,
  handle: (ctx, post) => postAlert(ctx, post, safeFetch),
}

export async function postAlert(ctx: Context, post: AlertPost, fetch: typeof safeFetch): Promise<void> {
  const address = ctx.organization.settings.alerts?.[post.to]
  if (!address) return
  const { title, findings, url } = post
  const body =
    post.to === 'slack'
      ? { text: [`*${ctx.organization.name}*`, ...findings.map(({ text }) => `• ${text}`), url].join('\n') }
      : {
          type: 'alert',
          organization: ctx.organization.slug,
          at: ctx.now.toISOString(),
          title,
          findings,
          url,
        }
  try {
    const { status } = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      maxBytes: 100_000,
      timeoutMs: 10_000,
    })
    if (status >= 400) throw new Error(`The ${post.to} for alerts answered ${status}.`)
  } catch (error) {
    // An address that may not be fetched will not become better by trying again.
    if (isAppError(error) && error.code === 'unsafe_address') {
      ctx.services.log.warn({ to: post.to, reason: error.message }, 'an alert could not be posted')
      return
    }
    throw error
  }
}
