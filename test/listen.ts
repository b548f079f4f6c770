/** Opens a real port over a shop's world, so that requests race on real connections. */
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { afterAll } from 'vitest'
import { createApp } from '../src/app.ts'
import { createAuthFor } from '../src/platform/auth/accounts.ts'
import type { Services } from '../src/platform/tenancy/context.ts'
import type { Shop } from './world.ts'

export type Answer = { status: number; headers: Headers; body: Record<string, unknown> }
export type Send = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>

const ports = new WeakMap<Services, Promise<number>>()

async function portOf(services: Services): Promise<number> {
  let port = ports.get(services)
  if (!port) ports.set(services, (port = open(services)))
  return port
}

async function open(services: Services): Promise<number> {
  const app = createApp({
    services,
    auth: createAuthFor(services),
    formTargets: [],
    pages: null,
    mountOthers: () => {},
    isDevelopment: false,
  })
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as { port: number }).port
}

/** Speaks to the shop over HTTP; paths are below /api/v1. */
export async function overHttp(shop: Shop): Promise<Send> {
  const base = `http://127.0.0.1:${await portOf(shop.services)}/api/v1`
  return async (method, path, body, headers = {}) => {
    const response = await fetch(base + path, {
      method,
      headers: {
        'Stoa-Organization': shop.organization.slug,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
    }
  }
}
