/** Development: the pages come from Vite in this very process and are replaced as their files change. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { ServerBuild } from 'react-router'

export type DevPages = {
  pages: () => Promise<ServerBuild>
  middlewares: (request: IncomingMessage, response: ServerResponse, next: () => void) => void
  stop: () => Promise<void>
}

export async function startVite(root: string, http: Server): Promise<DevPages> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    root,
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server: http } },
  })
  return {
    pages: () => vite.ssrLoadModule('virtual:react-router/server-build') as Promise<ServerBuild>,
    middlewares: vite.middlewares,
    stop: () => vite.close(),
  }
}
