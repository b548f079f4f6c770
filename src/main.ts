/** Starts the server and ends it well: Ctrl-C and SIGTERM drain, and it does not outlive the npm that started it. */
import path from 'node:path'
import type { Running } from './server.ts'

const isDevelopment = process.argv.includes('--dev')

try {
  const env = { ...process.env }
  // React and its friends choose their build by this when they are loaded; what the settings say is kept in `env`.
  process.env['NODE_ENV'] = isDevelopment ? 'development' : 'production'
  const server = await (isDevelopment ? startSources(env) : startBuilt(env))
  const { welcome } = await import('./platform/start/welcome.ts')
  welcome(server)

  let isStopping = false
  const stop = async (signal: string) => {
    if (isStopping) return
    isStopping = true
    await server.stop()
    console.log(`stopped on ${signal}`)
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal))

  // When npm is killed it does not pass the signal on.
  const parent = process.ppid
  if (process.env['npm_lifecycle_event']) {
    setInterval(() => {
      if (process.ppid !== parent) void stop('the end of npm')
    }, 1000).unref()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  if (process.env['LOG_LEVEL'] === 'debug') console.error(error)
  process.exit(1)
}

/** The sources as they are, with the pages from Vite. */
async function startSources(env: NodeJS.ProcessEnv): Promise<Running> {
  const [{ readEnv }, { startServer }] = await Promise.all([import('./env.ts'), import('./server.ts')])
  return startServer(readEnv(env), null)
}

/** What was built of them: one file instead of two thousand is there in a third of the time. */
async function startBuilt(env: NodeJS.ProcessEnv): Promise<Running> {
  const root = path.resolve(import.meta.dirname, '..')
  const { ensureBuilt } = await import('./platform/start/build.ts')
  await ensureBuilt(root)
  const { startProgram } = (await import(
    path.join(root, 'build/program/index.js')
  )) as typeof import('./program.ts')
  return startProgram(env)
}
