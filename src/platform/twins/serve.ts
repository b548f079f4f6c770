/** Puts a twin (a local stand-in for an outside service) behind a port on the loopback address. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'

export type TwinServer = { url: string; stop(): Promise<void> }

/**
 * Listens on 127.0.0.1 only, since a twin believes everyone. `port` 0 takes a free one. `make` is told the
 * address first, because a twin names itself in its answers.
 */
export async function serveTwin(
  port: number,
  make: (url: string) => (request: Request) => Response | Promise<Response>,
): Promise<TwinServer> {
  let handle: ((request: Request) => Response | Promise<Response>) | undefined
  const server = createServer(
    getRequestListener((request) => handle?.(request) ?? new Response('starting', { status: 503 }), {
      overrideGlobalObjects: false,
    }),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  handle = make(url)

  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
