/** Markets to copy, installations to copy them into, and questions to both. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { inject } from 'vitest'
import { expectOk, type Market, newMarket } from '../../../test/market.ts'
import { asRole, passwords, world } from '../../../test/world.ts'
import { sealAudit } from '../../platform/audit/sealer.ts'
import type { Installation } from './open.ts'

export async function soldTo(buyers: number): Promise<Market> {
  const market = await newMarket()
  await market.api.signUp('admin')
  await sell(market, buyers)
  return market
}

export async function sell(market: Market, buyers: number): Promise<void> {
  const variantId = await market.variant({ stock: 20, price: '12.35' })
  for (let n = 0; n < buyers; n++)
    expectOk(await market.place(await market.cart([{ variantId, quantity: 1 + (n % 3) }])))
}

/** The file's database, under the name of its owner. */
export function sourceOf(market: Market): { ownerUrl: string } {
  const url = new URL(market.shop.services.database.app.options.connectionString!)
  const owner = new URL(inject('postgres'))
  owner.pathname = url.pathname
  return { ownerUrl: owner.href }
}

export async function emptyInstallation(): Promise<Installation> {
  const name = `restored_${randomUUID().replaceAll('-', '')}`
  await ask(`${inject('postgres')}postgres`, `create database ${name}`)
  const secrets = { postgres: '', ...passwords, signing: [] }
  const env = {} as Installation['env']
  return { env, secrets, ownerUrl: `${inject('postgres')}${name}`, wasRunning: true, close: async () => {} }
}

export async function ask(url: string, text: string): Promise<Record<string, unknown>> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(text)
    return rows[0] ?? {}
  } finally {
    await client.end()
  }
}

/**
 * What the leader does each second, until all is sealed: entries younger than the oldest transaction of the whole
 * cluster, those of other tests included, have to wait for it.
 */
export async function seal(url: string): Promise<void> {
  const client = new Client({ connectionString: asRole(url, 'relay'), options: '-c TimeZone=UTC' })
  await client.connect()
  try {
    const duty = sealAudit()
    const services = await world()
    for (let tries = 0; tries < 600; tries++) {
      while ((await duty.step(client, services)).hasMore);
      const { rows } = await client.query<{ n: number }>(
        'select ((select count(*) from audit) - (select count(*) from audit_seals))::int as n',
      )
      if (rows[0]!.n === 0) return
      await sleep(50)
    }
    throw new Error('Some transaction never ends.')
  } finally {
    await client.end()
  }
}
