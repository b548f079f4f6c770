/** The whole program as it is built: the server and its pages in one, so that what both need is there once. */
import { readEnv } from './env.ts'
import { startServer, type Running } from './server.ts'

export const startProgram = (env: NodeJS.ProcessEnv): Promise<Running> =>
  startServer(readEnv(env), () => import('virtual:react-router/server-build'))
