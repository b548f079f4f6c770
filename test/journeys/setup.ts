/** One real server with one demo market for all journeys of a run. */
import type { TestProject } from 'vitest/node'
import { startDemo } from './server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    demoUrl: string
  }
}

export default async function setup(project: TestProject) {
  const server = await startDemo()
  project.provide('demoUrl', server.url)
  return server.stop
}
