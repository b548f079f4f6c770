import { defineConfig } from 'vitest/config'

/** The real server with a real browser, and the command line beside it: minutes, not seconds. */
export default defineConfig({
  test: {
    include: ['test/journeys/**/*.test.ts', 'test/crash.test.ts', 'test/command-line.test.ts'],
    globalSetup: 'test/setup.ts',
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
