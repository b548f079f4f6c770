/** Starts the server and ends it well: Ctrl-C and SIGTERM drain, and it does not outlive the npm that started it. */
import { enableCompileCache } from 'node:module'
import { readEnv } from './env.ts'

// What was compiled at the last start need not be compiled at this one.
enableCompileCache()

const isDevelopment = process.argv.includes('--dev')

try {
  const env = readEnv()
  // React and its friends choose their build by this when they are loaded; whether this is production is settled in `env`.
  process.env['NODE_ENV'] = isDevelopment ? 'development' : 'production'
  const { startServer } = await import('./server.ts')
  const server = await startServer(env, { isDevelopment })
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
